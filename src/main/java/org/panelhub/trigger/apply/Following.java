package org.panelhub.trigger.apply;

import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;

/** Who follows an application in this browser, for the parts of the community trigger that go on from the follow page: reference and code are asked of the database together, each time. */
@RequestScoped
public class Following {

    private final Carried carried;

    Following(Carried carried) {
        this.carried = carried;
    }

    public Optional<Code> code() {
        return carried.code();
    }

    public Optional<String> reference() {
        return carried.reference();
    }
}
