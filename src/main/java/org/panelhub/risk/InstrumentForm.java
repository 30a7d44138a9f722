package org.panelhub.risk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Words;

import io.quarkus.qute.TemplateData;

/**
 * An instrument as pasted by an administrator.
 *
 * @param definition as JSON, or as a table with commas between its columns
 */
@TemplateData
public record InstrumentForm(@RestForm String purpose, @RestForm String name, @RestForm String definition) {

    static final InstrumentForm EMPTY = new InstrumentForm(Purpose.VULNERABILITY.name(), "", "");
    private static final int NAME = 120;

    /**
     * What was pasted, understood.
     *
     * @param json the definition as it is kept; empty where it cannot be used
     * @param definition null where it cannot be used
     * @param problems everything that is wrong with it, with the place
     */
    @TemplateData
    public record Read(String json, Definition definition, List<String> problems, Errors errors) {

        static final Read NOTHING = new Read("", null, List.of(), Errors.none());
    }

    /** What it is for: one that does not say so is the vulnerability assessment. */
    public Purpose is() {
        return Field.clean(purpose).isEmpty() ? Purpose.VULNERABILITY : Purpose.valueOf(purpose);
    }

    /** @param known what each instrument that there is is for: a name stays with its purpose */
    Read read(Function<String, Optional<Purpose>> known) {
        var check = new Field.Check();
        var chosen = Field.clean(purpose).isEmpty() ? Optional.of(Purpose.VULNERABILITY) : check.choice("purpose", "Choose what it is for", purpose, Purpose.class, true);
        check.that(chosen.isEmpty() || known.apply(Field.clean(name)).filter(k -> k != chosen.get()).isEmpty(), "name", "There is an instrument of this name for something else. Choose another name");
        check.text("name", "Name", name, NAME, true);
        var text = check.text("definition", "Definition", definition, Instruments.LONGEST, true);
        if (text.isEmpty() || text.length() > Instruments.LONGEST) {
            return new Read("", null, List.of(), check.errors());
        }
        try {
            var json = InstrumentTable.is(text) ? InstrumentTable.json(text) : text;
            return new Read(json, DefinitionReader.read(json), List.of(), check.errors());
        } catch (DefinitionReader.InvalidDefinition wrong) {
            var problems = wrong.problems();
            check.that(false, "definition", problems.size() == 1 ? problems.getFirst() : Words.upper(Words.number(problems.size())) + " things are wrong with it. The first: " + problems.getFirst());
            return new Read("", null, problems, check.errors());
        }
    }
}
