package org.panelhub.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.meetings.TestMeetings;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** The longest forms, without JavaScript: what is kept as a draft is there again, and goes when the form is saved. */
@QuarkusTest
@TestSecurity(user = "coordinator")
class DraftButtonTest {

    private static final LocalDate DAY = LocalDate.now();
    private final Visitor visitor = new Visitor();
    private String path;

    @BeforeEach
    void aCaseOfItsOwn() {
        path = "/cases/" + TestMeetings.aCase("Dora Drafted");
    }

    @Test
    void ofTheProfileOfACase() {
        var form = path + "/edit";
        var page = kept(form, "summary", "Half a summary", "subject", "Dora Drafted");
        visitor.follow(visitor.sendFrom(page, form, "subject", "Dora Drafted", "category", "", "summary", "A whole summary", "version", version(page)));
        savedAs(form, "summary", "A whole summary");
    }

    @Test
    void ofAnItemBeforeItIsAddedAndWhenItIsCorrected() {
        var form = path + "/information/new";
        var page = kept(form, "body", "Half of what we know");
        var list = visitor.follow(visitor.sendFrom(page, form, item("All that we know", "")));
        savedAs(form, "body", "");

        var edit = list.select("a:contains(Details)").attr("href") + "/edit";
        var correcting = kept(edit, "body", "Better, but not yet right");
        visitor.follow(visitor.sendFrom(correcting, edit, item("Right", version(correcting))));
        savedAs(edit, "body", "Right");
    }

    @Test
    void ofTheProtectionPlan() {
        var form = path + "/plan/write";
        var page = kept(form, "aims", "Half an aim");
        var next = DAY.plusWeeks(5);
        visitor.follow(visitor.sendFrom(page, form, "aims", "A whole aim", "measures", "Patrols", "victimView", "", "reviewNote", "", "manager", "", "version", version(page),
                "review-day", String.valueOf(next.getDayOfMonth()), "review-month", String.valueOf(next.getMonthValue()), "review-year", String.valueOf(next.getYear())));
        savedAs(form, "aims", "A whole aim");
    }

    @Test
    void isThrownAwayWhenItsAuthorWantsNoneOfIt() {
        var form = path + "/edit";
        var page = kept(form, "summary", "A thought that was none");
        var button = page.select("button:contains(Throw the draft away)").first();
        visitor.follow(visitor.sendFrom(page, button.attr("formaction"), button.attr("name"), button.val()));
        savedAs(form, "summary", "");
    }

    @Test
    void leadsBackToAPageOfTheHubOnly() {
        var page = visitor.page(path + "/edit");
        for (var elsewhere : new String[] { "//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example" }) {
            var answer = visitor.sendFrom(page, "/drafts/away", "summary", "x", "draft-page", elsewhere);
            assertEquals(303, answer.statusCode());
            assertFalse(answer.header("Location").contains("elsewhere"), answer.header("Location"));
        }
    }

    /** Types something, presses "Save as draft", and finds it again on a page that was opened anew. */
    private Document kept(String form, String field, String text, String... more) {
        var page = visitor.page(form);
        var button = page.select("button:contains(Save as draft)").first();
        var fields = new java.util.ArrayList<>(java.util.List.of(field, text, "version", version(page), button.attr("name"), button.val()));
        fields.addAll(java.util.List.of(more));
        var back = visitor.follow(visitor.sendFrom(page, button.attr("formaction"), fields.toArray(String[]::new)));
        assertTrue(back.text().contains("The draft is kept"), back.text());
        var again = visitor.page(form);
        assertEquals(text, again.select("[name=" + field + "]").val());
        assertTrue(again.text().contains("it is not saved yet"), again.text());
        return again;
    }

    private void savedAs(String form, String field, String text) {
        var page = visitor.page(form);
        assertEquals(text, page.select("[name=" + field + "]").val());
        assertFalse(page.text().contains("it is not saved yet"), page.text());
    }

    private static String version(Document page) {
        return page.select("input[name=version]").val();
    }

    private static String[] item(String body, String version) {
        return new String[] { "nature", "FACT", "body", body, "sourceDate-day", String.valueOf(DAY.getDayOfMonth()), "sourceDate-month", String.valueOf(DAY.getMonthValue()),
                "sourceDate-year", String.valueOf(DAY.getYear()), "marking", "OFFICIAL-SENSITIVE", "handlingCode", "", "handling", "", "version", version };
    }
}
