package org.panelhub.letters;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.panelhub.cases.CaseHead;
import org.panelhub.page.Choice;

import io.quarkus.qute.TemplateData;

/**
 * Where a case stands on its way out, and what this viewer can do next.
 *
 * @param exit null while none has been proposed
 * @param letter null while none has been written
 * @param openActions how many actions of the case are open
 */
@TemplateData
public record ExitView(CaseHead head, Step exit, Written letter, long openActions, May may, List<Choice> reasons, List<Choice> officers) {

    /** What has been proposed and signed off. Names are null when the member is not the viewer's to see. */
    @TemplateData
    public record Step(String reason, String explanation, String note, String proposedBy, OffsetDateTime proposedAt, String signedOffName, OffsetDateTime signedOffAt,
            LocalDate noticeOn, LocalDate closesOn, int version) {
        public boolean signedOff() {
            return signedOffAt != null;
        }
    }

    /** The letter, for those who may see it. */
    @TemplateData
    public record Written(UUID id, LocalDate sentOn, String sentHow) {
    }

    /** What this viewer may do now. {@code ownProposal}: it would sign off but proposed it itself. */
    @TemplateData
    public record May(boolean propose, boolean signOff, boolean ownProposal, boolean write, boolean close) {
    }
}
