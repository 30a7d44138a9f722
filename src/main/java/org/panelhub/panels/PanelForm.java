package org.panelhub.panels;

import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** A panel as typed. Its kind is chosen once, when it is created. */
@TemplateData
public record PanelForm(@RestForm String preset, @RestForm String kind, @RestForm String name, @RestForm String shortName, @RestForm String purpose,
        @RestForm String marking, @RestForm String tasking, @RestForm String undertakingText, @RestForm String declarationText, @RestForm Integer version) {

    static final List<String> MARKINGS = List.of("OFFICIAL-SENSITIVE", "OFFICIAL");
    static final int LONGEST_TEXT = 8000;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SHORT_NAME = 30;
    private static final int LONGEST_PURPOSE = 1000;

    static PanelForm of(Preset preset) {
        return new PanelForm(preset.key(), preset.kind().name(), preset.name(), preset.shortName(), preset.purpose(), preset.marking(), said(preset.tasking()), preset.undertaking(),
                preset.declaration(), null);
    }

    static PanelForm empty() {
        return new PanelForm("", "", "", "", "", MARKINGS.getFirst(), "", "", "", null);
    }

    static PanelForm of(PanelView view) {
        return new PanelForm("", view.kind().name(), view.name(), view.shortName(), view.purpose(), view.marking(), said(view.tasking()), view.undertakingText(), view.declarationText(), view.version());
    }

    /** A tasking group does by its nature. */
    public boolean tasks() {
        return "true".equals(tasking) || PanelKind.PTG.name().equals(kind);
    }

    static String said(boolean tasks) {
        return tasks ? "true" : "";
    }

    Errors validate() {
        var check = new Field.Check();
        check.choice("kind", "Choose what kind of panel it is", kind, PanelKind.class, true);
        check.text("name", "Name", name, LONGEST_NAME, true);
        check.text("shortName", "Short name", shortName, LONGEST_SHORT_NAME, true);
        check.text("purpose", "Purpose", purpose, LONGEST_PURPOSE, true);
        check.that(marking != null && MARKINGS.contains(marking), "marking", "Choose a marking");
        check.text("undertakingText", "Undertaking", undertakingText, LONGEST_TEXT, true);
        check.text("declarationText", "Declaration", declarationText, LONGEST_TEXT, true);
        return check.errors();
    }
}
