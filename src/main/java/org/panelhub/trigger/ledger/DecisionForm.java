package org.panelhub.trigger.ledger;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.trigger.rules.Route;

import io.quarkus.qute.TemplateData;

/**
 * The threshold decision as typed: what was weighed, with the rationale of each; whether it is met and by which route; why, in plain words.
 *
 * @param seen how many decisions stood when the page was opened
 */
@TemplateData
public record DecisionForm(@RestForm String persistence, @RestForm String persistenceWhy, @RestForm String harm, @RestForm String harmWhy, @RestForm String adequacy, @RestForm String adequacyWhy,
        @RestForm String hate, @RestForm String hateWhy, @RestForm String outcome, @RestForm String route, @RestForm String why, @RestForm String against, @RestForm("on-day") String onDay,
        @RestForm("on-month") String onMonth, @RestForm("on-year") String onYear, @RestForm Integer seen) {

    static final int LONGEST = 4000;

    /** What was found of something that is weighed. */
    enum Found {
        YES, NO
    }

    /** What is decided. */
    enum Outcome {
        MET, NOT_MET
    }

    static DecisionForm empty(LocalDate today, int seen) {
        var day = DateBoxes.of(today);
        return new DecisionForm("", "", "", "", "", "", "", "", "", "", "", "", day.day(), day.month(), day.year(), seen);
    }

    static DecisionForm of(Drafts.Draft d) {
        var on = d.date("on");
        return new DecisionForm(d.text("persistence"), d.text("persistenceWhy"), d.text("harm"), d.text("harmWhy"), d.text("adequacy"), d.text("adequacyWhy"), d.text("hate"), d.text("hateWhy"), d.text("outcome"), d.text("route"),
                d.text("why"), d.text("against"), on.day(), on.month(), on.year(), d.number("seen"));
    }

    /** With what was typed, beside what was decided in the meantime. */
    DecisionForm after(int decisions) {
        return new DecisionForm(persistence, persistenceWhy, harm, harmWhy, adequacy, adequacyWhy, hate, hateWhy, outcome, route, why, against, onDay, onMonth, onYear, decisions);
    }

    public DateBoxes on() {
        return new DateBoxes(onDay, onMonth, onYear);
    }

    LocalDate decidedOn() {
        return on().parse(Errors.none(), "on", "", true);
    }

    boolean met() {
        return Outcome.MET.name().equals(outcome);
    }

    Route way() {
        return met() ? Route.valueOf(route) : null;
    }

    Map<Route, Judged.Weighed> weighed() {
        var weighed = new EnumMap<Route, Judged.Weighed>(Route.class);
        put(weighed, Route.PERSISTENCE, persistence, persistenceWhy);
        put(weighed, Route.HARM, harm, harmWhy);
        put(weighed, Route.ADEQUACY, adequacy, adequacyWhy);
        put(weighed, Route.HATE, hate, hateWhy);
        return weighed;
    }

    private static void put(Map<Route, Judged.Weighed> weighed, Route route, String found, String why) {
        if (!Field.clean(found).isEmpty()) {
            weighed.put(route, new Judged.Weighed(Found.YES.name().equals(found), Field.clean(why)));
        }
    }

    /**
     * What the procedure has weighed is weighed, unless the number of complaints leaves no choice: "consider the persistence, the harm or potential for harm, and the adequacy of the response" (2014 Act, section
     * 104(5)).
     */
    Errors validate(Judged judged, LocalDate received, LocalDate today) {
        var check = new Field.Check();
        boolean must = judged.threshold().mustBeMet();
        weigh(check, "persistence", "persistence", persistence, persistenceWhy, !must && judged.rules().weighed().contains(Route.PERSISTENCE));
        weigh(check, "harm", "harm", harm, harmWhy, !must && judged.rules().weighed().contains(Route.HARM));
        weigh(check, "adequacy", "the response", adequacy, adequacyWhy, !must && judged.rules().weighed().contains(Route.ADEQUACY));
        weigh(check, "hate", "hate", hate, hateWhy, false);
        var decided = check.choice("outcome", "Say whether the threshold is met", outcome, Outcome.class, true);
        // Whoever thinks that a complaint does not count rules it out where it stands, with the reason; then this is another number.
        check.that(!must || !decided.equals(Optional.of(Outcome.NOT_MET)), "outcome",
                "Enough complaints qualify, and then the threshold must be found met (2014 Act, section 104(4)). Where one does not count, say so and why on the complaints page");
        if (decided.isPresent() && decided.get() == Outcome.MET) {
            var way = check.choice("route", "Say by which way it is met", route, Route.class, true);
            way.ifPresent(r -> {
                var found = weighed().get(r);
                check.that(r == Route.NUMBER || r == Route.DISCRETION || r == Route.COMMUNITY || found == null || found.found(), "route", "You did not find enough in this above. Choose another way, or change what you found");
                check.that(r != Route.PERSISTENCE && r != Route.HARM && r != Route.ADEQUACY || found != null, "route", "Say above what you found of this, and why");
            });
        }
        check.text("why", "Why, for the applicant", why, LONGEST, true);
        check.text("against", "Why you decide otherwise", against, LONGEST, false);
        var on = check.date("on", "The day of the decision", on(), true);
        check.that(on == null || !on.isAfter(today), "on", "The day of the decision must be today or earlier");
        check.that(on == null || !on.isBefore(received), "on", "The day of the decision must not be before the application was received");
        return check.errors();
    }

    private static void weigh(Field.Check check, String field, String of, String found, String why, boolean required) {
        check.choice(field, "Say whether you find enough in " + of, found, Found.class, required);
        check.text(field + "Why", "The rationale on " + of, why, LONGEST, !Field.clean(found).isEmpty());
    }
}
