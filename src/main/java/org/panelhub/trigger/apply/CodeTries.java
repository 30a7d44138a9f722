package org.panelhub.trigger.apply;

import java.time.Duration;

import org.panelhub.page.Limits;
import org.panelhub.page.TooManyTries;

import jakarta.enterprise.context.ApplicationScoped;

/** How often codes are tried from one address, whichever page takes them: far too seldom to find one of some 10^17. */
@ApplicationScoped
class CodeTries {

    private static final int MOST = 20;
    private static final Duration WITHIN = Duration.ofMinutes(15);

    private final Limits limits;

    CodeTries(Limits limits) {
        this.limits = limits;
    }

    /** @throws TooManyTries when there were as many already */
    void count() {
        limits.require("form code", limits.address(), MOST, WITHIN, null);
    }
}
