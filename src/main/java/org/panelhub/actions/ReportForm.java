package org.panelhub.actions;

import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** What was typed to report on an action, or to open it again. */
@TemplateData
public record ReportForm(@RestForm String state, @RestForm String words, @RestForm String evidence, @RestForm Integer version) {

    static final int LONGEST = 2000;
    static final List<Choice> ENDS = List.of(Choice.of(Action.State.DONE, "Done", "Say what was done"),
            Choice.of(Action.State.NOT_POSSIBLE, "No longer possible", "Say what has changed, so that it cannot be done by anyone"),
            Choice.of(Action.State.NOT_DONE, "Not done", "Say why, so that the panel can decide what happens instead"));

    static ReportForm empty(int version) {
        return new ReportForm("", "", "", version);
    }

    Errors validate() {
        var check = new Field.Check();
        var chosen = check.choice("state", "Say whether it is done, no longer possible or not done", state, Action.State.class, true);
        check.text("words", chosen.filter(s -> s == Action.State.DONE).isPresent() ? "What was done" : chosen.filter(s -> s == Action.State.OPEN).isPresent() ? "Why it is opened again" : "The reason",
                words, LONGEST, true);
        check.text("evidence", "What shows it", evidence, LONGEST, false);
        return check.errors();
    }

    Action.State chosen() {
        return Action.State.valueOf(state);
    }

    String shownBy() {
        return Field.clean(evidence);
    }

    int seen() {
        return version == null ? -1 : version;
    }
}
