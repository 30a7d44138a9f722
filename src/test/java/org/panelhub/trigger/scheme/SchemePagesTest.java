package org.panelhub.trigger.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;

/** An administrator says how people apply; a partnership that has said nothing is told so, and not that it may not. */
@QuarkusTest
class SchemePagesTest {

    private static final String HERE = "/set-up/community-trigger/applications";

    private final Visitor visitor = new Visitor();

    private List<String> aside;

    /** What the demo has is put aside. */
    @BeforeEach
    void nothingSaid() {
        aside = HubRows.all("select to_jsonb(s)::text from hub.trigger_scheme s");
        HubRows.run("delete from hub.trigger_scheme");
    }

    @AfterEach
    void putBack() {
        HubRows.run("delete from hub.trigger_scheme");
        aside.forEach(row -> HubRows.run("insert into hub.trigger_scheme select * from jsonb_populate_record(null::hub.trigger_scheme, ?::jsonb)", row));
    }

    private Document saved(String... changed) {
        var page = visitor.page(HERE);
        return visitor.follow(visitor.sendFrom(page, HERE, fields(page, changed)));
    }

    private static String[] fields(Document page, String... changed) {
        var fields = new ArrayList<>(List.of("board", page.select("input[name=board]").first().val(), "areaName", "Riverside", "area", "riverside", "team", "Community Safety Team", "telephone", "020 7946 0000", "hours", "", "email", "",
                "address", "", "exitTo", "https://www.bbc.co.uk/weather", "privacy", "", "furtherBody", "", "furtherContact", ""));
        var version = page.select("input[name=version]");
        if (!version.isEmpty()) {
            fields.addAll(List.of("version", version.val()));
        }
        for (int i = 0; i < changed.length; i += 2) {
            int at = fields.indexOf(changed[i]);
            if (at < 0) {
                fields.addAll(List.of(changed[i], changed[i + 1]));
            } else {
                fields.set(at + 1, changed[i + 1]);
            }
        }
        return fields.toArray(String[]::new);
    }

    @Test
    void anAdministratorOpensTheFormAndPeopleCanApply() {
        SignedIn.as("spoc");
        assertTrue(visitor.page("/triggers/new").text().contains("has not said which board reviews"));
        assertEquals(403, visitor.answer(HERE).statusCode());
        SignedIn.as("admin");
        assertFalse(visitor.page("/set-up/community-trigger").select("a[href=" + HERE + "]").isEmpty());
        assertTrue(saved("open", "true").text().contains("Anybody can apply on the public page from now on"));
        assertTrue(new Visitor().page("/community-trigger").text().contains("Riverside"));
        SignedIn.as("spoc");
        assertTrue(visitor.page("/triggers/new").text().contains("received"));
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndWhatWasTypedStays() {
        SignedIn.as("admin");
        var page = visitor.page(HERE);
        var refused = visitor.sendFrom(page, HERE, fields(page, "area", "River Side", "telephone", "", "open", "true", "exitTo", "http://x", "privacy", "Our notice"));
        assertEquals(422, refused.statusCode());
        var again = Jsoup.parse(refused.asString());
        assertTrue(again.select("#area-error").text().contains("small letters"), again.text());
        assertTrue(again.select("#telephone-error").text().contains("not everybody can apply on a page"));
        assertTrue(again.select("#exitTo-error").text().contains("https://"));
        assertEquals("Our notice", again.select("#privacy").text());
        assertEquals("0", HubRows.one("select count(*)::text from hub.trigger_scheme"));
    }

    @Test
    void anAddressThatAnotherAreaHasIsRefused() {
        HubRows.run("insert into hub.trigger_scheme (partnership_id, id, panel_id, area, area_name) select n.partnership_id, gen_random_uuid(), n.id, 'riverside', 'Another' from hub.panel n join hub.partnership p on p.id = n.partnership_id where p.reference_prefix = 'HS' limit 1");
        SignedIn.as("admin");
        var page = visitor.page(HERE);
        var refused = visitor.sendFrom(page, HERE, fields(page));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("Choose another word"));
    }

    @Test
    void whoeverSavesSecondIsShownBoth() {
        SignedIn.as("admin");
        saved("team", "First team");
        var early = visitor.page(HERE);
        saved("team", "Second team");
        var refused = visitor.sendFrom(early, HERE, fields(early, "team", "Third team"));
        assertEquals(409, refused.statusCode());
        var both = Jsoup.parse(refused.asString());
        assertTrue(both.select("#conflict").text().contains("Second team") && both.select("#conflict").text().contains("Third team"), both.text());
        assertEquals("Third team", both.select("#team").val());
        visitor.follow(visitor.sendFrom(both, HERE, fields(both, "team", "Third team")));
        assertEquals("Third team", HubRows.one("select contact_team from hub.trigger_scheme"));
    }
}
