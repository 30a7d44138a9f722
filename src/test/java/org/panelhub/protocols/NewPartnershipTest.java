package org.panelhub.protocols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.panelhub.Founded;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** A partnership that did not exist sets itself up through its pages until nothing is missing. */
@QuarkusTest
class NewPartnershipTest {

    private final Visitor visitor = new Visitor();

    @Test
    @TestSecurity(user = "founder")
    void aPartnershipSetsItselfUpFromNothing() {
        var link = Founded.partnership("Safer Newtown", "NT", "Newtown Council", "Frances Founder", "frances@newtown.example");
        var invitation = link.replaceFirst("^https?://[^/]+", "");

        assertEquals("Link your sign-in", visitor.page(invitation).select("h1").text());
        assertEquals(303, visitor.send(invitation, invitation).statusCode());
        assertEquals(410, visitor.send(invitation, invitation).statusCode(), "an invitation works once");

        var start = visitor.page("/set-up");
        assertTrue(start.text().contains("A panel needs at least two agencies"), start.text());

        // The panel, with the agencies that it usually expects.
        var preset = visitor.page("/panels/new?preset=vvp-lambeth");
        var created = visitor.sendFrom(preset, "/panels/new", "preset", "vvp-lambeth", "kind", value(preset, "kind"), "name", value(preset, "name"), "shortName", value(preset, "shortName"),
                "purpose", text(preset, "purpose"), "marking", "OFFICIAL-SENSITIVE", "undertakingText", text(preset, "undertakingText"), "declarationText", text(preset, "declarationText"));
        var expected = visitor.follow(created);
        var panel = expected.select("form[action^=/panels/]").attr("action").replaceFirst("/agencies$", "");
        var council = expected.select("select[name=body] option").stream().filter(o -> o.text().contains("Newtown Council")).findFirst().orElseThrow().val();
        List<String> fields = new ArrayList<>(List.of("preset", "vvp-lambeth"));
        expected.select("input[name=agencies][checked]").forEach(box -> fields.addAll(List.of("agencies", box.val())));
        var missing = expected.select("select[name=body]");
        assertEquals(11, missing.size(), "the community safety team is there from the beginning");
        missing.forEach(select -> fields.addAll(List.of("body", chosen(select).isEmpty() ? council : chosen(select))));
        expected.select("input[name=called]").forEach(box -> fields.addAll(List.of("called", "Newtown " + box.val())));
        var sheet = visitor.follow(visitor.sendFrom(expected, panel + "/agencies", fields.toArray(String[]::new)));
        assertTrue(sheet.text().contains("second Thursday, 10:00"), sheet.text());
        assertTrue(sheet.text().contains("Newtown Victim support"), sheet.text());

        // A seat for a representative of each agency, in one go. The founder, an administrator, takes none.
        var agencies = visitor.page("/members/new").select("select[name=agency] option").stream().filter(o -> !o.val().isEmpty() && !o.val().equals("none")).toList();
        assertEquals(12, agencies.size());
        for (Element agency : agencies) {
            var mail = agency.text().toLowerCase().replaceAll("[^a-z]", "") + "@newtown.example";
            visitor.done("/members/new", "/members/new", "name", "Rep of " + agency.text(), "agency", agency.val(), "email", mail, "jobTitle", "", "telephone", "");
        }
        var representatives = visitor.page(panel + "/representatives");
        List<String> named = new ArrayList<>();
        assertFalse(representatives.select("option").text().contains("Frances"), "an administrator is not offered itself");
        representatives.select("select[name=member]").forEach(select -> named.addAll(List.of("member", chosen(select))));
        assertEquals(24, named.size());
        assertTrue(visitor.follow(visitor.sendFrom(representatives, panel + "/representatives", named.toArray(String[]::new))).text().contains("12 seats were given"));
        var members = visitor.page(panel + "/seats/new").select("select[name=member] option");
        seat(panel, members.stream().filter(o -> o.text().startsWith("Rep of Newtown Council")).findFirst().orElseThrow().val(), "COORDINATOR");
        seat(panel, members.stream().filter(o -> o.text().startsWith("Rep of Newtown Police")).findFirst().orElseThrow().val(), "CHAIR");

        // The protocol, what each agency relies on, and the signatures.
        var form = visitor.page("/protocols/new");
        var protocol = visitor.follow(visitor.sendFrom(form, "/protocols/new", dates(form, "name", "Information sharing protocol", "summary", "", "panels", panel.replace("/panels/", ""))));
        var path = protocol.select("a[href$=/edit]").attr("href").replaceFirst("/edit$", "");
        protocol.select("a[href*=/bases/new]").forEach(a -> {
            var basis = visitor.page(a.attr("href"));
            List<String> answers = new ArrayList<>(List.of("storesResearch", "yes"));
            basis.select("main input.govuk-input").forEach(i -> answers.addAll(List.of(i.attr("name"), i.val())));
            visitor.follow(visitor.sendFrom(basis, basis.select("main form").attr("action"), answers.toArray(String[]::new)));
        });
        visitor.page(path).select("a[href*=/signatures/new]").forEach(a -> {
            var signature = visitor.page(a.attr("href"));
            visitor.follow(visitor.sendFrom(signature, path + "/signatures/new", dates(signature, "signatory", chosen(signature.selectFirst("select[name=signatory]")), "signedBy", "The head",
                    "designatedOfficer", "The officer", "deputyOfficer", "")));
        });

        // The questions that a referral answers: ours, until the area has its own.
        visitor.done("/set-up/instruments", "/set-up/instruments/example", "shipped", "VULNERABILITY");

        // What is left is for others to do: sign in, and sign their undertakings.
        var setUp = visitor.page("/set-up");
        var left = setUp.select(".govuk-task-list__item:has(.govuk-tag)").eachText();
        assertEquals(3, left.size(), left.toString());
        assertTrue(left.stream().anyMatch(t -> t.contains("12 of 13 not linked")), left.toString());
        assertTrue(left.stream().anyMatch(t -> t.contains("12 of 12 members not yet")), left.toString());
        assertTrue(left.stream().anyMatch(t -> t.contains("information governance lead")), left.toString());
    }

    private void seat(String panel, String member, String role) {
        var page = visitor.page(panel + "/seats/new");
        visitor.follow(visitor.sendFrom(page, panel + "/seats/new", dates(page, "member", member, "role", role)));
    }

    /** The dates as they stand in the form, and other fields. */
    static String[] dates(Document page, String... more) {
        List<String> fields = new ArrayList<>(List.of(more));
        page.select(".govuk-date-input__input").forEach(box -> fields.addAll(List.of(box.attr("name"), box.val())));
        return fields.toArray(String[]::new);
    }

    private static String value(Document page, String field) {
        var element = page.selectFirst("[name=" + field + "]");
        return element.tagName().equals("select") ? chosen(element) : element.val();
    }

    private static String text(Document page, String area) {
        return page.selectFirst("textarea[name=" + area + "]").wholeText();
    }

    private static String chosen(Element select) {
        var option = select.selectFirst("option[selected]");
        return option == null ? "" : option.val();
    }

}
