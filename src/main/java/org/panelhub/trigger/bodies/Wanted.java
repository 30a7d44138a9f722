package org.panelhub.trigger.bodies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.panelhub.partnership.AgencyView;

/**
 * Somebody whom an application makes it necessary to tell.
 *
 * @param agencyId where the partnership has an agency of that kind, or null
 * @param due by when
 */
record Wanted(Reason reason, UUID agencyId, String recipient, LocalDate due) {

    /** What decides it, as it was told. */
    record Told(String hate, String respondentMinor, String children, String landlord) {
    }

    /** @param due by when, as the procedure in force on the day of receipt has it */
    static List<Wanted> of(Told told, LocalDate due, List<AgencyView> agencies) {
        var wanted = new ArrayList<Wanted>();
        if (told.hate.equals("YES")) {
            wanted.add(one(Reason.HATE, agencies, due));
            wanted.add(one(Reason.HATE_POLICE, agencies, due));
        }
        if (told.respondentMinor.equals("YES")) {
            wanted.add(one(Reason.YOUTH, agencies, due));
        }
        if (told.children.equals("YES")) {
            wanted.add(one(Reason.CHILDREN, agencies, due));
        }
        if (!told.landlord.isBlank()) {
            wanted.add(new Wanted(Reason.LANDLORD, null, told.landlord.strip(), due));
        }
        return wanted;
    }

    private static Wanted one(Reason reason, List<AgencyView> agencies, LocalDate due) {
        return agencies.stream().filter(a -> reason.service() != null && a.kind().equals(reason.service().name())).findFirst().map(a -> new Wanted(reason, a.id(), a.name(), due))
                .orElseGet(() -> new Wanted(reason, null, reason.usually(), due));
    }
}
