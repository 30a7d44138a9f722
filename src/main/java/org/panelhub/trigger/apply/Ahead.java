package org.panelhub.trigger.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.panelhub.time.WorkingDays;
import org.panelhub.trigger.rules.Clocks;
import org.panelhub.trigger.rules.Course;
import org.panelhub.trigger.rules.Moment;
import org.panelhub.trigger.rules.Stage;
import org.panelhub.trigger.rules.StageClock;
import org.panelhub.trigger.rules.TriggerRules;

import io.quarkus.qute.TemplateData;

/**
 * What happens next on an application and by when, for its applicant: by the procedure in force on the day of receipt, which is published (2014 Act, section 104(2)). Of nobody else; and of the board, of which
 * the applicant has no calendar, no day that the procedure leaves to it.
 */
final class Ahead {

    private Ahead() {
    }

    /**
     * Something that comes next.
     *
     * @param by the last day; null where there is none, or the clocks stand still
     * @param late whether that day has passed
     * @param decided whether the threshold was decided on, and the applicant not told yet
     */
    @TemplateData
    record Line(Stage stage, LocalDate by, boolean late, boolean decided) {
    }

    @TemplateData
    record Next(List<Line> lines, boolean paused) {
    }

    static Next of(PublicDoors.Followed form, TriggerRules rules, WorkingDays workingDays, LocalDate today) {
        // Why the clocks were paused is noted for those who work on it.
        var course = Course.of(form.receivedOn(), form.events().stream().map(e -> new Course.Event(e.kind(), e.on(), "-")).toList());
        var clocks = course.clocks(rules, Clocks.Boards.UNKNOWN, workingDays, form.state(), today);
        boolean paused = form.open() && course.paused();
        var lines = new ArrayList<Line>();
        clocks.stream().filter(StageClock::running).filter(c -> !c.stage().ofApplicant()).forEach(c -> lines.add(new Line(c.stage(), paused && !c.late() ? null : c.due(), c.late(), course.met() != null)));
        if (lines.isEmpty() && form.open()) {
            without(course).forEach(lines::add);
        }
        if (!form.state().equals("WITHDRAWN") && course.happened().containsKey(Moment.LETTER) && form.toldSinceAppeal()) {
            lines.add(clocks.stream().filter(c -> c.stage() == Stage.APPEAL && c.due() != null).findFirst().map(c -> new Line(c.stage(), c.due(), today.isAfter(c.due()), true)).orElse(new Line(Stage.APPEAL, null, false, true)));
        }
        return new Next(lines, paused);
    }

    /** Where the procedure gives no day to what comes next, it is said without one. */
    private static List<Line> without(Course course) {
        for (var stage : List.of(Stage.DECISION, Stage.REVIEW, Stage.OUTCOME, Stage.LETTER)) {
            if (!course.happened().containsKey(stage.reaches())) {
                return List.of(new Line(stage, null, false, course.met() != null));
            }
        }
        return List.of();
    }
}
