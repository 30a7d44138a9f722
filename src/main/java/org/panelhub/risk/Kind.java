package org.panelhub.risk;

import io.quarkus.qute.TemplateData;

/** In what way a question of an instrument is answered. */
@TemplateData
public enum Kind {
    /** One of its answers, each with a weight of its own. */
    CHOICE,
    /** Yes, no or do not know; only yes weighs. As on the checklist for domestic abuse, where it is also noted who said so if not the person. */
    YES_NO,
    /** A number between two; each step weighs the same. */
    SCALE,
    /** In words, which weigh nothing and may be left out. */
    TEXT;

    /** Whether one answer of several is chosen, so that it can weigh. */
    public boolean chosen() {
        return this != TEXT;
    }
}
