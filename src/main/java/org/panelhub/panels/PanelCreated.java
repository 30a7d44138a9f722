package org.panelhub.panels;

import java.util.UUID;

/** An administrator has set up a panel. Fired inside the transaction: rooms above may lay down what a panel of this kind needs. */
public record PanelCreated(UUID panelId, PanelKind kind) {
}
