package org.panelhub.trigger.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;
import org.panelhub.page.Words;
import org.panelhub.trigger.rules.Moment;
import org.panelhub.trigger.rules.Route;
import org.panelhub.trigger.rules.Span;
import org.panelhub.trigger.rules.Stage;
import org.panelhub.trigger.rules.TriggerRules;

import io.quarkus.qute.TemplateData;

/**
 * A review procedure as typed. The stages are rows; one without a number of days has no clock.
 *
 * @param version the newest one when the form was read; empty where there was none
 */
@TemplateData
public record TriggerArrangementForm(@RestForm("from-day") String fromDay, @RestForm("from-month") String fromMonth, @RestForm("from-year") String fromYear, @RestForm String complaints,
        @RestForm String reportMonths, @RestForm String applyMonths, @RestForm List<String> weighed, @RestForm String hateNumber, @RestForm String hateMonths, @RestForm String communityNumber,
        @RestForm String communityMonths, @RestForm String discretion, @RestForm List<String> stage, @RestForm List<String> stageDays, @RestForm List<String> stageUnit,
        @RestForm List<String> stageFrom, @RestForm String amberDays, @RestForm String tellWithin,
        @RestForm String answerWithin, @RestForm String version) {

    /** Such a number is understood, and refused with the reason. */
    private static final int READABLE = 999;
    private static final int OLDEST = 2014;

    /** What was typed, understood. */
    record Read(LocalDate from, TriggerRules rules) {
    }

    /** A stage as typed; {@code number} counts the rows of the form from 1. */
    @TemplateData
    public record Row(int number, Stage stage, String days, String unit, String from) {

        public List<Choice> units() {
            return Stream.of(Span.Unit.values()).filter(u -> u != Span.Unit.NEXT_BOARD || stage == Stage.REVIEW).map(u -> Choice.of(u, u.label())).toList();
        }

        public List<Choice> moments() {
            return stage.countedFrom().stream().map(m -> Choice.of(m, m.words())).toList();
        }

        boolean nextBoard() {
            return Span.Unit.NEXT_BOARD.name().equals(unit);
        }
    }

    static TriggerArrangementForm of(LocalDate from, TriggerRules rules, String version) {
        var stages = new ArrayList<String>();
        var days = new ArrayList<String>();
        var units = new ArrayList<String>();
        var moments = new ArrayList<String>();
        for (var each : Stage.values()) {
            var span = rules.span(each);
            stages.add(each.name());
            days.add(span.filter(s -> s.unit() != Span.Unit.NEXT_BOARD).map(s -> Integer.toString(s.days())).orElse(""));
            units.add(span.map(Span::unit).orElse(Span.Unit.WORKING_DAYS).name());
            moments.add(span.map(Span::from).orElse(usual(each)).name());
        }
        var day = DateBoxes.of(from);
        return new TriggerArrangementForm(day.day(), day.month(), day.year(), Integer.toString(rules.complaints()), Integer.toString(rules.reportMonths()), Integer.toString(rules.applyMonths()),
                rules.weighed().stream().map(Route::name).toList(), number(rules.hate()), months(rules.hate()), number(rules.community()), months(rules.community()), rules.discretion() ? "true" : "", stages, days,
                units, moments, Integer.toString(rules.amberDays()), Integer.toString(rules.within().tell()), Integer.toString(rules.within().answer()), version);
    }

    public DateBoxes from() {
        return new DateBoxes(fromDay, fromMonth, fromYear);
    }

    public boolean discretionary() {
        return "true".equals(discretion);
    }

    /** A row for each stage there is, in their order, however many were sent. */
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var each : Stage.values()) {
            int at = stage == null ? -1 : stage.indexOf(each.name());
            rows.add(new Row(each.ordinal() + 1, each, at(stageDays, at), at < 0 ? Span.Unit.WORKING_DAYS.name() : at(stageUnit, at), at < 0 ? usual(each).name() : at(stageFrom, at)));
        }
        return rows;
    }

    /**
     * @param earliest the first day on which it may begin; empty for any
     * @throws Invalid naming the fields to mend
     */
    Read read(Optional<LocalDate> earliest, LocalDate today) {
        var check = new Field.Check();
        var day = check.date("from", "First day", from(), true);
        earliest.ifPresent(e -> check.that(day == null || !day.isBefore(e), "from", "First day must be tomorrow or later: applications that came before are judged by what held then"));
        check.that(day == null || day.getYear() >= OLDEST && day.isBefore(today.plusYears(2)), "from", "First day must be after 2013 and within two years");
        var number = check.number("complaints", "Qualifying complaints", complaints, 1, READABLE, true);
        check.that(number == null || number <= TriggerRules.MOST_COMPLAINTS, "complaints", TriggerRules.CEILING);
        var report = check.number("reportMonths", "Months in which it must be reported", reportMonths, 1, TriggerRules.MOST_MONTHS, true);
        var apply = check.number("applyMonths", "Months in which the application must come", applyMonths, 1, TriggerRules.MOST_MONTHS, true);
        Set<Route> judged = weighed == null ? Set.of() : weighed.stream().map(w -> check.choice("weighed", "Choose from the list what is weighed", w, Route.class, true)).flatMap(Optional::stream).collect(Collectors.toSet());
        check.that(TriggerRules.WEIGHED.containsAll(judged), "weighed", "Choose from the list what is weighed");
        var hate = quota(check, "hate", "Hate incidents", hateNumber, hateMonths);
        var community = quota(check, "community", "Different people", communityNumber, communityMonths);
        var spans = spans(check);
        var amber = check.number("amberDays", "Working days left", amberDays, 0, TriggerRules.MOST_AMBER, true);
        var tell = check.number("tellWithin", "Working days in which others are told", tellWithin, 1, TriggerRules.MOST_WITHIN, true);
        var answer = check.number("answerWithin", "Working days for an answer", answerWithin, 1, TriggerRules.MOST_WITHIN, true);
        Invalid.unless(check.errors());
        return new Read(day, new TriggerRules(number, report, apply, judged, hate, community, discretionary(), spans, amber, new TriggerRules.Within(tell, answer)));
    }

    /** The values as words, to be compared with what somebody else saved. */
    List<String> words() {
        return List.of(join(complaints), join(reportMonths) + " / " + join(applyMonths),
                (weighed == null ? List.<String>of() : weighed).stream().flatMap(w -> Stream.of(Route.values()).filter(r -> r.name().equals(w))).map(Route::label).collect(Collectors.joining(", ")),
                join(hateNumber) + " / " + join(hateMonths), join(communityNumber) + " / " + join(communityMonths), discretionary() ? "Yes" : "No",
                rows().stream().filter(r -> r.nextBoard() || !r.days().isBlank()).map(r -> r.stage().label() + ": " + (r.nextBoard() ? "" : r.days().strip() + " ") + label(r.units(), r.unit()) + ", "
                        + label(r.moments(), r.from())).collect(Collectors.joining("\n")),
                join(amberDays), join(tellWithin) + " / " + join(answerWithin));
    }

    private List<Span> spans(Field.Check check) {
        var spans = new ArrayList<Span>();
        for (var row : rows()) {
            var daysAt = "stageDays-" + row.number();
            var unit = check.choice("stageUnit-" + row.number(), "Choose what is counted", row.unit(), Span.Unit.class, true);
            var from = check.choice("stageFrom-" + row.number(), "Choose what it is counted from", row.from(), Moment.class, true);
            check.that(from.isEmpty() || row.stage().countedFrom().contains(from.get()), "stageFrom-" + row.number(), "Choose something that comes before it");
            if (row.nextBoard()) {
                check.that(row.stage() == Stage.REVIEW, "stageUnit-" + row.number(), "Only the review waits for the next board");
                check.that(Field.clean(row.days()).isEmpty(), daysAt, "Leave the number empty: the review is held at the next board");
            }
            var days = row.nextBoard() ? Integer.valueOf(0) : check.number(daysAt, "The number for “" + row.stage().label() + "”", row.days(), 1, Span.MOST_DAYS, false);
            if (days != null && unit.isPresent() && from.isPresent() && check.errors().isEmpty()) {
                spans.add(new Span(row.stage(), days, unit.get(), from.get()));
            }
        }
        return spans;
    }

    private static TriggerRules.Quota quota(Field.Check check, String field, String label, String typedNumber, String typedMonths) {
        boolean wanted = !Field.clean(typedNumber).isEmpty() || !Field.clean(typedMonths).isEmpty();
        var number = check.number(field + "Number", label, typedNumber, 1, TriggerRules.MOST_PEOPLE, wanted);
        var months = check.number(field + "Months", "Months for " + Words.lower(label), typedMonths, 1, TriggerRules.MOST_MONTHS, wanted);
        return number == null || months == null ? null : new TriggerRules.Quota(number, months);
    }

    /** From what most areas count. */
    private static Moment usual(Stage stage) {
        return switch (stage) {
            case ACKNOWLEDGEMENT, DECISION -> Moment.RECEIPT;
            case REVIEW -> Moment.DECISION;
            case OUTCOME, PLAN, LETTER -> Moment.MEETING;
            case APPEAL -> Moment.LETTER;
            case APPEAL_DECISION -> Moment.APPEAL;
        };
    }

    private static String number(TriggerRules.Quota quota) {
        return quota == null ? "" : Integer.toString(quota.number());
    }

    private static String months(TriggerRules.Quota quota) {
        return quota == null ? "" : Integer.toString(quota.months());
    }

    private static String label(List<Choice> among, String value) {
        return among.stream().filter(c -> c.value().equals(value)).map(Choice::text).findFirst().orElse("");
    }

    private static String join(String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static String at(List<String> values, int index) {
        return values != null && index >= 0 && index < values.size() && values.get(index) != null ? values.get(index) : "";
    }
}
