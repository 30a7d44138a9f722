package org.panelhub.sharing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.restassured.response.Response;

/** The forms of an item, filled in by whoever is signed in. */
final class ItemDesk {

    private final Visitor visitor;

    ItemDesk(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Enters a fact and gives its id. */
    String enter(String information, String text, String... more) {
        visitor.follow(enterFrom(visitor.page(information + "/new"), information, text, more));
        return itemId(text);
    }

    Response enterFrom(Document page, String information, String text, String... more) {
        var fields = new ArrayList<>(List.of("nature", "FACT", "body", text, "marking", "OFFICIAL-SENSITIVE", "sourceDate-day", "3", "sourceDate-month", "10", "sourceDate-year", "2025"));
        fields.addAll(List.of(more));
        return visitor.sendFrom(page, information + "/new", fields.toArray(String[]::new));
    }

    Response correct(Document opened, String id, String text) {
        return visitor.sendFrom(opened, "/items/" + id + "/edit", "nature", "FACT", "body", text, "marking", "OFFICIAL-SENSITIVE", "sourceDate-day", "3", "sourceDate-month", "10", "sourceDate-year", "2025",
                "version", opened.select("input[name=version]").attr("value"));
    }

    Response release(String information, String id, String recipient, String value) {
        var until = LocalDate.now().plusMonths(2);
        return visitor.send(information + "/release?item=" + id, information + "/release", "items", id, recipient, value, "necessity", "Needed for the plan", "proportionality", "Only this", "consent", "GIVEN", "told", "yes",
                "until-day", "" + until.getDayOfMonth(), "until-month", "" + until.getMonthValue(), "until-year", "" + until.getYear());
    }

    /** Names and values in turn, as a browser would send a form that nobody has touched. */
    static List<String> asOffered(Document page, String form) {
        var fields = new ArrayList<String>();
        page.select(form).first().select("input, textarea, select").stream().filter(f -> !f.attr("name").isEmpty() && !f.attr("name").equals("form-token")).forEach(f -> {
            var kind = f.normalName().equals("input") ? f.attr("type") : f.normalName();
            if (kind.equals("checkbox") || kind.equals("radio")) {
                if (f.hasAttr("checked")) {
                    fields.addAll(List.of(f.attr("name"), f.attr("value")));
                }
            } else if (kind.equals("select")) {
                fields.addAll(List.of(f.attr("name"), f.select("option[selected]").isEmpty() ? f.select("option").first().attr("value") : f.select("option[selected]").attr("value")));
            } else {
                fields.addAll(List.of(f.attr("name"), kind.equals("textarea") ? f.wholeText().strip() : f.attr("value")));
            }
        });
        return fields;
    }

    /** What the page says of an item of one's own. */
    static String ours(Document page, String text) {
        return page.select(".hub-lines > li").stream().filter(li -> li.text().contains(text)).findFirst().orElseThrow().text();
    }

    static String itemId(String body) {
        return HubRows.one("select id::text from hub.item where starts_with(body, ?)", body);
    }

    static String state(String id) {
        return HubRows.one("select state from hub.item where id = ?::uuid", id);
    }
}
