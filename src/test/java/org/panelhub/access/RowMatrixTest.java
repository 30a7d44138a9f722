package org.panelhub.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who sees which rows: every table, every kind of viewer, in PostgreSQL as the serving role. The expected rows were read and judged one by one. */
class RowMatrixTest {

    private static final Path EXPECTED = Path.of("src/test/resources/row-matrix.txt");
    private static Connection database;

    @BeforeAll
    static void begin() throws SQLException {
        database = RowMatrix.database();
    }

    @AfterEach
    void undo() throws SQLException {
        database.rollback();
    }

    @AfterAll
    static void end() throws SQLException {
        database.close();
    }

    @Test
    void everyViewerSeesExactlyTheRowsThatTheRuleGives() throws SQLException, IOException {
        var lines = RowMatrix.read(database);
        Files.writeString(Path.of("target", "row-matrix.txt"), String.join("\n", lines) + "\n");
        assertEquals(Files.readString(EXPECTED, StandardCharsets.UTF_8), String.join("\n", lines) + "\n", "If the rule or the demo changed on purpose: read the difference, then copy target/row-matrix.txt to " + EXPECTED);
    }

    @Test
    void everyTableHasARowThatSomeoneSeesAndNobodySeesNothing() throws SQLException {
        var lines = String.join("\n", RowMatrix.read(database));
        for (var table : RowMatrix.tables(database)) {
            var section = lines.substring(lines.indexOf("\n" + table + "\n"));
            section = section.substring(0, section.indexOf("\n\n") < 0 ? section.length() : section.indexOf("\n\n"));
            if (RowMatrix.SEEN_BY_NOBODY.contains(table)) {
                assertTrue(section.strip().lines().count() == 3 && section.endsWith("(no privilege)"), "only doors reach " + table + ": " + section);
                continue;
            }
            assertTrue(Pattern.compile(": [1-9]\\d*(\n|$)").matcher(section).find(), "no viewer sees any row of " + table + ": plant one");
            assertTrue(Pattern.compile("nobody(; [^:\n]*)?: 0").matcher(section).find(), "nobody sees rows of " + table);
        }
    }

    @Test
    void everyTableHasItsLineInTheDocumentAndTheDocumentNamesNoOther() throws SQLException, IOException {
        var documented = new TreeSet<String>();
        var line = Pattern.compile("^\\| `((?:hub|audit)\\.[a-z_]+)` \\|");
        for (var text : Files.readAllLines(Path.of("docs/access.md"))) {
            var matcher = line.matcher(text);
            if (matcher.find()) {
                documented.add(matcher.group(1));
            }
        }
        assertEquals(new TreeSet<>(RowMatrix.tables(database)), documented);
    }

    @Test
    void withdrawingASignatureEndsSightAtOnceButNotOfOnesOwn() throws SQLException {
        assertEquals(List.of("RV-7K4QM", "RV-B6ARD", "RV-C8WNP", "RV-H5LBK", "RV-M2XDT", "RV-P9ZTG"), RowMatrix.references(database, "police"));
        change("update hub.signature set withdrawn_on = hub.today(), withdrawn_reason = 'x' where signatory_id = (select id from hub.signatory where name = 'Riverside Police')");
        assertEquals(List.of(), RowMatrix.references(database, "police"));
        assertEquals(List.of("A named associate wa", "A warning was given ", "Four calls from the ", "Three reports under "), RowMatrix.items(database, "police"));
        assertEquals(4, RowMatrix.references(database, "mentalhealth").size(), "the others go on");
    }

    @Test
    void aSeatThatEndedOpensNothing() throws SQLException {
        change("update hub.seat set during = daterange(lower(during), hub.today()) where member_id = (select id from hub.member where name = 'Sgt Daniel Reyes')");
        assertEquals(List.of(), RowMatrix.references(database, "police"));
        assertEquals(4, RowMatrix.items(database, "police").size(), "an author keeps sight of what it wrote itself");
    }

    @Test
    void anUndertakingThatRanOutOpensNothing() throws SQLException {
        change("update hub.undertaking set during = daterange(lower(during), hub.today()) where member_id = (select id from hub.member where name = 'Sgt Daniel Reyes')");
        assertEquals(List.of(), RowMatrix.references(database, "police"));
        assertEquals(4, RowMatrix.items(database, "police").size());
    }

