package org.panelhub.actions;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Ids;

import io.quarkus.qute.TemplateData;

/** What was ticked in the tracker, each action in the version that was shown, and the one report for all of them. */
@TemplateData
public record BulkForm(@RestForm("ticked") List<String> ticked, @RestForm String state, @RestForm String words) {

    static final BulkForm EMPTY = new BulkForm(List.of(), "", "");

    /** As many as the hub takes at once: a page of the tracker and a little more. */
    private static final int MOST = 100;

    public BulkForm {
        ticked = ticked == null ? List.of() : List.copyOf(ticked);
    }

    /** An action as it was shown to whoever ticked it. */
    record Ticked(UUID id, int version) {

        private static Stream<Ticked> parse(String sent) {
            var parts = sent.split("_", 2);
            return parts.length == 2 && parts[1].matches("[0-9]{1,9}") ? Ids.parse(parts[0]).map(id -> new Ticked(id, Integer.parseInt(parts[1]))).stream() : Stream.empty();
        }
    }

    /** A box of the form. */
    @TemplateData
    public record Box(String value, boolean ticked) {
    }

    List<Ticked> actions() {
        return ticked.stream().flatMap(Ticked::parse).toList();
    }

    /** The box of an action in the version that stands. It stays ticked also where somebody else has changed the action: what is sent next is about what is shown now. */
    Box box(ActionView action) {
        return new Box(action.id() + "_" + action.version(), actions().stream().anyMatch(t -> t.id().equals(action.id())));
    }

    Errors validate() {
        var errors = Errors.none().addIf(actions().isEmpty(), "ticked", "Tick the actions that you report on").addIf(actions().size() > MOST, "ticked", "Report on at most " + MOST + " actions at once");
        new ReportForm(state, words, "", null).validate().all().forEach(m -> errors.add(m.field(), m.message()));
        return errors.addIf(!errors.any() && chosen() == Action.State.OPEN, "state", "Actions are opened again one by one");
    }

    Action.State chosen() {
        return Action.State.valueOf(state);
    }

    /** The same without those that were taken. */
    BulkForm without(Set<UUID> taken) {
        return new BulkForm(actions().stream().filter(t -> !taken.contains(t.id())).map(t -> t.id() + "_" + t.version()).toList(), state, words);
    }
}
