package org.panelhub.trigger.ledger;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/** The last word on whether two complaints are about one incident: {@code SAME} or {@code DIFFERENT}; {@code OPEN} where the one before was taken back. */
@TemplateData
public record Pairing(UUID first, UUID second, String verdict, Instant at, String by) {

    public boolean same() {
        return "SAME".equals(verdict);
    }

    boolean different() {
        return "DIFFERENT".equals(verdict);
    }

    boolean holds() {
        return !"OPEN".equals(verdict);
    }

    boolean of(UUID one, UUID other) {
        return first.equals(one) && second.equals(other) || first.equals(other) && second.equals(one);
    }
}
