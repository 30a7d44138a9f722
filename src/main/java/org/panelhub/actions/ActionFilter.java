package org.panelhub.actions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.page.Choice;
import org.panelhub.page.Dates;
import org.panelhub.page.Field;
import org.panelhub.page.Ids;

import io.quarkus.qute.TemplateData;

/**
 * Which actions to show, as asked for in the address of the page. What is not understood is as if it were not asked. Whoever names an agency asks for what that
 * agency owns, whosever it is otherwise.
 *
 * @param whose mine, agency, all that one may see, offered (to one’s agency), later (a later day is asked for), or escalated (to oneself)
 * @param state open, overdue, done, not-possible, not-done or any
 * @param due overdue, week or meeting: late and open, within the next seven days, or by the next meeting of their panel; "" for any day
 * @param panel the id of a panel, or "" for all
 * @param agency the id of the agency that owns them, or "" for all
 * @param reference of the case, or "" for all
 * @param after where the page before ended, or ""
 */
@TemplateData
public record ActionFilter(@RestQuery String whose, @RestQuery String state, @RestQuery String due, @RestQuery String panel, @RestQuery String agency, @RestQuery("case") String reference,
        @RestQuery String after) {

    static final int PAGE = 50;

    static final List<Choice> WHOSE = List.of(Choice.of("mine", "Mine"), Choice.of("agency", "My agency’s"), Choice.of("all", "All that I can see"),
            Choice.of("offered", "Offered to my agency"), Choice.of("later", "A later day is asked"), Choice.of("escalated", "Escalated to me"));
    static final List<Choice> STATES = List.of(Choice.of("open", "Open"), Choice.of("overdue", "Overdue"), Choice.of("done", "Done"),
            Choice.of("not-possible", "No longer possible"), Choice.of("not-done", "Not done"), Choice.of("any", "Any"));
    static final List<Choice> DAYS = List.of(Choice.of("overdue", "Overdue"), Choice.of("week", "In the next 7 days"), Choice.of("meeting", "By the panel’s next meeting"));

    private static final int LONGEST_REFERENCE = 20;

    public ActionFilter {
        panel = Ids.parse(panel).map(UUID::toString).orElse("");
        agency = Ids.parse(agency).map(UUID::toString).orElse("");
        whose = agency.isEmpty() ? offered(whose, WHOSE, "mine") : "all";
        state = offered(state, STATES, "open");
        due = offered(due, DAYS, "");
        reference = Field.clean(reference).toUpperCase(Locale.UK);
        reference = reference.length() > LONGEST_REFERENCE ? "" : reference;
        after = after == null ? "" : after;
    }

    private static String offered(String asked, List<Choice> choices, String otherwise) {
        return choices.stream().map(Choice::value).filter(c -> c.equals(asked)).findFirst().orElse(otherwise);
    }

    Optional<UUID> panelId() {
        return Ids.parse(panel);
    }

    Optional<UUID> agencyId() {
        return Ids.parse(agency);
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
            var dueOn = Dates.said(parts[0]);
            return Ids.parse(parts[1]).map(id -> new Mark(dueOn, id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What is asked for, as it stands in the address, without the place in the list: "whose=all&amp;state=open". */
    public String query() {
        return "whose=" + whose + "&state=" + state + named("due", due) + named("panel", panel) + named("agency", agency) + named("case", reference);
    }

    /** The same with the place in the list. */
    public String here() {
        return "?" + query() + named("after", after);
    }

    private static String named(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The address of what follows the last one shown. */
    String after(ActionView last) {
        return "?" + query() + "&after=" + last.due().on() + "_" + last.id();
    }
}
