package org.panelhub.live;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.subscription.MultiEmitter;

/** One open page: who reads it, what it watches, and how that stood when it was last told. */
final class Onlooker {

    private static final int IDLE = 0;
    private static final int WAITS = 1;
    private static final int WAITS_AGAIN = 2;

    private final SecurityIdentity identity;
    private final String kind;
    private final String key;
    private final UUID memberId;
    private final UUID partnershipId;
    private final Instant until;
    private final MultiEmitter<? super Said> page;
    private final AtomicInteger look = new AtomicInteger(IDLE);
    private volatile Set<UUID> about;
    private volatile String sum;

    /** What a page is told: that it stands so, that it is gone, or that nothing is known for the moment. Each says all there is to say, so that a later one may take the place of one that waits. */
    record Said(String event, String data) {
        static final Said GONE = new Said("gone", "");
        static final Said UNSURE = new Said("unsure", "");

        static Said now(String sum) {
            return new Said("now", sum);
        }
    }

    Onlooker(SecurityIdentity identity, String kind, String key, Sights.Seen seen, Instant until, MultiEmitter<? super Said> page) {
        this.identity = identity;
        this.kind = kind;
        this.key = key;
        this.memberId = seen.viewer().memberId();
        this.partnershipId = seen.viewer().partnershipId();
        this.about = seen.about();
        this.sum = seen.sum();
        this.until = until;
        this.page = page;
    }

    /** Whether a look is to be begun; else one is under way, and another follows it. */
    boolean toLook() {
        return look.getAndUpdate(l -> l == IDLE ? WAITS : WAITS_AGAIN) == IDLE;
    }

    /** Whether another look was asked for while the last one was under way. */
    boolean again() {
        return look.updateAndGet(l -> l == WAITS_AGAIN ? WAITS : IDLE) == WAITS;
    }

    /** How it stands now; the page is told only when that is not how it stood. */
    void sees(Sights.Seen seen) {
        about = seen.about();
        if (!seen.sum().equals(sum)) {
            sum = seen.sum();
            say(Said.now(sum));
        }
    }

    void say(Said said) {
        page.emit(said);
    }

    /** Told what there is to say, whether or not it was said before. */
    void sayAgain(boolean unsure) {
        say(unsure ? Said.UNSURE : Said.now(sum));
    }

    void gone() {
        say(Said.GONE);
        page.complete();
    }

    /** The page asks anew, and its reader's session with it. */
    void cut() {
        page.complete();
    }

    SecurityIdentity identity() {
        return identity;
    }

    String kind() {
        return kind;
    }

    String key() {
        return key;
    }

    UUID memberId() {
        return memberId;
    }

    UUID partnershipId() {
        return partnershipId;
    }

    Set<UUID> about() {
        return about;
    }

    Instant until() {
        return until;
    }
}
