package org.panelhub.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;

/** "Why" agrees with the policies, and tells whoever asks no more than it may see. */
class WhyTest {

    /** Each change of the facts that could part the two, undone after it was compared. */
    private static final List<String> TURNS = List.of("select 1",
            "update hub.signature set withdrawn_on = hub.today(), withdrawn_reason = 'x' where signatory_id = (select id from hub.signatory where name = 'Riverside Police')",
            "update hub.seat set during = daterange(lower(during), hub.today()) where member_id in (select id from hub.member where name in ('Priya Nair', 'Dr Amara Cole'))",
            "update hub.undertaking set during = daterange(lower(during), hub.today()) where member_id = (select id from hub.member where name = 'Stan Kowalski')",
            "update hub.member set active = false where name in ('Sgt Daniel Reyes', 'Priya Nair')",
            "update hub.case_file set sealed = true",
            "insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'x' from hub.case_file c, hub.member m where c.reference = 'RV-7K4QM' and m.name in ('Priya Nair', 'Sgt Daniel Reyes')",
            "update hub.disclosure set during = daterange(lower(during), hub.today()) where to_panel is not null",
            "update hub.disclosure set withdrawn_at = hub.now() where to_meeting is not null or to_agency is not null",
            "insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'CASE_WORKER', daterange(hub.today(), null) from hub.case_file c, hub.member m where c.reference = 'RV-7K4QM' and m.name in ('PC Tom Ashby', 'Karl Jensen', 'Ella Wood')",
            """
            insert into hub.guest (partnership_id, id, meeting_id, panel_id, case_id, member_id) select c.partnership_id, gen_random_uuid(), a.meeting_id, c.panel_id, c.id, a.member_id
              from hub.case_file c, hub.attendance a join hub.member m on m.id = a.member_id where c.reference = 'RV-7K4QM' and m.name = 'Tessa Grant';
            update hub.attendance set capacity = 'GUEST', present = true where member_id = (select id from hub.member where name = 'Tessa Grant');
            insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during) select p.partnership_id, gen_random_uuid(), m.id, p.id, 'x', daterange(hub.today(), hub.today() + 9)
              from hub.member m join hub.panel p on p.partnership_id = m.partnership_id where m.name = 'Tessa Grant'""",
            """
            insert into hub.emergency (partnership_id, id, case_id, panel_id, member_id, opened_as, reason, until, review_by) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'CHAIR', 'x', hub.now() + interval '2 hours', hub.today()
              from hub.case_file c, hub.member m where m.name = 'Supt James Marsh' and c.reference in ('RV-C8WNP', 'RV-M2XDT');
            delete from hub.admission""",
            """
            update hub.meeting set state = 'OPEN' where state = 'PUBLISHED';
            insert into hub.declaration (partnership_id, id, meeting_id, panel_id, member_id, purpose, text_signed) select a.partnership_id, gen_random_uuid(), a.meeting_id, a.panel_id, a.member_id, 'MEETING', 'x'
              from hub.attendance a join hub.meeting m on m.id = a.meeting_id and m.state = 'OPEN';
            update hub.attendance set present = true where meeting_id in (select id from hub.meeting where state = 'OPEN');
            update hub.item set meeting_id = (select id from hub.meeting where state = 'OPEN' order by id limit 1) where how = 'SAID_ALOUD';
            update hub.disclosure set to_meeting = (select id from hub.meeting where state = 'OPEN' order by id limit 1) where to_meeting is not null""",
            "update hub.item set handling_code = 'C' where body like 'Four calls%'", "update hub.item set state = 'WITHHELD' where body like 'Sleep%'");

    @AfterEach
    void undo() {
        HubRows.run("delete from hub.case_bar where reason = 'Planted for why'");
    }

    @Test
    void whyAgreesWithThePoliciesForEveryMemberAndEveryCaseAndItemAfterEachTurn() throws SQLException {
        try (var database = HubDatabase.another("why")) {
            var seen = 0;
            for (var turn : TURNS) {
                var before = database.setSavepoint();
                try (var statement = database.createStatement()) {
                    statement.execute("set local session_replication_role = replica");
                    statement.execute(turn);
                }
                for (var account : all(database, "select replace(replace(subject, 'demo-', ''), '-', '.') from hub.sign_in order by 1")) {
                    var member = "(select member_id from hub.sign_in where subject = 'demo-" + account.replace('.', '-') + "')";
                    var cases = entered(database, account, "select id::text from hub.case_file order by 1");
                    var items = entered(database, account, "select id::text from hub.item order by 1");
                    assertEquals(cases, all(database, "select c.id::text from hub.case_file c join hub.member m on m.partnership_id = c.partnership_id and m.id = " + member + " where access.case_open(m.id, c.id) order by 1"), turn);
                    assertEquals(items, all(database, "select i.id::text from hub.item i join hub.member m on m.partnership_id = i.partnership_id and m.id = " + member + " where access.item_open(m.id, i.id) order by 1"), turn);
                    seen += cases.size() + items.size();
                }
                database.rollback(before);
            }
            assertTrue(seen > 500, "compared next to nothing: " + seen);
        }
    }

