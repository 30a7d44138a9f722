package org.panelhub.trigger.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.panels.PanelView;
import org.panelhub.referrals.Known;
import org.panelhub.referrals.ReferralState;

import io.quarkus.qute.TemplateData;

/**
 * How it stands with referring the person of an application to a panel for vulnerable victims, and what the referral would begin with.
 *
 * @param task in addresses; null where nobody was judged to be at high risk
 * @param doneOn when a panel was told; null while it was not
 * @param referral what was begun, or null
 * @param state how far that has come; null where the viewer does not see it
 * @param panels to which it may go; empty where the partnership has none of that kind
 * @param may whether the viewer may refer
 * @param known null once it is begun
 */
@TemplateData
public record Referring(UUID task, LocalDate due, LocalDate doneOn, String notNeeded, UUID referral, ReferralState state, List<PanelView> panels, boolean may, Known known) {

    /** Nobody referred yet, and nobody said that it is not needed. */
    public boolean open() {
        return task != null && doneOn == null && notNeeded.isEmpty() && referral == null;
    }

    public boolean ready() {
        return open() && may && !panels.isEmpty();
    }
}
