package org.panelhub.referrals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * The tasks of a referral and how far each has come (GOV.UK Design System, task list).
 *
 * @param asked what the coordinator asked for, or empty
 */
@TemplateData
public record TaskList(UUID id, ReferralState state, String panel, String panelName, String marking, String name, boolean keyedIn, boolean instrument, String asked, List<Group> groups,
        int done, int all) {

    @TemplateData
    public record Group(String title, List<Task> tasks) {
    }

    /** @param problem something that was typed cannot be used as it is */
    @TemplateData
    public record Task(String title, String hint, String href, String status, boolean finished, boolean problem) {
    }

    public boolean is(String stateName) {
        return state.name().equals(stateName);
    }

    /** A page below this one. */
    public String at(String page) {
        return "/referrals/" + id + "/" + page;
    }

    public boolean ready() {
        return done == all;
    }

    static TaskList of(Referral referral, StepReader reader, String panel, String panelName, String marking, String name) {
        var groups = new ArrayList<Group>();
        var steps = reader.setting().steps();
        add(groups, referral, reader, steps, "Receipt", Step.RECEIPT);
        add(groups, referral, reader, steps, "What it is about", Step.PLACE, Step.GROUP);
        add(groups, referral, reader, steps, "The person at risk", Step.PERSON, Step.ADDRESS, Step.CONTACT, Step.HOUSEHOLD);
        add(groups, referral, reader, steps, "What is happening", Step.CIRCUMSTANCES, Step.RESPONDENT, Step.CONSENT);
        add(groups, referral, reader, steps, "Vulnerability assessment", Step.ASSESSMENT, Step.JUDGEMENT);
        add(groups, referral, reader, steps, "Decision to refer", Step.DECISION);
        var tasks = groups.stream().flatMap(g -> g.tasks().stream()).toList();
        return new TaskList(referral.id(), referral.state(), panel, panelName, marking, name, referral.keyedIn(), reader.setting().instrument() != null,
                referral.state() == ReferralState.MORE_ASKED ? referral.triageNote() : "", groups, (int) tasks.stream().filter(Task::finished).count(), tasks.size());
    }

    private static void add(List<Group> groups, Referral referral, StepReader reader, List<Step> steps, String title, Step... wanted) {
        var tasks = new ArrayList<Task>();
        for (var step : wanted) {
            if (steps.contains(step)) {
                tasks.add(task(referral, reader, step));
            }
        }
        if (!tasks.isEmpty()) {
            groups.add(new Group(title, tasks));
        }
    }

    private static Task task(Referral referral, StepReader reader, Step step) {
        var href = "/referrals/" + referral.id() + "/steps/" + step.key();
        var hint = hint(reader, step);
        if (reader.skipped(step)) {
            return new Task(step.title(), hint, href, "Optional", true, false);
        }
        if (reader.typed().holds(step) && reader.errors(step).isEmpty()) {
            return new Task(step.title(), hint, href, "Completed", true, false);
        }
        boolean begun = !reader.typed().form(step).isBlank();
        return new Task(step.title(), hint, href, begun ? "Not finished" : "Not started", false, begun);
    }

    private static String hint(StepReader reader, Step step) {
        if (step == Step.CONTACT) {
            return "Seen only by those who contact the person";
        }
        if (step != Step.JUDGEMENT) {
            return null;
        }
        var result = reader.result();
        return result == null ? "After the questions" : "The answers come to " + result.band().label().toLowerCase(java.util.Locale.ROOT) + " (" + result.score() + ")";
    }
}
