package org.panelhub.sharing;

import io.quarkus.qute.TemplateData;

/** How an item came to the hub: entered by its agency, or spoken at a meeting and typed by the coordinator for the speaker's agency. */
@TemplateData
public enum ItemHow {
    WRITTEN, SAID_ALOUD
}
