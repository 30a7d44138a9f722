package org.panelhub.trigger.bodies;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.panelhub.trigger.rules.StageClock.Light;

/**
 * What is still to be told or asked about an application, for those who are reminded of it.
 *
 * @param hate as it was told, as the three that follow
 * @param asked what is on record
 */
public record Outstanding(String hate, String respondentMinor, String children, String landlord, List<Asked> asked) {

    /** Somebody who is to be told or asked, on record. */
    public record Asked(String reason, LocalDate due, boolean told, boolean answered, boolean notNeeded) {
    }

    /** @param tellBy by when whoever must be told is told, as the procedure in force on the day of receipt has it */
    public List<Light> lights(LocalDate tellBy, LocalDate today) {
        var wanted = Wanted.of(new Wanted.Told(hate, respondentMinor, children, landlord), tellBy, List.of()).stream().filter(w -> asked.stream().noneMatch(a -> a.reason.equals(w.reason().name()))).map(Wanted::due);
        var kept = asked.stream().filter(a -> !Reason.valueOf(a.reason).done(a.told, a.answered, a.notNeeded)).map(Asked::due);
        return Stream.concat(wanted, kept).map(due -> AskingView.light(due, today)).toList();
    }
}
