package org.panelhub.room;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.audit.Writer;
import org.panelhub.cases.CaseRisk;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/**
 * Risk and decision as typed in the room.
 *
 * @param chosen one of the panel's outcomes, or empty; {@code outcome} then says more of it, or stands by itself
 */
@TemplateData
public record DecisionForm(@RestForm String risk, @RestForm String rationale, @RestForm String dissent, @RestForm String chosen, @RestForm String outcome, @RestForm String version) {

    private static final int LONGEST = 2000;

    private static final String MORE = ": ";

    static DecisionForm of(RoomView.DecisionView decision, CaseRisk risk, List<String> outcomes) {
        if (decision == null) {
            return new DecisionForm(risk == CaseRisk.NONE ? "" : risk.name(), "", "", "", "", "");
        }
        var text = decision.outcome();
        var chosen = outcomes.stream().filter(o -> text.equals(o) || text.startsWith(o + MORE)).max(Comparator.comparingInt(String::length)).orElse("");
        var own = chosen.isEmpty() ? text : text.equals(chosen) ? "" : text.substring((chosen + MORE).length());
        return new DecisionForm(decision.after().name(), decision.rationale(), decision.dissent(), chosen, own, Integer.toString(decision.version()));
    }

    /** The decision as it is kept: the outcome that was chosen, and what was said of it. */
    String words() {
        var picked = Field.clean(chosen);
        var own = Field.clean(outcome);
        return picked.isEmpty() ? own : own.isEmpty() ? picked : picked + MORE + own;
    }

    Errors validate() {
        var check = new Field.Check();
        check.choice("risk", "Choose the risk that the panel agrees", risk, CaseRisk.class, true);
        check.that(!CaseRisk.NONE.name().equals(risk), "risk", "Choose the risk that the panel agrees");
        check.text("rationale", "Why", rationale, LONGEST, true);
        check.text("dissent", "Dissent", dissent, LONGEST, false);
        check.text("outcome", "Decision", outcome, LONGEST, Field.clean(chosen).isEmpty());
        check.text("chosen", "Outcome", chosen, LONGEST, false);
        return check.errors();
    }

    Differences differences(Decision saved, Optional<Writer> first) {
        return new Differences(first).compare("Risk", saved.riskAfter().label(), risk == null || risk.isEmpty() ? "" : CaseRisk.valueOf(risk).label()).compare("Why", saved.rationale(), rationale)
                .compare("Dissent", saved.dissent(), dissent).compare("Decision", saved.outcome(), words());
    }
}
