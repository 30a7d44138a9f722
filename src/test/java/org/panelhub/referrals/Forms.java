package org.panelhub.referrals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.panelhub.support.Visitor;

import io.restassured.response.Response;

/** Fills in the form of a referral as a person would, page by page. */
final class Forms {

    private final Visitor visitor = new Visitor();
    private String id;

    Visitor visitor() {
        return visitor;
    }

    String path() {
        return "/referrals/" + id;
    }

    Forms begin() {
        var answer = visitor.send("/referrals/new?panel=VVP", "/referrals/new", "panel", "VVP");
        assertEquals(303, answer.statusCode(), answer.asString());
        return at(answer);
    }

    Forms at(Response begun) {
        id = begun.header("Location").replaceFirst(".*/referrals/", "").replaceFirst("/.*", "");
        return this;
    }

    /** Saves a page that must be right. */
    Forms fill(String step, String... fields) {
        var answer = save(step, fields);
        assertEquals(303, answer.statusCode(), () -> step + ": " + Jsoup.parse(answer.asString()).select(".govuk-error-summary").text());
        return this;
    }

    /** Saves a page, whatever comes of it. */
    Response save(String step, String... fields) {
        return save(page(step), step, fields);
    }

    /** Saves a page that was opened before. */
    Response save(Document opened, String step, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("version", opened.select("input[name=version]").val()));
        return visitor.sendFrom(opened, path() + "/steps/" + step, all.toArray(String[]::new));
    }

    Document page(String step) {
        return visitor.page(path() + "/steps/" + step);
    }

    /** The least that is asked about a person whose vulnerability is high. */
    Forms person(String given, String family, String year) {
        return fill("person", "given", given, "family", family, "aliases", "", "born-day", "3", "born-month", "May", "born-year", year)
                .fill("address", "address", "12 Mallard House", "needs", "")
                .fill("contact", "toCall", "YES", "telephone", "07700 900555", "times", "mornings", "toWrite", "NO", "notSafeWith", "the son", "advice", "")
                .fill("household", "any", "NO")
                .fill("respondent", "known", "YES", "given", "", "family", "Unger")
                .fill("circumstances", "category", "Noise", "circumstances", "Banging every night since September.", "ownReference", "NG-1")
                .fill("consent", "consent", "GIVEN", "reason", "");
    }

    /** Answers of the demo's instrument that come to 19 of 26, high. */
    Forms assessedHigh() {
        return answered("daily", "yes", "unknown").fill("judgement", judged("HIGH", ""));
    }

    Forms answered(String frequency, String targeted, String threat) {
        return fill("assessment?part=1", "q-frequency", frequency, "q-targeted", targeted, "q-threat", threat)
                .fill("assessment?part=2", "q-health", "some", "q-alone", "few", "q-impact", "severe");
    }

    /** The fields of a judgement made three weeks ago. */
    static String[] judged(String judgement, String rationale) {
        return fields(date("assessed", LocalDate.now().minusWeeks(3)), "judgement", judgement, "rationale", rationale);
    }

    /** The first page of a referral that came on paper. */
    static String[] received(LocalDate day, String from) {
        return fields(date("received", day), "panel", "VVP", "referrer", "OUTSIDE", "outside", from, "how", "PAPER", "time", "9:00");
    }

    static String[] date(String field, LocalDate day) {
        return new String[] { field + "-day", "" + day.getDayOfMonth(), field + "-month", "" + day.getMonthValue(), field + "-year", "" + day.getYear() };
    }

    private static String[] fields(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    Document send() {
        return visitor.done(path() + "/check", path() + "/send");
    }
}
