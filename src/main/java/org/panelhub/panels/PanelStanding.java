package org.panelhub.panels;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.identity.Role;
import org.panelhub.page.Words;

import io.quarkus.qute.TemplateData;

/**
 * How one stands on a panel.
 *
 * @param signed whether the protocol is signed for one's agency; always so for an independent chair
 * @param signedUntil the last day of that; null when it has no end, or there is none
 * @param undertakenUntil the last day of one's undertaking; null when none is in force
 * @param undertakingDue whether it should be signed now
 */
@TemplateData
public record PanelStanding(UUID panelId, String panel, String shortName, List<Role> roles, boolean signed, LocalDate signedUntil,
        LocalDate undertakenUntil, boolean undertakingDue) {

    /** The roles in a sentence: "chair and coordinator". */
    public String rolesInWords() {
        return Words.join(roles.stream().map(role -> Words.lower(role.label())).toList());
    }

    /** Whether one may name a deputy there, or confirm one. */
    public boolean deputies() {
        return holds() && roles.stream().anyMatch(org.panelhub.access.Permission.NAME_DEPUTY.roles()::contains);
    }

    /** Everything that it takes to see the panel's cases. */
    public boolean holds() {
        return signed && undertakenUntil != null;
    }
}
