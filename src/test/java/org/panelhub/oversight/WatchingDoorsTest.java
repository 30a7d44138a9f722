package org.panelhub.oversight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;

/** The doors by which the record is watched, tried as the serving role by those for whom they are not meant. */
class WatchingDoorsTest {

    private static final String REFUSED = "42501";

    private static final List<String> OF_INFORMATION_LEADS = List.of("select access.begin_verification(null, null)", "select access.stop_verification(gen_random_uuid())",
            "select * from access.search_record(null, null, null, null, '-infinity', 'infinity', null, null, false, 10)", "select * from access.watch_figures()",
            "select access.set_watch_figures(1, 1, 2, 5, 1, 1)", "select * from access.worth_a_look()");

    private static final List<String> OF_THE_HUBS_OWN_WORK = List.of("select * from access.next_verification()", "select access.verified(hub.partnership(), gen_random_uuid(), '{}', true)",
            "select access.mail_seal(hub.partnership(), 'a', 'b', 'c')");

    @Test
    void theyOpenToAnInformationLeadAloneAndTheHubsOwnWorkToNobody() throws SQLException {
        for (var account : List.of("police", "coordinator", "chair", "admin", "hillside.police", "not.linked")) {
            try (var viewer = Entered.as(account)) {
                for (var door : OF_INFORMATION_LEADS) {
                    assertEquals(REFUSED, viewer.refusal(door), account + ": " + door);
                }
            }
        }
        try (var lead = Entered.as("infolead"); var nobody = Entered.nobody(); var mail = Entered.service("mail")) {
            for (var door : OF_INFORMATION_LEADS) {
                assertEquals("", lead.refusal(door), door);
                assertEquals(REFUSED, nobody.refusal(door), door);
                assertEquals(REFUSED, mail.refusal(door), door);
            }
            for (var door : OF_THE_HUBS_OWN_WORK) {
                assertEquals(REFUSED, lead.refusal(door), door);
                assertEquals(REFUSED, nobody.refusal(door), door);
                assertEquals(REFUSED, mail.refusal(door), door);
            }
        }
    }

    @Test
    void aSearchGivesNothingOfAnotherPartnershipOrController() throws SQLException {
        try (var lead = Entered.as("infolead")) {
            var strangers = lead.all("""
                    select r.kind from access.search_record(null, null, null, null, '-infinity', 'infinity', null, null, false, 20000) r
                     where r.agency_id not in (select agency_id from access.controller_agency) and (r.about_agency_id is null or r.about_agency_id not in (select agency_id from access.controller_agency))""");
            assertEquals(List.of(), strangers);
            assertEquals(List.of(), lead.all("select r.kind from access.search_record(null, 'HS-4TRWK', null, null, '-infinity', 'infinity', null, null, false, 10) r"));
            var own = lead.all("select r.kind from access.search_record(null, null, null, null, '-infinity', 'infinity', null, null, false, 20000) r");
            assertTrue(own.containsAll(List.of("item", "member", "legal_basis")), "her own: " + own);
        }
    }
}
