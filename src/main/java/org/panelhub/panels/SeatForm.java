package org.panelhub.panels;

import java.time.LocalDate;
import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.identity.Role;
import org.panelhub.page.DateBoxes;

import io.quarkus.qute.TemplateData;

/** A seat as typed. Without a last day it holds until it is ended. */
@TemplateData
public record SeatForm(@RestForm String member, @RestForm String role, @RestForm("from-day") String fromDay, @RestForm("from-month") String fromMonth,
        @RestForm("from-year") String fromYear, @RestForm("until-day") String untilDay, @RestForm("until-month") String untilMonth,
        @RestForm("until-year") String untilYear) {

    static final List<Role> ROLES = List.of(Role.REPRESENTATIVE, Role.DEPUTY, Role.CHAIR, Role.VICE_CHAIR, Role.INDEPENDENT_CHAIR, Role.COORDINATOR, Role.ANALYST,
            Role.SPOC, Role.RESEARCHER, Role.VICTIM_REPRESENTATIVE);

    static SeatForm empty(LocalDate today) {
        return of(null, null, today, null);
    }

    static SeatForm of(String member, String role, LocalDate from, LocalDate until) {
        var first = DateBoxes.of(from);
        var last = DateBoxes.of(until);
        return new SeatForm(member, role, first.day(), first.month(), first.year(), last.day(), last.month(), last.year());
    }

    public DateBoxes from() {
        return new DateBoxes(fromDay, fromMonth, fromYear);
    }

    public DateBoxes until() {
        return new DateBoxes(untilDay, untilMonth, untilYear);
    }
}
