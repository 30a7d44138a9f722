package org.panelhub.risk;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** An instrument as pasted by an administrator. */
@TemplateData
public record InstrumentForm(@RestForm String name, @RestForm String definition) {

    static final InstrumentForm EMPTY = new InstrumentForm("", "");
    private static final int NAME = 120;

    Errors validate() {
        var check = new Field.Check();
        check.text("name", "Name", name, NAME, true);
        var text = check.text("definition", "Definition", definition, Instruments.LONGEST, true);
        if (!text.isEmpty() && text.length() <= Instruments.LONGEST) {
            try {
                DefinitionReader.read(text);
            } catch (DefinitionReader.InvalidDefinition wrong) {
                check.that(false, "definition", String.join(". ", wrong.problems()));
            }
        }
        return check.errors();
    }
}
