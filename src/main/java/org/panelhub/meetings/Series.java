package org.panelhub.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Words;
import org.panelhub.panels.ArrangementView;
import org.panelhub.panels.Panels;
import org.panelhub.time.Recurrence;
import org.panelhub.time.WorkingDays;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/** Many dates of a panel at once: worked out as it meets, looked over one by one, and then all planned or none. */
@ApplicationScoped
class Series {

    /** Dates that are looked over in one go: two years of a monthly panel. */
    static final int MOST = 24;

    private static final String USUAL_COUNT = "12";

    private final Scheduling scheduling;
    private final Meetings meetings;
    private final Panels panels;
    private final WorkingDays workingDays;
    private final Viewers viewers;
    private final Permissions permissions;

    Series(Scheduling scheduling, Meetings meetings, Panels panels, WorkingDays workingDays, Viewers viewers, Permissions permissions) {
        this.scheduling = scheduling;
        this.meetings = meetings;
        this.panels = panels;
        this.workingDays = workingDays;
        this.viewers = viewers;
        this.permissions = permissions;
    }

    /**
     * @param shortened why there are fewer dates than were asked for, or null
     * @param errors where there is no date at all
     */
    record Found(List<SeriesLine> lines, String shortened, Errors errors) {
    }

    /** The lines as they are shown, and of those that are to be planned what is wrong; where nothing is, what they mean. */
    @TemplateData
    record Checked(List<SeriesDate> dates, List<MeetingForm.Understood> meant, Errors errors) {
    }

    /** As the panel arranged it, beginning after the last date that stands. */
    SeriesForm propose(UUID panelId) {
        var today = viewers.current().today();
        var from = meetings.lastPlanned(panelId).filter(last -> last.isAfter(today)).orElse(today).plusDays(1);
        var figures = panels.arrangementOn(panelId, from).or(() -> panels.arrangementOn(panelId, today)).map(ArrangementView::figures);
        return new SeriesForm(panelId.toString(), figures.map(f -> f.recurrence()).orElse(""), DateBoxes.of(from), USUAL_COUNT, DateBoxes.EMPTY,
                figures.map(f -> Dates.clock(f.startsAt())).filter(at -> !at.isEmpty()).orElse("10:00"), figures.map(f -> f.venue()).orElse(""), figures.map(f -> f.onlineLink()).orElse(""),
                MeetingForm.USUAL_ORDER);
    }

    /** The dates by the rhythm. One of which there is something to know, such as a meeting on the same day, is not ticked. */
    Found find(UUID panelId, SeriesForm form, SeriesForm.Understood typed) {
        var end = viewers.current().today().plusYears(2);
        int most = typed.count() == null ? MOST : typed.count();
        var found = typed.recurrence().occasions(typed.from().minusDays(1), workingDays).limit(most + 1L)
                .takeWhile(o -> o.on().isBefore(end) && (typed.until() == null || !o.on().isAfter(typed.until()))).toList();
        var lines = new ArrayList<SeriesLine>();
        for (var occasion : found.subList(0, Math.min(most, found.size()))) {
            lines.add(SeriesLine.of(lines.size() + 1, occasion, form).take(scheduling.warnings(panelId, occasion.on(), null).isEmpty()));
        }
        String shortened = null;
        if (typed.count() == null && found.size() > MOST) {
            shortened = "These are the first " + MOST + ". Further dates up to " + Dates.full(typed.until()) + " can be planned after them.";
        } else if (lines.size() < most && typed.until() == null) {
            shortened = "Dates can be planned for two years ahead: these are " + lines.size() + " of " + most + ".";
        }
        return new Found(lines, shortened, new Errors().addIf(lines.isEmpty(), "rhythm", "No such date falls in that time"));
    }

