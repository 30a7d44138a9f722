package org.panelhub.trigger.rules;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One complaint about the behaviour, by anybody: what the qualifying test needs to know of it.
 *
 * @param happenedOn day of the behaviour; null while it is not known
 * @param reportedOn day of the report; null while it is not known
 * @param reportedTo the body, as people call it
 * @param incident the same in all complaints about one incident, as a person decided; null for an incident of its own
 * @param hate whether it is about a hate incident: whether the victim or anybody else perceives it as one
 * @param complainant the same in all complaints of one person; null where it is not known who
 * @param ruling a person's word on whether it qualifies; null while the dates alone speak
 */
public record Complaint(UUID id, LocalDate happenedOn, LocalDate reportedOn, String reportedTo, UUID incident, boolean hate, String complainant, Ruling ruling) {

    /** A person's word on a complaint, which goes before what the dates say. */
    public record Ruling(boolean qualifies, String reason) {
        public Ruling {
            if (reason == null || reason.isBlank()) {
                throw new IllegalArgumentException("A ruling on a complaint has its reason");
            }
        }
    }

    UUID incidentOrOwn() {
        return incident == null ? id : incident;
    }

    boolean ruledOut() {
        return ruling != null && !ruling.qualifies();
    }
}
