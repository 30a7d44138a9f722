package org.panelhub.letters;

import java.util.Optional;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** What was typed to propose that a case ends, or to call that off. */
@TemplateData
public record ExitForm(@RestForm String reason, @RestForm String note, @RestForm String senior, @RestForm String why, @RestForm Integer version) {

    static final int LONGEST = 2000;

    static ExitForm empty() {
        return new ExitForm("", "", "", "", null);
    }

    Errors validate() {
        var check = new Field.Check();
        var chosen = check.choice("reason", "Choose the reason", reason, ExitReason.class, true);
        check.text("note", "More about the reason", note, LONGEST, chosen.map(ExitReason::needsNote).orElse(false));
        check.that(senior == null || senior.isBlank() || seniorId().isPresent(), "senior", "Choose one of the senior officers");
        return check.errors();
    }

    Errors validateCallingOff() {
        var check = new Field.Check();
        check.text("why", "Why the case stays open", why, LONGEST, true);
        return check.errors();
    }

    ExitReason chosen() {
        return ExitReason.valueOf(reason);
    }

    Optional<UUID> seniorId() {
        try {
            return senior == null || senior.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(senior));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    int seen() {
        return version == null ? -1 : version;
    }
}
