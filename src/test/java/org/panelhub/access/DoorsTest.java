package org.panelhub.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;

/** The doors that look past the rule, tried as the serving role by those for whom they are not meant. */
class DoorsTest {

    private static final String REFUSED = "42501";

    private final UUID planted = UUID.randomUUID();

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.outbox where template = 'planted' or subject like '%' || ?", planted.toString());
        HubRows.run("delete from hub.invitation where code_hash like ? || '%'", planted.toString());
        HubRows.run("delete from hub.sign_in where subject like ? || '%'", planted.toString());
        HubRows.run("delete from hub.member where name = ?", planted.toString());
    }

    @Test
    void theDoorsOfTheHubsOwnWorkAreShutToEveryPersonAndToNobody() throws SQLException {
        var doors = List.of("select access.calendar('x')", "select * from access.claim_mail(10, interval '1 minute')", "select access.mail_sent(gen_random_uuid(), gen_random_uuid())",
                "select access.mail_failed(gen_random_uuid(), gen_random_uuid(), '', null, true)", "select * from access.overdue_actions()", "select * from access.research_due(hub.today())", "select * from access.declarations_due(hub.today())",
                "select * from access.lapsing()",
                "select access.escalate(1, hub.today() - 1)", "select access.escalation_days()", "select * from access.escalated_now()",
                "select access.remind(hub.partnership(), hub.viewer(), 'a', 'b', 'c', true)");
        try (var hillside = Entered.as("hillside.police"); var admin = Entered.as("admin"); var nobody = Entered.nobody()) {
            for (var door : doors) {
                assertEquals(REFUSED, hillside.refusal(door), door);
                assertEquals(REFUSED, admin.refusal(door), door);
                assertEquals(REFUSED, nobody.refusal(door), door);
            }
        }
    }

    @Test
    void onlyAnAdministratorLearnsThatAnotherAreaHasAnAddress() throws SQLException {
        try (var admin = Entered.as("admin"); var spoc = Entered.as("spoc"); var nobody = Entered.nobody()) {
            var another = HubRows.one("select s.area from hub.trigger_scheme s join hub.partnership p on p.id = s.partnership_id and p.reference_prefix = 'HS'");
            var own = HubRows.one("select s.area from hub.trigger_scheme s join hub.partnership p on p.id = s.partnership_id and p.reference_prefix = 'RV'");
            assertEquals("f", admin.one("select access.area_taken(?)", own));
            if (another != null) {
                assertEquals("t", admin.one("select access.area_taken(?)", another));
            }
            assertEquals("f", spoc.one("select access.area_taken(?)", another));
            assertEquals("f", nobody.one("select access.area_taken('riverside')"));
        }
    }

    @Test
    void whomAProtocolConcernsIsToldToItsAdministratorsAndOfficersOnly() throws SQLException {
        var protocol = UUID.fromString(HubRows.one("select o.id from hub.protocol o join hub.partnership p on p.id = o.partnership_id where p.reference_prefix = 'RV' and o.edition = 3 and o.name = 'Information sharing protocol'"));
        var door = "select m.name from access.concerned_by(?) c join hub.member m on m.id = c";
        try (var admin = Entered.as("admin"); var police = Entered.as("police"); var fire = Entered.as("fire"); var hillside = Entered.as("hillside.coordinator")) {
            assertEquals(Set.of("Peter Osei", "Sgt Daniel Reyes", "Dr Amara Cole", "Lena Fischer"), Set.copyOf(admin.all(door, protocol)));
            assertEquals("4", police.one("select count(*) from access.concerned_by(?)", protocol), "an officer who answers for one of its signatories");
            assertEquals("0", fire.one("select count(*) from access.concerned_by(?)", protocol));
            assertEquals("0", hillside.one("select count(*) from access.concerned_by(?)", protocol));
        }
    }

    @Test
    void whoWroteLastIsToldOfWhatOneMayChangeOnly() throws SQLException {
        var last = "select at from access.last_write(?, ?)";
        var theirs = UUID.fromString(HubRows.one("select i.id from hub.item i join hub.agency a on a.id = i.agency_id where a.short_name = 'mental health' and i.state = 'WITHHELD' limit 1"));
        var sealed = UUID.fromString(HubRows.one("select id from hub.case_file where reference = 'RV-C8WNP'"));
        var seen = UUID.fromString(HubRows.one("select id from hub.case_file where reference = 'RV-7K4QM'"));
        try (var police = Entered.as("police"); var health = Entered.as("mentalhealth"); var housing = Entered.as("housing"); var hillside = Entered.as("hillside.police")) {
            assertFalse(health.all(last, "item", theirs).isEmpty());
            assertTrue(police.all(last, "item", theirs).isEmpty());
            assertFalse(police.all(last, "case_file", sealed).isEmpty(), "on its list");
            assertTrue(housing.all(last, "case_file", sealed).isEmpty());
            assertTrue(housing.all(last, "withholding", theirs).isEmpty());
            assertFalse(housing.all(last, "case_file", seen).isEmpty());
            assertTrue(hillside.all(last, "case_file", seen).isEmpty());
        }
    }

    @Test
    void whoIsBarredIsToldToThoseOnlyWhoPrepareOrTriage() throws SQLException {
        var member = UUID.fromString(HubRows.one("select member_id from hub.sign_in where subject = 'demo-police'"));
        var barred = UUID.fromString(HubRows.one("select member_id from hub.sign_in where subject = 'demo-childrens'"));
        var file = UUID.fromString(HubRows.one("select id from hub.case_file where reference = 'RV-P9ZTG'"));
        var told = "select access.may_be_told(?, array[?::uuid, ?::uuid])";
        try (var coordinator = Entered.as("coordinator"); var fire = Entered.as("fire"); var hillside = Entered.as("hillside.police")) {
            assertEquals(List.of(member.toString()), coordinator.all(told, file, member, barred));
            assertEquals(List.of(), fire.all(told, file, member, barred));
            assertEquals(List.of(), hillside.all(told, file, member, barred));
        }
    }

    @Test
    void oneServiceDoesNotOpenTheDoorsOfAnother() throws SQLException {
        try (var mail = Entered.service("mail"); var reminders = Entered.service("reminders")) {
            assertEquals("", mail.refusal("select * from access.claim_mail(10, interval '1 minute')"));
            assertEquals(REFUSED, mail.refusal("select * from access.overdue_actions()"));
            assertEquals("", reminders.refusal("select * from access.overdue_actions()"));
            assertEquals(REFUSED, reminders.refusal("select * from access.claim_mail(10, interval '1 minute')"));
        }
    }

    @Test
    void aPersonCannotEnterAsAServiceNorAServiceAsAPerson() throws SQLException {
        try (var police = Entered.as("police"); var unknown = Entered.as("not.linked"); var mail = Entered.service("mail")) {
            assertEquals(REFUSED, police.refusal("select access.enter_service('mail')"));
            assertEquals(REFUSED, unknown.refusal("select access.enter_service('mail')"));
            assertEquals(REFUSED, mail.refusal("select access.enter('http://localhost:1/realms/hub-demo', 'demo-police')"));
            assertEquals(REFUSED, mail.refusal("select access.enter_service('reminders')"));
        }
    }

    @Test
    void tenMailsWithoutAnAddressKeepNoOtherMailBack() throws SQLException {
        var nameless = UUID.randomUUID();
        HubRows.run("insert into hub.member (partnership_id, id, agency_id, name) select partnership_id, ?, agency_id, ? from hub.member where name = 'Priya Nair'", nameless, planted.toString());
        HubRows.run("""
                insert into hub.outbox (partnership_id, id, to_member, template, subject, body, next_try_at)
                select m.partnership_id, gen_random_uuid(), m.id, 'planted', 'without an address', '', hub.now() - interval '9 days' from hub.member m, generate_series(1, 10) where m.id = ?""", nameless);
        HubRows.run("""
                insert into hub.outbox (partnership_id, id, to_member, template, subject, body, next_try_at)
                select partnership_id, ?, id, 'planted', 'with one', '', hub.now() - interval '8 days' from hub.member where name = 'Priya Nair'""", planted);
        // The worker of this test run may have been quicker; then it was not kept back either.
        try (var mail = Entered.service("mail")) {
            var claimed = mail.all("select id from access.claim_mail(1, interval '1 minute')");
            assertTrue(claimed.contains(planted.toString()) || !"0".equals(HubRows.one("select tries from hub.outbox where id = ?", planted)), "claimed instead: " + claimed);
        }
        HubRows.run("delete from hub.outbox where template = 'planted'");
    }

    @Test
    void anInvitationLinksOnlyTheSignInThatEnteredAndOnlyAnOpenAccountAndOnlyOnce() throws SQLException {
        var member = UUID.randomUUID();
        HubRows.run("insert into hub.member (partnership_id, id, agency_id, name) select partnership_id, ?, agency_id, ? from hub.member where name = 'Priya Nair'", member, planted.toString());
        HubRows.run("insert into hub.invitation (partnership_id, id, member_id, code_hash, expires_at) select partnership_id, ?, id, ?, hub.now() + interval '1 day' from hub.member where id = ?",
                UUID.randomUUID(), planted.toString(), member);
        var accept = "select access.accept_invitation(?)";
        try (var nobody = Entered.nobody()) {
            assertEquals(REFUSED, nobody.refusal(accept, planted.toString()));
        }
        HubRows.run("update hub.member set active = false where id = ?", member);
        try (var invited = Entered.as(planted.toString())) {
            assertEquals("EXPIRED", invited.one(accept, planted.toString()));
        }
        HubRows.run("update hub.member set active = true where id = ?", member);
        try (var linked = Entered.as("police")) {
            assertEquals("ALREADY_LINKED", linked.one(accept, planted.toString()));
        }
        try (var invited = Entered.as(planted.toString())) {
            assertEquals("LINKED", invited.one(accept, planted.toString()));
            assertEquals("USED", invited.one(accept, planted.toString()));
            assertNotEquals(null, invited.one("select access.enter(?, ?)", HubDatabase.ISSUER, "demo-" + planted), "and may go on in the same request");
        }
    }

    @Test
    void thePeopleOfAReferralAreMovedOntoItsCaseOnceAndNeverToAnother() throws SQLException {
        var referral = UUID.fromString(HubRows.one("select id from hub.referral where own_reference = 'NG-20431'"));
        var other = UUID.randomUUID();
        for (var id : List.of(planted, other)) {
            HubRows.run("insert into hub.case_file (partnership_id, id, panel_id, reference, subject, summary) select partnership_id, ?, panel_id, 'RV-' || upper(left(?, 8)), '', '' from hub.referral where id = ?", id, id.toString(), referral);
        }
        var adopt = "select access.adopt_referral(?, ?)";
        try {
            accepted(referral, planted);
            try (var police = Entered.as("police"); var coordinator = Entered.as("coordinator")) {
                assertEquals(REFUSED, police.refusal(adopt, referral, planted));
                assertEquals(REFUSED, coordinator.refusal(adopt, referral, other), "not the case it opened");
                assertEquals("", coordinator.refusal(adopt, referral, planted));
                assertEquals(REFUSED, coordinator.refusal(adopt, referral, planted), "once only");
            }
            HubRows.run("update hub.person set case_id = ? where referral_id = ?", planted, referral);
            accepted(referral, other);
            try (var coordinator = Entered.as("coordinator")) {
                assertEquals(REFUSED, coordinator.refusal(adopt, referral, other));
            }
        } finally {
            HubRows.run("update hub.person set case_id = null where referral_id = ?", referral);
            HubRows.run("update hub.referral set state = 'SENT', case_id = null where id = ?", referral);
            HubRows.run("delete from hub.case_file where id in (?, ?)", planted, other);
        }
    }

    @Test
    void noViewThatPoliciesReadTellsAnotherPartnershipOrNobodyAnything() throws SQLException {
        var views = HubRows.all("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = 'access' and c.relkind = 'v' and has_table_privilege('hub_app', c.oid, 'select')""");
        var riverside = Set.copyOf(HubRows.all("""
                select x.id::text from hub.partnership p cross join lateral (
                  select id from hub.case_file where partnership_id = p.id union all select id from hub.item where partnership_id = p.id union all select id from hub.meeting where partnership_id = p.id
                  union all select id from hub.member where partnership_id = p.id union all select id from hub.panel where partnership_id = p.id union all select id from hub.agency where partnership_id = p.id
                  union all select id from hub.minutes_paragraph where partnership_id = p.id) x where p.reference_prefix = 'RV'"""));
        assertFalse(views.isEmpty() || riverside.isEmpty());
        try (var hillside = Entered.as("hillside.police"); var nobody = Entered.nobody()) {
            for (var view : views) {
                assertEquals(List.of(), nobody.all("select to_jsonb(v)::text from " + view + " v"), view);
                assertTrue(hillside.all("select x.value from " + view + " v, jsonb_each_text(to_jsonb(v)) x").stream().noneMatch(riverside::contains), view);
            }
        }
    }

    @Test
    void whyACaseIsOpenToSomebodyIsToldOnlyToThoseToWhomItIsOpen() throws SQLException {
        var barredFrom = HubRows.one("select id from hub.case_file where reference = 'RV-P9ZTG'");
        var sealed = HubRows.one("select id from hub.case_file where reference = 'RV-C8WNP'");
        var other = HubRows.one("select id from hub.case_file where reference = 'HS-4TRWK'");
        var barred = HubRows.one("select id from hub.member where name = 'Ella Wood'");
        var explain = "select e.ground from access.explain(?::uuid, ?::uuid) e";
        try (var noise = Entered.as("noise"); var childrens = Entered.as("childrens"); var nobody = Entered.nobody(); var police = Entered.as("police")) {
            for (var hidden : List.of(barredFrom, sealed, other)) {
                assertEquals(List.of(), noise.all(explain, barred, hidden));
                assertEquals(List.of(), childrens.all(explain, childrens.one("select hub.viewer()"), hidden));
                assertEquals(List.of(), nobody.all(explain, barred, hidden));
            }
            assertTrue(police.all(explain, police.one("select hub.viewer()"), barredFrom).contains("standing"));
        }
    }

    @Test
    void aPlaceOnTheTeamOfASealedCaseIsNotToldToWhomIsNotOnItsList() throws SQLException {
        HubRows.run("""
                insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during) select c.partnership_id, ?, c.id, c.panel_id, m.id, 'CASE_WORKER', daterange(hub.today(), null)
                  from hub.case_file c, hub.member m where c.reference = 'RV-C8WNP' and m.name = 'PC Tom Ashby'""", planted);
        var sealed = HubRows.one("select id from hub.case_file where reference = 'RV-C8WNP'");
        try (var named = Entered.as("police.other")) {
            assertFalse(named.one("select access.me()").contains(sealed));
        }
        HubRows.run("update hub.case_file set sealed = false where id = ?::uuid", sealed);
        try (var named = Entered.as("police.other")) {
            assertTrue(named.one("select access.me()").contains(sealed), "unsealed, it is told again");
        } finally {
            HubRows.run("update hub.case_file set sealed = true where id = ?::uuid", sealed);
            HubRows.run("delete from hub.case_team where id = ?", planted);
        }
    }

    @Test
    void aMailIsPutInForOnesOwnColleaguesOnlyAndOnlyOneThatTheHubSends() throws SQLException {
        var chair = HubRows.one("select member_id from hub.sign_in where subject = 'demo-chair'");
        var hillside = HubRows.one("select member_id from hub.sign_in where subject = 'demo-hillside-police'");
        var post = "select access.post(?::uuid, ?, ?, ?, ?, null)";
        var subject = "OFFICIAL: " + planted;
        try (var noise = Entered.as("noise"); var nobody = Entered.nobody(); var admin = Entered.as("admin")) {
            assertEquals(REFUSED, noise.refusal("insert into hub.outbox (partnership_id, id, to_member, template, subject, body) values (hub.partnership(), gen_random_uuid(), ?::uuid, 'minutes', 'x', 'x')", chair));
            assertEquals(REFUSED, nobody.refusal(post, chair, "minutes", subject, "Read them: {hub}/meetings", "key"));
            assertEquals(REFUSED, noise.refusal(post, hillside, "minutes", subject, "Read them: {hub}/meetings", "key"));
            assertEquals(REFUSED, noise.refusal(post, UUID.randomUUID().toString(), "minutes", subject, "Read them: {hub}/meetings", "key"));
            assertEquals(REFUSED, noise.refusal(post, chair, "free prize", subject, "Read them: {hub}/meetings", "key"));
            assertEquals(REFUSED, noise.refusal(post, chair, "minutes", subject, "Read them: http://evil.example", "key"));
            assertEquals(REFUSED, noise.refusal(post, chair, "minutes", "OFFICIAL: www.evil.example", "Read them", "key"));
            assertEquals(REFUSED, noise.refusal(post, chair, "invitation", subject, "Open {hub}/invitation/x", null));
            assertEquals("", admin.refusal(post, chair, "invitation", subject, "Open {hub}/invitation/x", null));
            assertEquals("", noise.refusal(post, chair, "minutes", subject, "Read them: {hub}/meetings", "key"));
            assertEquals("1", noise.one("select count(*) from audit.entry where member_id = hub.viewer() and kind = 'outbox' and act = 'INSERT' and tx = pg_current_xact_id()"), "it is on record");
        }
    }

    @Test
    void theEntryOfAMeetingGoesOutOnlyForWhoPreparesItsPanel() throws SQLException {
        var chair = HubRows.one("select member_id from hub.sign_in where subject = 'demo-chair'");
        var meeting = HubRows.one("select m.id from hub.meeting m join hub.panel p on p.id = m.panel_id where m.state = 'PLANNED' and p.name = 'Vulnerable Victims Panel' limit 1");
        var elsewhere = HubRows.one("select m.id from hub.meeting m join hub.partnership p on p.id = m.partnership_id where p.name like 'Safer Hillside%' limit 1");
        var post = "select access.post(?::uuid, 'meeting', 'OFFICIAL: ' || ?, 'x', null, ?::uuid)";
        try (var noise = Entered.as("noise"); var coordinator = Entered.as("coordinator")) {
            assertEquals(REFUSED, noise.refusal(post, chair, planted, meeting));
            var tell = "select access.tell_invited(?::uuid, ?, 'OFFICIAL: x', ?, 'key')";
            assertEquals(REFUSED, noise.refusal(tell, meeting, "meeting moved", "x"));
            assertEquals(REFUSED, coordinator.refusal(tell, elsewhere, "meeting moved", "x"));
            assertEquals(REFUSED, coordinator.refusal(tell, meeting, "minutes", "x"));
            assertEquals(REFUSED, coordinator.refusal(tell, meeting, "meeting moved", "Go to www.evil.example"));
            assertEquals("", coordinator.refusal(tell, meeting, "meeting moved", "x"));
            assertEquals(REFUSED, coordinator.refusal(post, chair, planted, elsewhere));
            assertEquals("", coordinator.refusal(post, chair, planted, meeting));
        }
    }

    @Test
    void nobodyHoldsBackAnothersMailByTakingItsKeyFirst() throws SQLException {
        var chair = HubRows.one("select member_id from hub.sign_in where subject = 'demo-chair'");
        var post = "select access.post(?::uuid, 'minutes', 'OFFICIAL: ' || ?, 'x', ?, null)";
        for (var account : List.of("noise", "coordinator", "coordinator")) {
            try (var sender = Entered.as(account)) {
                sender.one(post, chair, planted.toString(), "minutes " + planted);
                sender.keep();
            }
        }
        assertEquals("2", HubRows.one("select count(*) from hub.outbox where subject = 'OFFICIAL: ' || ?", planted.toString()), "one of each sender");
    }

    @Test
    void aReminderCountsNoActionThatItsReaderDoesNotFind() throws SQLException {
        // One more for the representative of housing on each case of the panel: among them a sealed one and, for children's services, one it is barred from.
        HubRows.run("""
                insert into hub.action (partnership_id, id, case_id, panel_id, owner_agency_id, owner_member_id, task, due_on, made_by)
                select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.agency_id, o.by_name, ?, hub.today() - 5, m.id
                  from hub.case_file c join hub.sign_in s on s.subject in ('demo-housing', 'demo-childrens', 'demo-police') join hub.member m on m.id = s.member_id,
                       lateral (values (null::uuid), (m.id)) o (by_name) where c.reference like 'RV-%'""", "planted " + planted);
        try (var reminders = Entered.service("reminders")) {
            var told = reminders.all("select member_id || ' ' || actions from access.overdue_actions()");
            assertTrue(told.size() >= 3, told.toString());
            var sealed = "select count(*) from hub.action a join hub.case_file c on c.id = a.case_id where c.sealed and a.task = ?";
            assertNotEquals("0", HubRows.one(sealed, "planted " + planted), "there is something to hide");
            for (var line : told) {
                var member = line.split(" ")[0];
                try (var reader = Entered.as(HubRows.one("select replace(substr(subject, 6), '-', '.') from hub.sign_in where member_id = ?::uuid limit 1", member))) {
                    var onPage = reader.one("""
                            select count(*) from hub.action a where a.state = 'OPEN' and a.due_on < hub.today()
                               and (a.owner_member_id = hub.viewer() or (a.owner_member_id is null and a.owner_agency_id = hub.agency()))""");
                    assertEquals(line, reader.one("select hub.viewer()") + " " + onPage);
                }
            }
        } finally {
            HubRows.run("delete from hub.action where task = ?", "planted " + planted);
        }
    }

    @Test
    void whereWhoIsNamedHasLeftTheAgencysRepresentativeIsRemindedOfTheAction() throws SQLException {
        HubRows.run("""
                insert into hub.action (partnership_id, id, panel_id, owner_agency_id, owner_member_id, task, due_on, made_by)
                select p.partnership_id, gen_random_uuid(), p.id, m.agency_id, m.id, ?, hub.today() - 5, m.id from hub.sign_in s join hub.member m on m.id = s.member_id
                  join hub.panel p on p.partnership_id = m.partnership_id and p.short_name = 'VVP' where s.subject = 'demo-police-other'""", "planted " + planted);
        try {
            var before = overdueOfPolice();
            HubRows.run("update hub.member set active = false where id = (select member_id from hub.sign_in where subject = 'demo-police-other')");
            assertEquals(before + 1, overdueOfPolice());
        } finally {
            HubRows.run("update hub.member set active = true where id = (select member_id from hub.sign_in where subject = 'demo-police-other')");
            HubRows.run("delete from hub.action where task = ?", "planted " + planted);
        }
    }

    private static int overdueOfPolice() throws SQLException {
        try (var reminders = Entered.service("reminders")) {
            return reminders.all("select member_id || ' ' || actions from access.overdue_actions()").stream().filter(l -> l.startsWith(HubRows.one("select member_id from hub.sign_in where subject = 'demo-police'"))).map(l -> Integer.parseInt(l.split(" ")[1]))
                    .findFirst().orElse(0);
        }
    }

    @Test
    void aReminderOfResearchCountsNoRequestThatItsReaderDoesNotFind() throws SQLException {
        HubRows.run("""
                insert into hub.research_request (partnership_id, id, case_id, panel_id, agency_id, asked_by, question, due_on)
                select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.agency_id, m.id, ?, hub.today() - 1
                  from hub.case_file c join hub.sign_in s on s.subject in ('demo-housing', 'demo-childrens', 'demo-police') join hub.member m on m.id = s.member_id where c.reference like 'RV-%' and c.state = 'OPEN'""",
                "planted " + planted);
        try (var reminders = Entered.service("reminders")) {
            var told = reminders.all("select member_id || ' ' || requests from access.research_due(hub.today())");
            assertTrue(told.size() >= 3, told.toString());
            for (var line : told) {
                try (var reader = Entered.as(HubRows.one("select replace(substr(subject, 6), '-', '.') from hub.sign_in where member_id = ?::uuid limit 1", line.split(" ")[0]))) {
                    assertEquals(line, reader.one("select hub.viewer()") + " " + reader.one("select count(*) from hub.research_request r where r.agency_id = hub.agency() and r.answered_at is null and r.due_on <= hub.today()"));
                }
            }
        } finally {
            HubRows.run("delete from hub.research_request where question = ?", "planted " + planted);
        }
    }

    private static void accepted(UUID referral, UUID caseId) {
        HubRows.run("update hub.referral set state = 'ACCEPTED', case_id = ? where id = ?", caseId, referral);
    }
}
