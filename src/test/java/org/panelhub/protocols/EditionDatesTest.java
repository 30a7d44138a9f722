package org.panelhub.protocols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.page.Dates;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/** Editions as an administrator enters them, rightly and wrongly; each protocol is this test's own, so that nobody's access depends on it. */
@QuarkusTest
@TestSecurity(user = "admin")
class EditionDatesTest {

    private static final LocalDate TODAY = LocalDate.parse(HubRows.one("select hub.today()::text"));

    private final Visitor visitor = new Visitor();
    private final String name = "Trial of editions " + UUID.randomUUID();
    private final String panel = HubRows.one("select n.id::text from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.reference_prefix = 'RV' and n.short_name = 'VVP'");
    private final String board = HubRows.one("select n.id::text from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.reference_prefix = 'RV' and n.short_name = 'CT-MARAC'");

    @AfterEach
    void undo() {
        HubRows.run("update hub.protocol set in_force = 'empty' where name = ?", name);
    }

    @Test
    void anEditionIsEnteredForADayToComeAndTheOneBeforeStandsUntilThen() {
        var first = made(TODAY.minusDays(5), TODAY.plusYears(2));
        var next = edition(first, TODAY.plusDays(20), null);
        assertTrue(next.text().contains("Not yet in force"), next.text());
        assertEquals(days(TODAY.minusDays(5), TODAY.plusDays(20)), inForce(1));
        var before = visitor.page(first);
        assertTrue(before.text().contains("Edition 2 follows on " + Dates.day(TODAY.plusDays(20))), before.text());
        assertTrue(before.text().contains("In force"));
        assertTrue(before.select("a[href$=/new-edition]").isEmpty(), "one edition follows another");
    }

    @Test
    void whenTheFirstDayMovesTheEditionBeforeStandsUntilThenOrAsLongAsWasAgreed() {
        var first = made(TODAY.minusDays(5), TODAY.plusDays(99));
        var next = edition(first, TODAY.plusDays(20), null).select("a[href$=/edit]").attr("href");
        change(next, TODAY.plusDays(40), null);
        assertEquals(days(TODAY.minusDays(5), TODAY.plusDays(40)), inForce(1));
        assertEquals(days(TODAY.plusDays(40), null), inForce(2));
        change(next, TODAY.plusDays(10), null);
        assertEquals(days(TODAY.minusDays(5), TODAY.plusDays(10)), inForce(1));
        change(next, TODAY.plusDays(150), null);
        assertEquals(days(TODAY.minusDays(5), TODAY.plusDays(100)), inForce(1), "not longer than was agreed");
        // Saved as it stands, an edition that was cut short keeps what was agreed.
        change(next, TODAY.plusDays(10), null);
        var shortened = visitor.page(first + "/edit");
        visitor.follow(visitor.sendFrom(shortened, first + "/edit", NewPartnershipTest.dates(shortened, "name", name, "panels", panel, "version", shortened.select("input[name=version]").val())));
        change(next, TODAY.plusDays(150), null);
        assertEquals(days(TODAY.minusDays(5), TODAY.plusDays(100)), inForce(1));
    }

    @Test
    void overlappingAndContradictoryDatesAreToldBesideTheirFieldsAndWhatWasTypedStays() {
        var first = made(TODAY.plusDays(5), null);
        var path = first + "/new-edition";
        var form = visitor.page(path);
        var overlapping = refused(visitor.sendFrom(form, path, days(TODAY.plusDays(5), null, null, "summary", "Better")));
        assertEquals("Error: First day must be after " + Dates.day(TODAY.plusDays(5)) + ", on which edition 1 began", overlapping.select("#from-error").text());
        assertEquals("Better", overlapping.select("#summary").text());
        assertEquals(Integer.toString(TODAY.plusDays(5).getDayOfMonth()), overlapping.select("#from").val());
        var past = refused(visitor.sendFrom(form, path, days(TODAY.minusDays(1), null, TODAY.plusDays(9))));
        assertFalse(past.select("#from-error").isEmpty());
        var early = refused(visitor.sendFrom(form, path, days(TODAY.plusDays(30), null, TODAY.plusDays(30))));
        assertEquals("Error: Review date must be after the first day", early.select("#review-error").text());
        var empty = refused(visitor.sendFrom(form, path, "summary", ""));
        assertEquals("Error: Enter first day", empty.select("#from-error").text());
        assertEquals("Error: Enter review date", empty.select("#review-error").text());
        assertEquals("Error: Choose at least one panel that it covers", empty.select("#panels-error").text());

        var next = edition(first, TODAY.plusDays(20), null).select("a[href$=/edit]").attr("href");
        var back = visitor.page(first + "/edit");
        var into = refused(visitor.sendFrom(back, first + "/edit", days(TODAY.plusDays(5), TODAY.plusDays(25), TODAY.plusDays(10), "name", name, "version", back.select("input[name=version]").val())));
        assertEquals("Error: Last day must be before " + Dates.day(TODAY.plusDays(20)) + ", on which edition 2 begins", into.select("#until-error").text());
        var after = refused(visitor.sendFrom(back, first + "/edit", days(TODAY.plusDays(21), null, TODAY.plusDays(40), "name", name, "version", back.select("input[name=version]").val())));
        assertTrue(after.select("#from-error").text().contains("on which edition 2 begins"), after.text());
        var edit = visitor.page(next);
        var before = refused(visitor.sendFrom(edit, next, days(TODAY.plusDays(4), null, TODAY.plusDays(40), "name", name, "version", edit.select("input[name=version]").val())));
        assertTrue(before.select("#from-error").text().contains("on which edition 1 began"), before.text());
    }

