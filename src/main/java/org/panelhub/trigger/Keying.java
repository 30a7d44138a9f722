package org.panelhub.trigger;

import java.time.LocalDate;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.trigger.apply.Answers;
import org.panelhub.trigger.apply.Code;
import org.panelhub.trigger.apply.Interview;

import jakarta.enterprise.context.ApplicationScoped;

/** Keying in what came by telephone, in a letter or in person, on a page or by a program: who may, what is wrong with it, and the application that it makes. */
@ApplicationScoped
class Keying {

    private final Applications applications;
    private final Interview interview;
    private final Permissions permissions;
    private final Viewers viewers;

    Keying(Applications applications, Interview interview, Permissions permissions, Viewers viewers) {
        this.applications = applications;
        this.interview = interview;
        this.permissions = permissions;
        this.viewers = viewers;
    }

    /**
     * What was keyed in, and what is wrong with it by field.
     *
     * @param how null where it was not said
     * @param day on which it was received; null where it was not said
     */
    record Keyed(Received how, LocalDate day, Answers answers, Errors errors) {
    }

    /** What was made; the code is told once, and known to nobody afterwards. */
    record Made(String reference, Code code) {
    }

    /** @throws NotFound where nobody takes applications */
    UUID requireBoard() {
        permissions.require(Permission.HANDLE_APPLICATION);
        var board = applications.board().orElseThrow(() -> new NotFound("board", "applications"));
        permissions.require(Permission.HANDLE_APPLICATION, board);
        return board;
    }

    /** Within the last year, and nothing in it later than the day on which it was received. */
    Keyed read(String how, DateBoxes on, Answers answers) {
        var today = viewers.current().today();
        var check = new Field.Check();
        var way = check.choice("how", "Choose how it came", how, Received.class, true);
        check.that(way.isEmpty() || way.get() != Received.ONLINE, "how", "Choose how it came");
        var day = check.date("on", "The day it was received", on, true);
        check.that(day == null || !day.isAfter(today), "on", "The day it was received must be today or earlier");
        check.that(day == null || day.isAfter(today.minusYears(1)), "on", "The day it was received must be within the last year");
        var errors = check.errors();
        interview.check(answers, day == null || day.isAfter(today) ? today : day).all().forEach(e -> errors.add(e.field(), e.message()));
        return new Keyed(way.orElse(null), day, answers, errors);
    }

    Made make(UUID board, Keyed keyed) {
        var code = Code.fresh();
        var contact = applications.contact();
        return new Made(applications.enter(board, keyed.day, keyed.how, interview.filled(keyed.answers), code, interview.receipt(contact.team(), contact.telephone())), code);
    }
}
