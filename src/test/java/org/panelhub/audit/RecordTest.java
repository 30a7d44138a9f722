package org.panelhub.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;

/** What the record holds, whom it tells, and that nobody writes into it what did not happen. */
class RecordTest {

    private static final String REFUSED = "42501";

    private final UUID planted = UUID.randomUUID();

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.invitation where id = ?", planted);
        HubRows.run("delete from hub.outbox where id = ?", planted);
    }

    @Test
    void anInvitationsCodeCannotBeChangedUnseen() throws SQLException {
        HubRows.run("""
                insert into hub.invitation (partnership_id, id, member_id, code_hash, expires_at) select partnership_id, ?, id, ?, hub.now() + interval '1 day' from hub.member where name = 'Ella Wood'""",
                planted, "old " + planted);
        try (var admin = Entered.as("admin")) {
            assertEquals(REFUSED, admin.refusal("update hub.invitation set code_hash = 'mine' where id = ?", planted));
            assertEquals(REFUSED, admin.refusal("update hub.invitation set member_id = hub.viewer() where id = ?", planted));
            assertEquals("", admin.refusal("update hub.invitation set expires_at = hub.now() where id = ?", planted));
        }
        HubRows.run("update hub.invitation set code_hash = ? where id = ?", "new " + planted, planted);
        assertEquals("1", HubRows.one("select count(*) from audit.entry where kind = 'invitation' and act = 'UPDATE' and subject = ?", planted.toString()));
        assertEquals("0", HubRows.one("select count(*) from audit.detail where body::text like '%old ' || ? || '%' or body::text like '%new ' || ? || '%'", planted.toString(), planted.toString()));
    }

    @Test
    void whoLookedTellsCoordinatorAndChairNothingOfInformationThatTheyDoNotSee() throws SQLException {
        for (var account : List.of("coordinator", "chair")) {
            try (var viewer = Entered.as(account)) {
                var hidden = HubRows.all("select id from hub.item where state in ('PREPARED', 'WITHHELD') and panel_id in (select panel_id from hub.case_file where reference like 'RV-%')");
                hidden.removeAll(viewer.all("select id from hub.item"));
                assertFalse(hidden.isEmpty(), "there is something to hide from " + account);
                // What somebody once did itself, it may go on knowing.
                var told = viewer.all("select subject from audit.entry where kind in ('item', 'withholding') and member_id is distinct from hub.viewer()");
                assertFalse(told.isEmpty(), "what it sees is told");
                told.retainAll(hidden);
                assertEquals(List.of(), told, account);
                var releases = viewer.all("select subject from audit.entry where kind = 'disclosure' and member_id is distinct from hub.viewer()");
                // Of those that there are: other tests have tidied theirs away.
                releases.retainAll(HubRows.all("select id from hub.disclosure"));
                releases.removeAll(viewer.all("select id from hub.disclosure"));
                assertEquals(List.of(), releases, account);
            }
        }
        // Whose information it is goes on seeing who looked.
        var withheld = HubRows.one("select i.id from hub.item i join hub.agency a on a.id = i.agency_id where i.state = 'WITHHELD' and a.short_name = 'mental health' limit 1");
        try (var originator = Entered.as("mentalhealth")) {
            assertFalse(originator.all("select id from audit.entry where kind = 'item' and subject = ?", withheld).isEmpty());
        }
    }

    @Test
    void whatAMailSaysIsReadByNobody() throws SQLException {
        HubRows.run("""
                insert into hub.outbox (partnership_id, id, to_member, template, subject, body, given_up_at) select partnership_id, ?, id, 'invitation', 'OFFICIAL: Your account', 'the link', hub.now()
                  from hub.member where name = 'Ella Wood'""", planted);
        try (var admin = Entered.as("admin")) {
            assertEquals("OFFICIAL: Your account", admin.one("select subject from hub.outbox where id = ?", planted));
            assertEquals(REFUSED, admin.refusal("select body from hub.outbox where id = ?", planted));
            assertEquals(REFUSED, admin.refusal("select o from hub.outbox o where id = ?", planted));
        }
        try (var police = Entered.as("police")) {
            assertFalse(police.all("select id from hub.outbox").contains(planted.toString()));
        }
    }

    @Test
    void nobodyWritesIntoTheRecordWhatItsDoorsAreNotFor() throws SQLException {
        try (var noise = Entered.as("noise")) {
            for (var act : List.of("DELETE", "INSERT", "UPDATE", "REFUSED", "SIGNED_IN")) {
                assertEquals(REFUSED, noise.refusal("select audit.read(jsonb_build_array(jsonb_build_object('kind', 'case_file', 'subject', 'forged', 'act', ?::text)))", act), act);
            }
            assertEquals(REFUSED, noise.refusal("select audit.read('[{\"kind\": \"A Case!\", \"subject\": \"forged\"}]')"));
            assertEquals(REFUSED, noise.refusal("insert into audit.entry (act, kind) values ('READ', 'case_file')"));
            assertEquals("", noise.refusal("select audit.read('[{\"kind\": \"case_file\", \"subject\": \"seen\", \"act\": \"EXPORTED\"}]')"));
        }
    }

    @Test
    void aRefusalSaysOfEachKindOfPaperFromWhichCaseItHangs() throws SQLException {
        var sealed = HubRows.one("select id from hub.case_file where reference = 'RV-C8WNP'");
        HubRows.run("insert into hub.letter (partnership_id, id, case_id, panel_id, kind, addressee, body, made_by) select partnership_id, ?, id, panel_id, 'CLOSING_NOTICE', '', '', gen_random_uuid() from hub.case_file where id = ?::uuid", planted, sealed);
        try (var noise = Entered.as("noise")) {
            var asked = new ArrayList<>(List.of("RV-C8WNP", "rv-c8wnp", sealed, sealed.toUpperCase(Locale.ROOT), planted.toString()));
            for (var table : List.of("item", "disclosure", "action", "agenda_item", "minutes_paragraph", "person", "plan")) {
                var one = HubRows.one("select id from hub." + table + " where case_id = ?::uuid limit 1", sealed);
                if (one != null) {
                    asked.add(one);
                }
            }
            for (var subject : asked) {
                noise.one("select audit.refused('paper', ?, 'absent')", subject);
            }
            noise.keep();
            assertEquals(String.valueOf(asked.size()), HubRows.one("select count(*) from audit.entry where kind = 'paper' and act = 'REFUSED' and case_id = ?::uuid and failed like '%seal%'", sealed));
        } finally {
            HubRows.run("delete from hub.letter where id = ?", planted);
        }
    }

    @Test
    void aRefusalSaysWhatFailedAndFromWhichPlaceItWasTried() throws SQLException {
        var hidden = HubRows.one("select i.id from hub.item i join hub.agency a on a.id = i.agency_id where a.short_name = 'mental health' and i.state = 'WITHHELD' limit 1");
        try (var police = Entered.as("police")) {
            police.one("select audit.refused('item', ?, 'absent')", hidden);
            police.one("select audit.refused('permission', '/cases/RV-7K4QM/team', 'None of your roles may name a case manager')");
            police.one("select audit.refused('item', ?, 'absent')", planted.toString());
            police.keep();
        }
        assertEquals(List.of("absent||", "None of your roles may name a case manager|RV-7K4QM|representative", "no release in force reaches this member|RV-7K4QM|representative"), last(3));
        try (var unknown = Entered.as("not.linked")) {
            unknown.one("select audit.refused('account', '/cases', 'not linked')");
            unknown.keep();
        }
        assertEquals(List.of("linked to no account: demo-not-linked of http://localhost:1/realms/hub-demo||"), last(1));
        HubRows.run("update hub.member set active = false where name = 'Ella Wood'");
        try (var inactive = Entered.as("probation")) {
            inactive.one("select audit.refused('account', '/cases', 'not linked')");
            inactive.keep();
            assertEquals(List.of("the account is not active||"), last(1));
            assertEquals("Ella Wood", HubRows.one("select m.name from audit.entry e join hub.member m on m.id = e.member_id where e.act = 'REFUSED' order by e.id desc limit 1"));
        } finally {
            HubRows.run("update hub.member set active = true where name = 'Ella Wood'");
        }
    }

    /** The latest refusals: the condition, the case and the place. */
    private static List<String> last(int many) {
        return HubRows.all("select concat_ws('|', e.failed, coalesce(c.reference, ''), e.capacity) from audit.entry e left join hub.case_file c on c.id = e.case_id where e.act = 'REFUSED' order by e.id desc limit " + many);
    }

    @Test
    void aLookIsRecordedWithThePlaceOnTheCaseTeamBesideTheSeat() throws SQLException {
        var file = HubRows.one("select c.id from hub.case_file c join hub.case_team t on t.case_id = c.id join hub.sign_in s on s.member_id = t.member_id where s.subject = 'demo-housing' and t.role = 'CASE_MANAGER' limit 1");
        try (var housing = Entered.as("housing")) {
            housing.one("select audit.read(jsonb_build_array(jsonb_build_object('kind', 'plan', 'subject', ?::text, 'caseId', ?::text, 'panelId', (select panel_id from hub.case_file where id = ?::uuid))))", planted.toString(), file, file);
            housing.keep();
        }
        assertEquals("representative, case manager", HubRows.one("select capacity from audit.entry where kind = 'plan' and subject = ?", planted.toString()));
        try (var observer = Entered.as("observer")) {
            observer.one("select audit.read(jsonb_build_array(jsonb_build_object('kind', 'meeting', 'subject', ?::text, 'panelId', (select panel_id from hub.attendance where capacity = 'OBSERVER' limit 1))))", planted.toString());
            observer.keep();
        }
        assertEquals("observer", HubRows.one("select capacity from audit.entry where kind = 'meeting' and subject = ?", planted.toString()));
    }

    @Test
    void aRefusalOfWhatIsNotThereLooksUpTheSameKeysAsOneOfWhatIsHidden() throws SQLException {
        var hidden = lookups(HubRows.one("select id from hub.item where case_id = (select id from hub.case_file where reference = 'RV-C8WNP') limit 1"));
        assertTrue(hidden.startsWith("0 whole, "), "no table is gone through from end to end: " + hidden);
        assertEquals(hidden, lookups(UUID.randomUUID().toString()));
        assertEquals(hidden, lookups("RV-C8WNP"));
        assertEquals(hidden, lookups("RV-ZZZZZ"));
    }

    /** How often a table was gone through whole, and how often one was asked for a key, with the planner told that every table may be large. */
    private static String lookups(String subject) throws SQLException {
        try (var noise = Entered.ownerAs("noise")) {
            noise.all("set local enable_seqscan = off");
            noise.all("set local enable_bitmapscan = off");
            var counted = "select sum(seq_scan) || ' ' || sum(idx_scan) from pg_stat_xact_user_tables where schemaname = 'hub'";
            var before = noise.one(counted).split(" ");
            noise.one("select audit.case_of(?)", subject);
            noise.one("select audit.panel_of(?)", subject);
            var after = noise.one(counted).split(" ");
            return Long.parseLong(after[0]) - Long.parseLong(before[0]) + " whole, " + (Long.parseLong(after[1]) - Long.parseLong(before[1])) + " by key";
        }
    }
}
