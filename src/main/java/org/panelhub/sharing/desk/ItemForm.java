package org.panelhub.sharing.desk;

import java.time.LocalDate;
import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.sharing.HandlingCode;
import org.panelhub.sharing.Item;
import org.panelhub.sharing.ItemView;
import org.panelhub.sharing.Nature;

import io.quarkus.qute.TemplateData;

/** One item as typed. */
@TemplateData
public record ItemForm(@RestForm String nature, @RestForm("sourceDate-day") String day, @RestForm("sourceDate-month") String month, @RestForm("sourceDate-year") String year, @RestForm String body,
        @RestForm String marking, @RestForm String handlingCode, @RestForm String handling, @RestForm String version) {

    static final int LONGEST_BODY = 10_000;
    private static final int LONGEST_HANDLING = 500;

    static final List<Choice> MARKINGS = List.of(Choice.of(Item.OFFICIAL_SENSITIVE, "OFFICIAL-SENSITIVE"), Choice.of(Item.OFFICIAL, "OFFICIAL"));
    static final List<Choice> CODES = List.of(Choice.of("", "None"), Choice.of(HandlingCode.P, HandlingCode.P.label()), Choice.of(HandlingCode.C, HandlingCode.C.label()));

    static ItemForm empty() {
        return new ItemForm(null, "", "", "", "", Item.OFFICIAL_SENSITIVE, "", "", "");
    }

    static ItemForm of(ItemView item) {
        var date = DateBoxes.of(item.sourceDate());
        return new ItemForm(item.nature().name(), date.day(), date.month(), date.year(), item.body(), item.marking(), item.handlingCode() == null ? "" : item.handlingCode().name(), item.handling(),
                Integer.toString(item.version()));
    }

    static ItemForm of(Drafts.Draft draft) {
        var date = draft.date("sourceDate");
        return new ItemForm(draft.text("nature"), date.day(), date.month(), date.year(), draft.text("body"), draft.text("marking"), draft.text("handlingCode"), draft.text("handling"), draft.text("version"));
    }

    public DateBoxes sourceDate() {
        return new DateBoxes(day, month, year);
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
        var code = check.choice("handlingCode", "Choose a handling code, or none", handlingCode, HandlingCode.class, false);
        var conditions = check.text("handling", "Handling conditions", handling, LONGEST_HANDLING, false);
        check.that(code.isEmpty() || code.get() != HandlingCode.C || !conditions.isEmpty(), "handling", "Enter the handling conditions that code C requires");
        return check.errors().any() ? new Checked(null, check.errors()) : new Checked(new Item.Content(chosen.orElseThrow(), date, text, marked.orElseThrow(), code.orElse(null), conditions), check.errors());
    }
}
