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
 * @param reports each time that somebody was told, as its own answers; under {@link #ID} by what it is told from the others, wherever it stands
 */
@TemplateData
@JsonIgnoreProperties(ignoreUnknown = true)
public record Answers(Map<String, List<String>> given, List<String> seen, List<Map<String, List<String>>> reports) {

    static final String ID = "id";
    private static final int LONGEST = 20_000;
    private static final int MOST_VALUES = 50;

    public Answers {
        given = given == null ? new LinkedHashMap<>() : new LinkedHashMap<>(given);
        seen = seen == null ? new ArrayList<>() : new ArrayList<>(seen);
        reports = reports == null ? new ArrayList<>() : named(reports);
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

    /** Itself a report, under the name by which it is told from the others. */
    Answers as(String id) {
        var next = new LinkedHashMap<>(given);
        next.put(ID, List.of(id));
        return new Answers(next, seen, reports);
    }

    /** Whether nothing was typed. */
    boolean blank() {
        return given.entrySet().stream().filter(g -> !g.getKey().equals(ID)).flatMap(g -> g.getValue().stream()).allMatch(String::isBlank);
    }

    boolean has(String report) {
        return reports.stream().anyMatch(r -> r.get(ID).contains(report));
    }

    /** With this report in the place of the one of its name, or behind the last: two that were begun at once on two pages are two. */
    Answers withReport(Answers report) {
        var next = new ArrayList<>(reports);
        if (has(report.first(ID))) {
            next.replaceAll(r -> r.get(ID).equals(report.all(ID)) ? report.given : r);
        } else {
            next.add(report.given);
        }
        return new Answers(given, seen, next);
    }

    /** Without the report of that name; where it has gone already, as it is. */
    Answers withoutReport(String report) {
        return new Answers(given, seen, reports.stream().filter(r -> !r.get(ID).contains(report)).toList());
    }

    private static List<Map<String, List<String>>> named(List<Map<String, List<String>>> reports) {
        var named = new ArrayList<Map<String, List<String>>>();
        for (var report : reports) {
            var one = new LinkedHashMap<>(report);
            one.putIfAbsent(ID, List.of(String.valueOf(named.size())));
            named.add(one);
        }
        return named;
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
