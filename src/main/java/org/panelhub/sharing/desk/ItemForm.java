package org.panelhub.sharing.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.sharing.Grading;
import org.panelhub.sharing.HandlingCode;
import org.panelhub.sharing.Item;
import org.panelhub.sharing.ItemView;
import org.panelhub.sharing.Nature;

import io.quarkus.qute.TemplateData;

/** One item as typed. */
@TemplateData
public record ItemForm(@RestForm String nature, @RestForm("sourceDate-day") String day, @RestForm("sourceDate-month") String month, @RestForm("sourceDate-year") String year, @RestForm String body,
        @RestForm String marking, @RestForm String instruction, @RestForm String handlingCode, @RestForm String handling, @RestForm String sanitisedBy, @RestForm String source, @RestForm String assessment,
        @RestForm String version) {

    static final int LONGEST_BODY = 10_000;
    private static final int LONGEST_HANDLING = 500;
    private static final int LONGEST_NAME = 200;

    static final List<Choice> MARKINGS = List.of(Choice.of(Item.OFFICIAL_SENSITIVE, "OFFICIAL-SENSITIVE"), Choice.of(Item.OFFICIAL, "OFFICIAL"));
    static final List<Choice> CODES = List.of(Choice.of("", "None"), Choice.of(HandlingCode.P, HandlingCode.P.label()), Choice.of(HandlingCode.C, HandlingCode.C.label()));

    static final List<Choice> SOURCES = graded(Choice.of(Grading.Source.class, Grading.Source::label));
    static final List<Choice> ASSESSMENTS = graded(Choice.of(Grading.Assessment.class, Grading.Assessment::label));

    private static List<Choice> graded(List<Choice> grades) {
        return Stream.concat(Stream.of(Choice.of("", "Not graded")), grades.stream()).toList();
    }

    static ItemForm empty() {
        return new ItemForm(null, "", "", "", "", Item.OFFICIAL_SENSITIVE, Item.INSTRUCTION, "", "", "", "", "", "");
    }

    /** @param grading null where it was not graded */
    static ItemForm of(ItemView item, Grading grading) {
        var date = DateBoxes.of(item.sourceDate());
        return new ItemForm(item.nature().name(), date.day(), date.month(), date.year(), item.body(), item.marking(), item.instruction().isBlank() ? Item.INSTRUCTION : item.instruction(),
                item.handlingCode() == null ? "" : item.handlingCode().name(), item.handling(), item.sanitisedBy(), grading == null ? "" : grading.source().name(),
                grading == null ? "" : grading.assessment().name(), Integer.toString(item.version()));
    }

    static ItemForm of(Drafts.Draft draft) {
        var date = draft.date("sourceDate");
        return new ItemForm(draft.text("nature"), date.day(), date.month(), date.year(), draft.text("body"), draft.text("marking"), draft.text("instruction"), draft.text("handlingCode"),
                draft.text("handling"), draft.text("sanitisedBy"), draft.text("source"), draft.text("assessment"), draft.text("version"));
    }

    public DateBoxes sourceDate() {
        return new DateBoxes(day, month, year);
    }

    /** Whether what is asked of intelligence only is to be seen at once. */
    public boolean isIntelligence(Errors errors) {
        return handlingCode != null && !handlingCode.isEmpty() || List.of("handlingCode", "sanitisedBy", "source", "assessment").stream().anyMatch(f -> errors.of(f) != null);
    }

    /** What was typed, or what is wrong with it. {@code content} is null when anything is. */
    record Checked(Item.Content content, Errors errors) {
    }

    Checked check(LocalDate today) {
        var check = new Field.Check();
        var chosen = check.choice("nature", "Say whether it is a fact or an opinion", nature, Nature.class, true);
        var text = check.text("body", "Information", body, LONGEST_BODY, true);
        var date = check.date("sourceDate", "Date of the source", sourceDate(), true);
        check.that(date == null || !date.isAfter(today), "sourceDate", "Date of the source must not be in the future");
        var marked = MARKINGS.stream().map(Choice::value).filter(m -> m.equals(marking)).findFirst();
        check.that(marked.isPresent(), "marking", "Choose a marking");
        // A program or an older form that does not ask for it leaves it to what is offered; blanked by hand it is missing.
        var instructed = check.text("instruction", "Handling instruction", instruction == null ? Item.INSTRUCTION : instruction, LONGEST_HANDLING, Item.OFFICIAL_SENSITIVE.equals(marking));
        var code = check.choice("handlingCode", "Choose a handling code, or none", handlingCode, HandlingCode.class, false);
        var conditions = check.text("handling", "Handling conditions", handling, LONGEST_HANDLING, false);
        check.that(code.isEmpty() || code.get() != HandlingCode.C || !conditions.isEmpty(), "handling", "Enter the handling conditions that code C requires");
        var sanitised = check.text("sanitisedBy", "Who sanitised it", sanitisedBy, LONGEST_NAME, code.isPresent());
        var from = check.choice("source", "Choose how reliable the source is", source, Grading.Source.class, false);
        var known = check.choice("assessment", "Choose how the information is known", assessment, Grading.Assessment.class, from.isPresent());
        check.that(from.isPresent() || known.isEmpty(), "source", "Choose how reliable the source is");
        check.that(from.isEmpty() || code.isPresent(), "handlingCode", "Only intelligence is graded: choose its handling code");
        if (check.errors().any()) {
            return new Checked(null, check.errors());
        }
        var grading = from.isPresent() ? new Grading(from.get(), known.orElseThrow()) : null;
        return new Checked(new Item.Content(chosen.orElseThrow(), date, text, marked.orElseThrow(), instructed, code.orElse(null), conditions, sanitised, grading), check.errors());
    }
}