    /** For the caller's own names of the fields: each line's "date", "time", "venue" and "anyway" is named by {@code name}. */
    Checked check(UUID panelId, SeriesForm form, List<SeriesLine> lines, BinaryOperator<String> name) {
        var errors = new Errors();
        var dates = new ArrayList<SeriesDate>();
        var meant = new ArrayList<MeetingForm.Understood>();
        Map<LocalDate, Integer> days = new HashMap<>();
        Set<Instant> moments = new HashSet<>();
        for (var line : lines) {
            var date = shown(panelId, line, line.taken() ? days : Map.of());
            dates.add(date);
            if (line.taken()) {
                var typed = form.at(line.date(), line.time(), line.venue()).validate(viewers.current().now());
                var wrong = wrong(panelId, line, date, typed, moments);
                wrong.all().forEach(e -> errors.add(name.apply(e.field(), Integer.toString(line.number())), e.message()));
                meant.add(typed);
                if (wrong.isEmpty()) {
                    days.putIfAbsent(typed.day(), line.number());
                    moments.add(typed.startsAt().toInstant());
                }
            }
        }
        return new Checked(dates, meant, errors);
    }

    /**
     * Plans those that are to be planned: all of them, or none where anything is wrong. Sent again it finds its own dates and refuses them,
     * also when both came at once: of two who plan dates of one panel the second waits for the first.
     *
     * @return the meetings, none where there are errors or nothing is ticked
     */
    List<UUID> plan(UUID panelId, Checked checked) {
        return checked.errors().any() ? List.of() : checked.meant().stream().map(typed -> scheduling.plan(panelId, typed).id()).toList();
    }

    /** To be called before {@link #check} by who means to {@link #plan}. */
    void begin(UUID panelId) {
        permissions.require(Permission.SCHEDULE, panelId);
        meetings.oneAtATime(panelId);
    }

    private Errors wrong(UUID panelId, SeriesLine line, SeriesDate date, MeetingForm.Understood typed, Set<Instant> moments) {
        var wrong = new Errors();
        typed.errors().all().forEach(e -> wrong.add(Set.of("time", "venue").contains(e.field()) ? e.field() : "date", "Date " + line.number() + ": " + Words.lower(e.message())));
        if (wrong.isEmpty()) {
            var at = typed.startsAt().toInstant();
            // The same panel twice at one moment is never meant: it is the form that came again.
            wrong.addIf(moments.contains(at) || meetings.onDay(panelId, typed.day()).stream().anyMatch(m -> m.startsAt().equals(at)), "date",
                    "Date " + line.number() + ": the panel already meets on " + Dates.full(typed.day()) + " at " + Dates.clock(typed.startsAt()));
            wrong.addIf(wrong.isEmpty() && !date.warnings().isEmpty() && !line.anyway(), "anyway", "Date " + line.number() + ": " + String.join(" ", date.warnings()) + " Leave the date out, change it, or tick the box to keep it.");
        }
        return wrong;
    }

    private SeriesDate shown(UUID panelId, SeriesLine line, Map<LocalDate, Integer> days) {
        var on = line.date().parse(new Errors(), "date", "Date", true);
        if (on == null || !on.isBefore(viewers.current().today().plusYears(2))) {
            return new SeriesDate(line, null, null, null, null, List.of());
        }
        var figures = panels.figuresOn(panelId, on);
        var warnings = new ArrayList<>(scheduling.warnings(panelId, on, null));
        if (days.containsKey(on)) {
            warnings.add("Date " + days.get(on) + " is on the same day.");
        }
        return new SeriesDate(line, on, moved(line.said(), on), workingDays.subtract(on, figures.cutOffDays()), workingDays.subtract(on, figures.agendaDays()), warnings);
    }

    /** Only of a date that stands where the calendar put it: one that was changed by hand needs no reason. */
    private String moved(String said, LocalDate on) {
        try {
            var occasion = new Recurrence.Occasion(LocalDate.parse(said), on);
            return !occasion.moved() || !workingDays.onOrAfter(occasion.said()).equals(on) ? null
                    : "Moved from " + Dates.full(occasion.said()) + (workingDays.isBankHoliday(occasion.said()) ? ", a bank holiday" : ", not a working day");
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
