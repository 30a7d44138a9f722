package org.panelhub.risk;

import java.util.UUID;

/**
 * An assessment was made of a case or an application; told in the same transaction.
 *
 * @param caseId null where it was made of an application
 */
public record Assessed(UUID assessmentId, UUID panelId, UUID caseId, Purpose purpose, Band judgement) {

    /** The person was judged to be at high risk: what follows is for a panel for vulnerable victims [Lambeth 3.3.2]. */
    public boolean high() {
        return purpose == Purpose.VULNERABILITY && judgement == Band.HIGH;
    }
}
