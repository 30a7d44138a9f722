package org.panelhub.cases;

import java.time.LocalDate;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * A case in a list.
 *
 * @param manager name and agency of the case manager, or null
 * @param ownReference what the viewer's own agency calls the case, or null
 * @param nextMeeting as far as the viewer may know of its agenda
 */
@TemplateData
public record CaseLine(UUID id, UUID panelId, String reference, String panel, String subject, CaseRisk risk, CaseRisk riskBefore, CaseState state, boolean sealed,
        LocalDate openedOn, String manager, String ownReference, LocalDate nextMeeting) {

    record Row(UUID id, UUID panelId, String reference, String panel, String subject, String risk, String riskBefore, String state, boolean sealed, LocalDate openedOn,
            String managerName, String managerAgency, String ownReference, LocalDate nextMeeting) {
    }

    static CaseLine of(Row row) {
        return new CaseLine(row.id, row.panelId, row.reference, row.panel, row.subject, CaseRisk.valueOf(row.risk), row.riskBefore == null ? null : CaseRisk.valueOf(row.riskBefore),
                CaseState.valueOf(row.state), row.sealed, row.openedOn, named(row.managerName, row.managerAgency), row.ownReference, row.nextMeeting);
    }

    static String named(String name, String agency) {
        return name == null ? agency : agency == null ? name : name + ", " + agency;
    }

    /** Null while the case is simply open. */
    public String stateText() {
        return state == CaseState.OPEN ? null : state.label();
    }

    public String riskText() {
        return risk.label(riskBefore);
    }
}
