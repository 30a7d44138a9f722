package org.panelhub.trigger.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.panelhub.page.DateBoxes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;

/**
 * What somebody has typed into the form so far, as it was typed.
 *
 * @param given by name of the field; a date under the names of its three boxes
 * @param seen keys of the pages that were answered
 * @param reports each time that somebody was told, as its own answers
 */
@TemplateData
@JsonIgnoreProperties(ignoreUnknown = true)
public record Answers(Map<String, List<String>> given, List<String> seen, List<Map<String, List<String>>> reports) {

    private static final int LONGEST = 20_000;
    private static final int MOST_VALUES = 50;

    public Answers {
        given = given == null ? new LinkedHashMap<>() : new LinkedHashMap<>(given);
        seen = seen == null ? new ArrayList<>() : new ArrayList<>(seen);
        reports = reports == null ? new ArrayList<>() : new ArrayList<>(reports);
    }

    /** Nothing typed yet. */
    public static Answers none() {
        return new Answers(null, null, null);
    }

    static Answers of(Map<String, List<String>> given) {
        return new Answers(given, null, null);
    }

    /** What was typed into one field; empty, never null. */
    public String first(String name) {
        var all = given.get(name);
        return all == null || all.isEmpty() || all.getFirst() == null ? "" : all.getFirst();
    }

    public List<String> all(String name) {
        return given.getOrDefault(name, List.of());
    }

    public DateBoxes date(String name) {
        return new DateBoxes(first(name + "-day"), first(name + "-month"), first(name + "-year"));
    }

    /** With what the fields of a page hold now, and no other field that was sent along. */
    Answers with(List<Question.Field> fields, MultivaluedMap<String, String> sent) {
        var next = new LinkedHashMap<>(given);
        fields.forEach(f -> names(f).forEach(name -> next.put(name, sent.getOrDefault(name, List.of()).stream().limit(MOST_VALUES).map(Answers::kept).toList())));
        return new Answers(next, seen, reports);
    }

    Answers answered(String key) {
        var next = new ArrayList<>(seen);
        next.remove(key);
        next.add(key);
        return new Answers(given, next, reports);
    }

    /** With a report in that place, or behind the last. */
    Answers withReport(int place, Answers report) {
        var next = new ArrayList<>(reports);
        if (place < next.size()) {
            next.set(place, report.given);
        } else {
            next.add(report.given);
        }
        return new Answers(given, seen, next);
    }

    Answers withoutReport(int place) {
        var next = new ArrayList<>(reports);
        if (place < next.size()) {
            next.remove(place);
        }
        return new Answers(given, seen, next);
    }

    /** Far more than any field takes, so that what is too long can be shown and shortened; jsonb holds no NUL. */
    private static String kept(String typed) {
        var text = typed.replace("\u0000", "").replace("\r\n", "\n");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static List<String> names(Question.Field field) {
        return field.type().equals("date") ? List.of(field.name() + "-day", field.name() + "-month", field.name() + "-year") : List.of(field.name());
    }
}
