package org.panelhub.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.actions.ActionView;
import org.panelhub.panels.PanelStanding;

import io.quarkus.qute.TemplateData;

/**
 * What waits for a member, most urgent first, and what comes up.
 *
 * @param next the next meeting; null when none is planned
 * @param administrator whether the member sets the partnership up
 * @param newcomer whether the member has no seat, no case and no office yet
 * @param duty whether the member may open a case in an emergency
 */
@TemplateData
public record HomeView(LocalDate today, Meeting next, List<Card> cards, List<ActionView> actions, List<Referral> referrals, List<Meeting> coming, List<PanelStanding> panels,
        boolean administrator, boolean newcomer, boolean duty) {

    /**
     * Something to do.
     *
     * @param count how many
     * @param text what they are, to follow the number
     * @param lead the words before the link to the first of them
     * @param after the words after it; "" for none
     */
    @TemplateData
    public record Card(long count, String text, boolean late, String lead, String link, String href, String after) {
    }

    /** A meeting in the diary. */
    @TemplateData
    public record Meeting(UUID id, String panel, String panelShort, Instant startsAt, String venue, boolean today, boolean outOfCycle) {
    }

    /** One of the member's own referrals. {@code note} is null when there is nothing to add to the state. */
    @TemplateData
    public record Referral(UUID id, String panelShort, String ownReference, String state, String colour, String note) {
    }
}
