package org.panelhub.actions;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.page.Choice;

import io.quarkus.qute.TemplateData;

/**
 * Which actions to show, as asked for in the address of the page. What is not understood is as if it were not asked.
 *
 * @param whose mine, agency, or all that one may see
 * @param state open, overdue, done, not-possible, not-done or any
 * @param panel the id of a panel, or "" for all
 * @param after where the page before ended, or ""
 */
@TemplateData
public record ActionFilter(String whose, String state, String panel, String after) {

    static final int PAGE = 50;

    static final List<Choice> WHOSE = List.of(Choice.of("mine", "Mine"), Choice.of("agency", "My agency’s"), Choice.of("all", "All that I can see"));
    static final List<Choice> STATES = List.of(Choice.of("open", "Open"), Choice.of("overdue", "Overdue"), Choice.of("done", "Done"),
            Choice.of("not-possible", "No longer possible"), Choice.of("not-done", "Not done"), Choice.of("any", "Any"));

    public ActionFilter {
        whose = offered(whose, WHOSE, "mine");
        state = offered(state, STATES, "open");
        panel = panel == null ? "" : panel;
        after = after == null ? "" : after;
    }

    private static String offered(String asked, List<Choice> choices, String otherwise) {
        return choices.stream().map(Choice::value).filter(c -> c.equals(asked)).findFirst().orElse(otherwise);
    }

    Optional<UUID> panelId() {
        return Ids.parse(panel);
    }

    /** The last action of the page before. */
    record Mark(LocalDate dueOn, UUID id) {
    }

    Optional<Mark> mark() {
        var parts = after.split("_", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            var dueOn = LocalDate.parse(parts[0]);
            return Ids.parse(parts[1]).map(id -> new Mark(dueOn, id));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The address of what follows the last one shown. */
    String after(ActionView last) {
        return "?whose=" + whose + "&state=" + state + (panelId().isPresent() ? "&panel=" + panel : "") + "&after=" + last.due().on() + "_" + last.id();
    }
}