    @Test
    void aTimeBetweenTwoEditionsInWhichNoneIsInForceIsWarnedOfAndTakenOnlyWhereItIsMeant() {
        var first = made(TODAY.minusDays(5), TODAY.plusDays(70));
        var path = first + "/new-edition";
        var form = visitor.page(path);
        assertTrue(form.select("#anyway").isEmpty(), "nothing to warn of yet");
        var warned = refused(visitor.sendFrom(form, path, days(TODAY.plusDays(81), null, TODAY.plusDays(140), "summary", "Better")));
        assertEquals("Error: Edition 1 ends on " + Dates.day(TODAY.plusDays(70)) + ": from " + Dates.day(TODAY.plusDays(71)) + " to " + Dates.day(TODAY.plusDays(80))
                + " none would be in force, and nobody would see a case of its panels. Begin on " + Dates.day(TODAY.plusDays(71)) + ", or tick the box if that is meant", warned.select("#anyway-error").text());
        assertEquals("Better", warned.select("#summary").text());
        assertEquals(Integer.toString(TODAY.plusDays(81).getDayOfMonth()), warned.select("#from").val());
        visitor.follow(visitor.sendFrom(form, path, days(TODAY.plusDays(71), null, TODAY.plusDays(140))));
        assertEquals(days(TODAY.plusDays(71), null), inForce(2), "the day after is no gap");
        var edit = visitor.page(first).select("a:contains(Edition 2)").attr("href") + "/edit";
        var opened = visitor.page(edit);
        var version = opened.select("input[name=version]").val();
        assertFalse(refused(visitor.sendFrom(opened, edit, days(TODAY.plusDays(73), null, TODAY.plusDays(140), "name", name, "version", version))).select("#anyway-error").isEmpty(), "also when its first day moves");
        visitor.follow(visitor.sendFrom(opened, edit, days(TODAY.plusDays(73), null, TODAY.plusDays(140), "name", name, "version", version, "anyway", "true")));
        assertEquals(days(TODAY.plusDays(73), null), inForce(2));
    }

    @Test
    void anEditionThatHasBegunIsNotTakenBack() {
        var first = made(TODAY.minusDays(5), null);
        var next = edition(first, TODAY, null).select("a[href$=/edit]").attr("href");
        var edit = visitor.page(next);
        var late = refused(visitor.sendFrom(edit, next, days(TODAY.plusDays(9), null, TODAY.plusDays(40), "name", name, "version", edit.select("input[name=version]").val())));
        assertEquals("Error: It has begun, and edition 1 has ended with it. Make a new edition", late.select("#from-error").text());
    }

