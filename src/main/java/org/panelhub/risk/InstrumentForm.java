package org.panelhub.risk;

import java.util.Optional;
import java.util.function.Function;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** An instrument as pasted by an administrator. */
@TemplateData
public record InstrumentForm(@RestForm String purpose, @RestForm String name, @RestForm String definition) {

    static final InstrumentForm EMPTY = new InstrumentForm(Purpose.VULNERABILITY.name(), "", "");
    private static final int NAME = 120;

    /** What it is for: one that does not say so is the vulnerability assessment. */
    Purpose is() {
        return Field.clean(purpose).isEmpty() ? Purpose.VULNERABILITY : Purpose.valueOf(purpose);
    }

    /** @param known what each instrument that there is is for: a name stays with its purpose */
    Errors validate(Function<String, Optional<Purpose>> known) {
        var check = new Field.Check();
        var chosen = Field.clean(purpose).isEmpty() ? Optional.of(Purpose.VULNERABILITY) : check.choice("purpose", "Choose what it is for", purpose, Purpose.class, true);
        check.that(chosen.isEmpty() || known.apply(Field.clean(name)).filter(k -> k != chosen.get()).isEmpty(), "name", "There is an instrument of this name for something else. Choose another name");
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
