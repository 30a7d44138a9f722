package org.panelhub.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.identity.Role;
import org.panelhub.panels.SubjectKind;

import io.quarkus.qute.TemplateData;

/**
 * The summary of a case: its profile, the people in it, who is named on it, and what the viewer's own agency calls it.
 *
 * @param where a place is, or a group is active; empty for people
 * @param ownReference null when the viewer's agency has none on this case
 * @param application reference of the application for a case review that this case reviews, or null
 */
@TemplateData
public record CaseSheet(CaseHead head, SubjectKind subject, String where, String summary, String category, LocalDate openedOn, LocalDate reviewOn, LocalDate closedOn, List<Someone> people, List<Place> team, String ownReference, String application) {

    /** A person in the case, as this panel knows them. */
    @TemplateData
    public record Someone(UUID id, String part, String name, String aliases, String born, String gender, String address, String needs) {

        /** The field's word for the part that someone has in a case. */
        public String partText() {
            return switch (part) {
                case "VICTIM" -> "Victim";
                case "RESPONDENT" -> "Respondent";
                case "CHILD" -> "Child";
                case "WITNESS" -> "Witness";
                default -> "In the household";
            };
        }
    }

    /** A named place on the team; the name is null when the member is not the viewer's to see. */
    @TemplateData
    public record Place(UUID id, String role, String name, String agency, LocalDate since) {

        public String roleText() {
            return Role.valueOf(role).label();
        }

        public String who() {
            return name == null ? agency == null ? "A member whose name is not shown to you" : agency : agency == null ? name : name + ", " + agency;
        }
    }
}
