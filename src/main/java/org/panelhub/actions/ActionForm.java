package org.panelhub.actions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Ids;

import io.quarkus.qute.TemplateData;

/** What was typed to add an action or to change one. */
@TemplateData
public record ActionForm(@RestForm String task, @RestForm String knownBy, @RestForm String agency, @RestForm String person,
        @RestForm("due-day") String dueDay, @RestForm("due-month") String dueMonth, @RestForm("due-year") String dueYear, @RestForm Integer version, @RestForm String look) {

    static final int LONGEST_TASK = 500;

    static ActionForm empty() {
        return new ActionForm("", "", "", "", "", "", "", null, null);
    }

    static ActionForm of(ActionView action) {
        var due = DateBoxes.of(action.due().on());
        return new ActionForm(action.task(), action.knownBy(), action.ownerAgencyId().toString(), action.ownerMemberId() == null ? "" : action.ownerMemberId().toString(),
                due.day(), due.month(), due.year(), action.version(), null);
    }

    public DateBoxes due() {
        return new DateBoxes(dueDay, dueMonth, dueYear);
    }

    Errors validate() {
        var check = new Field.Check();
        check.text("task", "What is to be done", task, LONGEST_TASK, true);
        check.text("knownBy", "How will we know that it is done", knownBy, LONGEST_TASK, false);
        check.that(agencyId().isPresent(), "agency", "Choose the agency that does it");
        check.date("due", "The day it is due", due(), true);
        return check.errors();
    }

    String known() {
        return Field.clean(knownBy);
    }

    Optional<UUID> agencyId() {
        return Ids.parse(agency);
    }

    Optional<UUID> personId() {
        return Ids.parse(person);
    }

    LocalDate dueOn() {
        return due().parse(Errors.none(), "due", "", true);
    }

    /** Whether the writer wants to be told what could be clearer, before it is kept. */
    boolean looksFirst() {
        return "yes".equals(look);
    }

    int seen() {
        return version == null ? -1 : version;
    }
}
