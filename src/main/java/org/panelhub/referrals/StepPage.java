package org.panelhub.referrals;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.panelhub.page.Choice;
import org.panelhub.page.Differences;
import org.panelhub.people.Part;
import org.panelhub.people.Safe;
import org.panelhub.risk.Definition;
import org.panelhub.risk.Instrument;
import org.panelhub.risk.QuestionField;

import io.quarkus.qute.TemplateData;

/**
 * One page of the form.
 *
 * @param id null before a referral that is keyed in has been begun
 * @param part of the assessment: which of its sections, from 1; otherwise 1
 * @param version tag of what was saved when the page was built
 * @param result what the answers come to, on the page of the judgement; null while some are missing
 * @param differences null unless somebody else saved first
 * @param resumed the fields hold what was typed before and never saved
 * @param subjects what a referral that is keyed in may be about; empty where there is nothing to choose
 * @param people how many rows for people of the home are shown
 */
@TemplateData
public record StepPage(UUID id, String panel, String marking, Step step, int part, StepForm form, String version, Instrument instrument, Definition.Result result,
        List<Choice> referrers, List<Choice> panels, List<Choice> subjects, Differences differences, int people, boolean resumed) {

    /** The same page with these fields, not saved yet, and the tag of what they were typed over. */
    StepPage typed(StepForm typed, String over) {
        return new StepPage(id, panel, marking, step, part, typed, over, instrument, result, referrers, panels, subjects, differences, people, true);
    }

    /** The same page without word of what was not saved. */
    StepPage saved() {
        return new StepPage(id, panel, marking, step, part, form, version, instrument, result, referrers, panels, subjects, differences, people, false);
    }

    /** The same page beside what somebody else saved, and the tag of that. */
    StepPage compared(Differences with, String over) {
        return new StepPage(id, panel, marking, step, part, form, over, instrument, result, referrers, panels, subjects, with, people, false);
    }

    /** Under this name the page is kept as one types; null before there is a referral. */
    public String draft() {
        return id == null ? null : "referral-" + id + "-" + step.key() + "-" + part;
    }

    public boolean is(String name) {
        return step.name().equals(name);
    }

    public String title() {
        return step == Step.ASSESSMENT ? section().title() : step.title();
    }

    public String action() {
        return id == null ? "/referrals/key-in" : "/referrals/" + id + "/steps/" + step.key() + (parts() > 1 ? "?part=" + part : "");
    }

    public String back() {
        return id == null ? "/referrals" : "/referrals/" + id + "/tasks";
    }

    public int parts() {
        return step == Step.ASSESSMENT ? instrument.definition().sections().size() : 1;
    }

    public Definition.Section section() {
        return instrument.definition().sections().get(part - 1);
    }

    /** The fields that this page has: nothing else of what is sent with it is kept. */
    Predicate<String> fields() {
        if (step != Step.ASSESSMENT) {
            return step.fields()::contains;
        }
        var shown = section().questions().stream().flatMap(q -> QuestionField.names(StepReader.QUESTION, q).stream()).toList();
        return shown::contains;
    }

    public List<QuestionField> questions() {
        return section().questions().stream().map(q -> QuestionField.of(instrument.definition(), q, StepReader.QUESTION, form::get)).toList();
    }

    /** The fields for one person of the home. */
    @TemplateData
    public record Row(int number, String given, String family, String part, String born) {
    }

    public List<Row> rows() {
        return IntStream.rangeClosed(1, people).mapToObj(i -> new Row(i, "given" + i, "family" + i, "part" + i, "born" + i)).toList();
    }

    public List<Choice> safe() {
        return Choice.of(Safe.class, Safe::label);
    }

    public List<Choice> yesNo() {
        return List.of(Choice.of("YES", "Yes"), Choice.of("NO", "No"));
    }

    public List<Choice> ages() {
        return List.of(Choice.of(Part.CHILD, "A child, under 18"), Choice.of(Part.HOUSEHOLD, "An adult"));
    }

    public List<Choice> categories() {
        return Categories.ALL.stream().map(c -> Choice.of(c, c)).toList();
    }

    public List<Choice> consents() {
        return List.of(Consent.values()).stream().map(c -> Choice.of(c, c.label(), c.hint())).toList();
    }

    public List<Choice> bands() {
        return instrument.definition().inBands().stream().map(b -> Choice.of(b, instrument.purpose().called(b))).toList();
    }

    public List<Choice> ways() {
        return List.of(ReceivedHow.values()).stream().filter(h -> h != ReceivedHow.ONLINE).map(h -> Choice.of(h, h.label())).toList();
    }
}
