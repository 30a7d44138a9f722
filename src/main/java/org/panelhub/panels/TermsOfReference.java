package org.panelhub.panels;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkus.qute.TemplateData;

/**
 * What a panel takes and how it works through it.
 *
 * @param subjects what its cases are about
 * @param called what one of them is called there: a case, a nominal, a profile
 * @param gate the judgement of vulnerability that it takes
 * @param sections what stands on every agenda, in order, with the place of the cases
 * @param outcomes what a decision may be chosen from; may be empty
 * @param adjournments how a decision begins that has only put a case off to another meeting; such a decision is no review of it. Null for the usual word
 * @param minutes the parts of its minutes in order; a part that is not among them is left out
 */
@TemplateData
public record TermsOfReference(List<SubjectKind> subjects, String called, Gate gate, List<Section> sections, List<String> outcomes, List<String> adjournments, List<Part> minutes) {

    private static final List<String> USUAL_ADJOURNMENTS = List.of("Adjourned");

    public TermsOfReference {
        adjournments = adjournments == null ? USUAL_ADJOURNMENTS : adjournments;
    }

    /** Where nothing else is agreed: people, whatever the judgement, and the usual agenda and minutes. */
    static final TermsOfReference ANY = new TermsOfReference(List.of(SubjectKind.PERSON), "case", Gate.NONE,
            List.of(new Section(Section.Kind.LAST_ACTIONS, Section.Kind.LAST_ACTIONS.usual(), 10), new Section(Section.Kind.CASES, Section.Kind.CASES.usual(), 0),
                    new Section(Section.Kind.OTHER_BUSINESS, Section.Kind.OTHER_BUSINESS.usual(), 5)),
            List.of(), null, Stream.of(MinutesPart.values()).map(p -> new Part(p, p.usual())).toList());

    /** A part of the minutes under its heading. */
    @TemplateData
    public record Part(MinutesPart part, String heading) {
    }

    public boolean takes(SubjectKind subject) {
        return subjects.contains(subject);
    }

    /** Those of the minutes as a whole, or those of each case, in their order. */
    public List<Part> parts(boolean ofCase) {
        return minutes.stream().filter(p -> p.part().ofCase() == ofCase).toList();
    }

    /** Its heading here; empty where the panel leaves it out. */
    public Optional<String> heading(MinutesPart part) {
        return minutes.stream().filter(p -> p.part() == part).map(Part::heading).findFirst();
    }
}
