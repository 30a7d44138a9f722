package org.panelhub.panels;

import io.quarkus.qute.TemplateData;

/** The judgement of vulnerability that a panel takes. Below it the referrer and who triages are warned; it bars nobody, since a score or a band never replaces judgement. */
@TemplateData
public enum Gate {
    NONE("Anybody, whatever the judgement"),
    MEDIUM("People judged medium or high"),
    HIGH("People judged high");

    private final String label;

    Gate(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @param judgement LOW, MEDIUM or HIGH; empty or null while nobody has judged, which is below nothing */
    public boolean below(String judgement) {
        if (this == NONE || judgement == null || judgement.isEmpty()) {
            return false;
        }
        return judgement.equals("LOW") || this == HIGH && judgement.equals("MEDIUM");
    }
}
