package org.panelhub.protocols.lapses;

import java.util.List;

import io.quarkus.qute.TemplateData;

/** What lapses, and so many days before its last day somebody is told where the partnership has not said otherwise. */
@TemplateData
public enum LapseKind {
    REVIEW("Review of a protocol", List.of(90, 30, 7)),
    PROTOCOL("Edition of a protocol", List.of(90, 30, 7)),
    SIGNATURE("Signature", List.of(90, 30, 7)),
    UNDERTAKING("Undertaking of a member", List.of(30, 7, 0));

    private final String label;
    private final List<Integer> usual;

    LapseKind(String label, List<Integer> usual) {
        this.label = label;
        this.usual = usual;
    }

    public String label() {
        return label;
    }

    /** As it stands in an address. */
    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    List<Integer> usual() {
        return usual;
    }
}