    @Test
    void aNewEditionAsksForSignaturesByMailAndItsPageSaysWhoWillLoseSight() {
        // On the partnership's own protocol, and undone again.
        var third = "/protocols/" + HubRows.one("select o.id::text from hub.protocol o join hub.partnership p on p.id = o.partnership_id where p.reference_prefix = 'RV' and o.edition = 3 and o.name = 'Information sharing protocol'");
        var before = HubRows.one("select in_force::text from hub.protocol where id = ?::uuid", third.replaceFirst(".*/", ""));
        try {
            var form = visitor.page(third + "/new-edition");
            var made = visitor.follow(visitor.sendFrom(form, third + "/new-edition", days(TODAY.plusDays(30), null, TODAY.plusDays(200), "panels", panel, "panels", board)));
            for (var lost : new String[] { "ASB Case Review board", "Vulnerable Victims Panel" }) {
                assertTrue(made.text().contains("Sgt Daniel Reyes, Riverside Police safeguarding: " + lost), made.text());
            }
            assertTrue(made.text().contains("Dr Amara Cole"), made.text());
            assertFalse(made.text().contains("Karl Jensen,"), "who sees nothing now loses nothing");
            var signing = made.select("a[href*=/signatures/new]").first().attr("href").replaceFirst("[?].*", "");
            var signature = visitor.page(signing);
            var signed = visitor.follow(visitor.sendFrom(signature, signing, NewPartnershipTest.dates(signature, "signatory", HubRows.one("select id::text from hub.signatory where name = 'Riverside Police'"),
                    "signedBy", "Supt James Marsh", "designatedOfficer", "Sgt Daniel Reyes")));
            assertFalse(signed.text().contains("Sgt Daniel Reyes, Riverside Police"), "it has signed and stays");
            assertTrue(signed.text().contains("Dr Amara Cole,"));
            assertTrue(visitor.page(third).text().contains("1 of the 7 signatories that stand by this edition have signed it"), visitor.page(third).text());
            for (var address : new String[] { "police@riverside.example", "mentalhealth@riverside.example", "admin@riverside.example", "coordinator@riverside.example" }) {
                org.awaitility.Awaitility.await().atMost(java.time.Duration.ofSeconds(60)).until(() -> sent(address) > 0);
            }
            assertEquals(1, sent("police@riverside.example"));
            assertEquals(0, sent("fire@riverside.example"), "its officer has no account named");
            assertEquals(0, sent("hillside.police@hillside.example"));
            var mail = HubDatabase.mails().to("police@riverside.example").stream().filter(m -> m.subject().contains("waits for signatures")).findFirst().orElseThrow();
            assertTrue(mail.text().contains("Information sharing protocol, edition 4"), mail.text());
            assertTrue(mail.text().contains(Dates.day(TODAY.plusDays(30))));
        } finally {
            HubRows.run("delete from hub.signature where protocol_id in (select id from hub.protocol where edition = 4 and name = 'Information sharing protocol')");
            HubRows.run("delete from hub.legal_basis where protocol_id in (select id from hub.protocol where edition = 4 and name = 'Information sharing protocol')");
            HubRows.run("delete from hub.protocol_panel where protocol_id in (select id from hub.protocol where edition = 4 and name = 'Information sharing protocol')");
            HubRows.run("delete from hub.protocol where edition = 4 and name = 'Information sharing protocol'");
            HubRows.run("update hub.protocol set in_force = ?::daterange where id = ?::uuid", before, third.replaceFirst(".*/", ""));
        }
    }

    private static long sent(String address) {
        return HubDatabase.mails().to(address).stream().map(m -> m.subject()).filter(s -> s.contains("waits for signatures")).count();
    }

    private String made(LocalDate from, LocalDate until) {
        var form = visitor.page("/protocols/new");
        var page = visitor.follow(visitor.sendFrom(form, "/protocols/new", days(from, until, from.plusDays(60), "name", name)));
        return page.select("a[href$=/new-edition]").attr("href").replaceFirst("/new-edition$", "");
    }

    private Document edition(String first, LocalDate from, LocalDate until) {
        var form = visitor.page(first + "/new-edition");
        return visitor.follow(visitor.sendFrom(form, first + "/new-edition", days(from, until, from.plusDays(60))));
    }

    private void change(String edit, LocalDate from, LocalDate until) {
        var form = visitor.page(edit);
        visitor.follow(visitor.sendFrom(form, edit, days(from, until, from.plusDays(60), "name", name, "version", form.select("input[name=version]").val(), "anyway", "true")));
    }

    private String[] days(LocalDate from, LocalDate until, LocalDate review, String... more) {
        var fields = new java.util.ArrayList<>(java.util.List.of(more));
        if (!fields.contains("panels")) {
            fields.addAll(java.util.List.of("panels", panel));
        }
        date(fields, "from", from);
        date(fields, "until", until);
        date(fields, "review", review);
        return fields.toArray(String[]::new);
    }

    private static void date(java.util.List<String> fields, String name, LocalDate day) {
        if (day != null) {
            fields.addAll(java.util.List.of(name + "-day", Integer.toString(day.getDayOfMonth()), name + "-month", Integer.toString(day.getMonthValue()), name + "-year", Integer.toString(day.getYear())));
        }
    }

    private static String days(LocalDate from, LocalDate end) {
        return "[" + from + "," + (end == null ? "" : end) + ")";
    }

    private String inForce(int edition) {
        return HubRows.one("select in_force::text from hub.protocol where name = ? and edition = ?", name, edition);
    }

    private static Document refused(Response answer) {
        assertEquals(422, answer.statusCode(), answer.asString());
        return Jsoup.parse(answer.asString());
    }
}
