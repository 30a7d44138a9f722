package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.panels.PanelView;
import org.panelhub.time.DateRange;

import io.quarkus.qute.TemplateData;

/** An edition of a protocol with the panels that it covers. */
@TemplateData
public record ProtocolView(UUID id, String name, int edition, String summary, DateRange inForce, LocalDate reviewBy, List<PanelView> panels, int version) {

    public String title() {
        return name + ", edition " + edition;
    }

    /** In words, on a day. */
    public String state(LocalDate day) {
        if (inForce.contains(day)) {
            return "In force";
        }
        return !inForce.isEmpty() && inForce.from().isAfter(day) ? "Not yet in force" : "Ended";
    }

    public String colour(LocalDate day) {
        return switch (state(day)) {
            case "In force" -> "green";
            case "Ended" -> "grey";
            default -> "blue";
        };
    }

    /** It stands, and the day by which it should have been reviewed has passed. */
    public boolean reviewOverdue(LocalDate day) {
        return inForce.contains(day) && reviewBy.isBefore(day);
    }

    public boolean covers(UUID panelId) {
        return panels.stream().anyMatch(p -> p.id().equals(panelId));
    }

    public boolean endedBy(LocalDate day) {
        return state(day).equals("Ended");
    }
}