    private static List<String> entered(Connection database, String account, String sql) throws SQLException {
        var before = database.setSavepoint();
        RowMatrix.enter(database, account);
        var found = all(database, sql);
        database.rollback(before);
        return found;
    }

    private static List<String> all(Connection database, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = database.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }


    private static String member(String name) {
        return HubRows.one("select id from hub.member where name = ?", name);
    }

    private static List<String> asked(Entered asker, String member, String reference) throws SQLException {
        return asker.all("select e.ground || ' ' || e.holds from access.explain_reference(?::uuid, ?) e", member(member), reference);
    }

    @Test
    void whoPreparesLearnsOfBarsAndNobodyElseOfAnothersPlace() throws SQLException {
        try (var coordinator = Entered.as("coordinator"); var police = Entered.as("police"); var barred = Entered.as("childrens"); var hillside = Entered.as("hillside.coordinator")) {
            assertTrue(asked(coordinator, "Helen Brandt", "RV-P9ZTG").contains("not barred false"));
            assertEquals(List.of(), asked(police, "Helen Brandt", "RV-P9ZTG"));
            assertFalse(asked(police, "Sgt Daniel Reyes", "RV-P9ZTG").isEmpty(), "about itself");
            assertEquals(List.of(), asked(barred, "Helen Brandt", "RV-P9ZTG"));
            assertEquals(List.of(), asked(hillside, "Helen Brandt", "RV-P9ZTG"));
            assertEquals(List.of(), asked(coordinator, "Anna Bright", "RV-P9ZTG"));
            assertEquals(List.of(), asked(coordinator, "Ella Wood", "RV-P9ZTG"), "a member whom the coordinator does not work with");
        }
    }

    @Test
    void aPreparingCoordinatorWhoIsBarredLearnsNothingOfTheCase() throws SQLException {
        HubRows.run("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'Planted for why' from hub.case_file c, hub.member m where c.reference = 'RV-P9ZTG' and m.name = 'Lena Fischer'");
        var file = HubRows.one("select id from hub.case_file where reference = 'RV-P9ZTG'");
        try (var coordinator = Entered.as("coordinator")) {
            assertEquals(List.of(), asked(coordinator, "Lena Fischer", "RV-P9ZTG"));
            assertEquals(List.of(), asked(coordinator, "Helen Brandt", "RV-P9ZTG"));
            assertEquals(List.of(), coordinator.all("select * from access.deputy_needed where case_id = ?::uuid", file));
            assertEquals(List.of(), coordinator.all("select * from access.may_be_told(?::uuid, array(select id from hub.member))", file));
            assertEquals(List.of(), coordinator.all("select * from access.open_to(?::uuid, array(select id from hub.member))", file));
            assertEquals("0", coordinator.one("select count(*) from hub.case_bar where case_id = ?::uuid", file));
        }
    }

    @Test
    void anInformationLeadAsksAboutItsOwnMembersAndItsOwnInformationOnly() throws SQLException {
        var own = HubRows.one("select id from hub.item where body like 'Front door%'");
        var other = HubRows.one("select id from hub.item where body like 'Four calls%'");
        try (var lead = Entered.as("infolead")) {
            assertTrue(asked(lead, "Helen Brandt", "RV-P9ZTG").contains("not barred false"), "a member and an item of the council");
            assertEquals(List.of(), asked(lead, "Sgt Daniel Reyes", "RV-P9ZTG"), "a member of the police");
            assertEquals(List.of(), asked(lead, "Priya Nair", "RV-C8WNP"), "sealed");
            var item = "select e.ground || ' ' || e.holds from access.explain_item(?::uuid, ?::uuid) e";
            assertTrue(lead.all(item, member("Priya Nair"), own).contains("own true"));
            assertEquals(List.of("released true"), lead.all(item, member("Sgt Daniel Reyes"), own), "of other controllers' members only the release");
            assertEquals(List.of(), lead.all(item, member("Priya Nair"), other));
        }
    }

    @Test
    void whoIsOfferedAsAPlaceOnACaseIsNobodyToWhomBarOrSealShutsIt() throws SQLException {
        var barred = HubRows.one("select id from hub.case_file where reference = 'RV-P9ZTG'");
        var sealed = HubRows.one("select id from hub.case_file where reference = 'RV-C8WNP'");
        var open = "select m.name from access.open_to(?::uuid, array(select id from hub.member)) o join hub.member m on m.id = o order by 1";
        try (var coordinator = Entered.as("coordinator"); var police = Entered.as("police"); var other = Entered.as("probation")) {
            assertFalse(coordinator.all(open, barred).contains("Helen Brandt"));
            assertTrue(coordinator.all(open, barred).contains("Priya Nair"));
            assertEquals(List.of("Lena Fischer", "Sgt Daniel Reyes", "Supt James Marsh"), police.all(open, sealed));
            assertEquals(List.of(), other.all(open, barred));
        }
    }
}