    @Test
    void anInactiveAccountSeesNothingAtAll() throws SQLException {
        change("update hub.member set active = false where name = 'Sgt Daniel Reyes'");
        assertEquals(List.of(), RowMatrix.references(database, "police"));
        assertEquals(List.of(), RowMatrix.items(database, "police"));
    }

    @Test
    void aProtocolThatEndedOpensNothingToAnyone() throws SQLException {
        change("update hub.protocol set in_force = daterange(lower(in_force), hub.today())");
        assertEquals(List.of(), RowMatrix.references(database, "coordinator"));
        assertEquals(List.of(), RowMatrix.references(database, "hillside.police"));
    }

    @Test
    void aDisclosureThatExpiredOrWasWithdrawnEndsSight() throws SQLException {
        assertTrue(RowMatrix.items(database, "mentalhealth").contains("Four calls from the "));
        change("update hub.disclosure set during = daterange(lower(during), hub.today()) where to_panel is not null");
        assertTrue(RowMatrix.items(database, "mentalhealth").stream().noneMatch("Four calls from the "::equals));
        change("update hub.disclosure set withdrawn_at = hub.now() where to_agency is not null");
        assertEquals(List.of("Home visit done; smo", "Medication history.", "Sleep and appetite h", "Under the community "), RowMatrix.items(database, "mentalhealth"), "its own, and what it heard itself");
    }

    @Test
    void intelligenceOfHandlingCodeCGoesOnlyToThoseNamedInIt() throws SQLException {
        change("""
                insert into hub.disclosure (partnership_id, id, item_id, case_id, panel_id, agency_id, to_panel, purpose, gateway, conditions, protocol_id, necessity, proportionality, consent, during, released_by)
                select partnership_id, gen_random_uuid(), item_id, case_id, panel_id, agency_id, panel_id, purpose, gateway, conditions, protocol_id, necessity, proportionality, consent, during, released_by from hub.disclosure
                 where item_id = (select id from hub.item where handling_code = 'C') limit 1""");
        assertTrue(RowMatrix.items(database, "housing").contains("A named associate wa"));
        assertTrue(RowMatrix.items(database, "socialcare").stream().noneMatch("A named associate wa"::equals));
    }

    @Test
    void aHiddenParentCannotBeToldFromAnAbsentOne() throws SQLException {
        var hidden = insertUnder("(select id from hub.case_file where reference = 'RV-C8WNP')");
        var absent = insertUnder("gen_random_uuid()");
        assertEquals("42501", hidden);
        assertEquals(hidden, absent);
    }

    @Test
    void aBarReadFromATableThatIsItselfHiddenFailsOpenAndTheMatrixFindsIt() throws SQLException {
        var sound = RowMatrix.read(database);
        change("""
                drop policy bar_and_seal on hub.case_file;
                create policy bar_and_seal on hub.case_file as restrictive for all to hub_app using (
                  not exists (select from hub.case_bar b where b.case_id = case_file.id and b.member_id = (select hub.viewer()) and b.lifted_at is null)
                  and (not sealed or id = any ((select hub.pass('hub.admitted'))::uuid[])))""");
        assertTrue(RowMatrix.references(database, "childrens").contains("RV-P9ZTG"), "the planted fault opens the case to the barred member");
        assertNotEquals(sound, RowMatrix.read(database));
    }

    private static void change(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String insertUnder(String caseId) throws SQLException {
        String id;
        try (var statement = database.createStatement(); var rows = statement.executeQuery("select %s".formatted(caseId))) {
            rows.next();
            id = rows.getString(1);
        }
        var before = database.setSavepoint();
        RowMatrix.enter(database, "mentalhealth");
        try (var statement = database.prepareStatement("""
                insert into hub.item (partnership_id, id, case_id, panel_id, agency_id, author_id, nature, body)
                select hub.partnership(), gen_random_uuid(), ?::uuid, (select id from hub.panel where short_name = 'VVP'), hub.agency(), hub.viewer(), 'FACT', 'x'""")) {
            statement.setString(1, id);
            statement.execute();
            return "inserted";
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            database.rollback(before);
        }
    }
}
