package org.panelhub.oversight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/**
 * What is searched for in the record, as it stands in the address of the page.
 *
 * @param person id of a member, or blank
 * @param file a case's reference, or blank
 * @param agency id of the agency of whoever looked, or blank
 * @param act an {@link Act} by name, or blank
 * @param after where the page before ended, or blank
 */
@TemplateData
public record RecordFilter(@RestQuery String person, @RestQuery("case") String file, @RestQuery String agency, @RestQuery String act, @RestQuery("from-day") String fromDay,
        @RestQuery("from-month") String fromMonth, @RestQuery("from-year") String fromYear, @RestQuery("from") String fromDate, @RestQuery("until-day") String untilDay,
        @RestQuery("until-month") String untilMonth, @RestQuery("until-year") String untilYear, @RestQuery("until") String untilDate, @RestQuery String after) {

    private static final int LONGEST_REFERENCE = 20;
    private static final OffsetDateTime BEGINNING = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final OffsetDateTime END = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** The first day, by three boxes of a page or as one date of the API. */
    public DateBoxes first() {
        return boxes(fromDate, fromDay, fromMonth, fromYear);
    }

    /** The last day, which is searched too. */
    public DateBoxes last() {
        return boxes(untilDate, untilDay, untilMonth, untilYear);
    }

    private static DateBoxes boxes(String date, String day, String month, String year) {
        var parts = Field.clean(date).split("-");
        return parts.length == 3 ? new DateBoxes(parts[2], parts[1], parts[0]) : Field.clean(date).isEmpty() ? new DateBoxes(day, month, year) : new DateBoxes(date, "", "");
    }

    public Errors validate() {
        var check = new Field.Check();
        check.that(Field.clean(person).isEmpty() || id(person).isPresent(), "person", "Choose a person from the list");
        check.text("case", "Case reference", file, LONGEST_REFERENCE, false);
        check.that(Field.clean(agency).isEmpty() || id(agency).isPresent(), "agency", "Choose an agency from the list");
        check.choice("act", "Choose what was done from the list", act, Act.class, false);
        var from = check.date("from", "First day", first(), false);
        var until = check.date("until", "Last day", last(), false);
        check.that(from == null || until == null || !until.isBefore(from), "until", "Last day must not be before the first");
        return check.errors();
    }

    Optional<UUID> memberId() {
        return id(person);
    }

    Optional<UUID> agencyId() {
        return id(agency);
    }

    /** Null for any. */
    String reference() {
        return Field.clean(file).isEmpty() ? null : Field.clean(file);
    }

    List<String> acts() {
        return new Field.Check().choice("act", "", act, Act.class, false).map(Act::acts).orElse(null);
    }

    OffsetDateTime from() {
        var day = day(first());
        return day == null ? BEGINNING : Dates.at(day, LocalTime.MIDNIGHT);
    }

    OffsetDateTime until() {
        var day = day(last());
        return day == null ? END : Dates.at(day.plusDays(1), LocalTime.MIDNIGHT);
    }

    EntryKey place() {
        return EntryKey.parse(after);
    }

    private static LocalDate day(DateBoxes boxes) {
        return boxes.parse(new Errors(), "", "", false);
    }

    /** The search as the query of an address, without the place where a page begins. */
    String query() {
        var parts = new ArrayList<String>();
        add(parts, "person", person);
        add(parts, "case", file);
        add(parts, "agency", agency);
        add(parts, "act", act);
        add(parts, "from", day(first()) == null ? "" : day(first()).toString());
        add(parts, "until", day(last()) == null ? "" : day(last()).toString());
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!Field.clean(value).isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(Field.clean(value), StandardCharsets.UTF_8));
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Field.clean(text).isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(Field.clean(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
