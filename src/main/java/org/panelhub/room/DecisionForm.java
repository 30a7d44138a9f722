package org.panelhub.room;

import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.audit.Writer;
import org.panelhub.cases.CaseRisk;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** Risk and decision as typed in the room. */
@TemplateData
public record DecisionForm(@RestForm String risk, @RestForm String rationale, @RestForm String dissent, @RestForm String outcome, @RestForm String version) {

    private static final int LONGEST = 2000;

    static DecisionForm of(RoomView.DecisionView decision, CaseRisk risk) {
        return decision == null ? new DecisionForm(risk == CaseRisk.NONE ? "" : risk.name(), "", "", "", "")
                : new DecisionForm(decision.after().name(), decision.rationale(), decision.dissent(), decision.outcome(), Integer.toString(decision.version()));
    }

    Errors validate() {
        var check = new Field.Check();
        check.choice("risk", "Choose the risk that the panel agrees", risk, CaseRisk.class, true);
        check.that(!CaseRisk.NONE.name().equals(risk), "risk", "Choose the risk that the panel agrees");
        check.text("rationale", "Why", rationale, LONGEST, true);
        check.text("dissent", "Dissent", dissent, LONGEST, false);
        check.text("outcome", "Decision", outcome, LONGEST, true);
        return check.errors();
    }

    Differences differences(Decision saved, Optional<Writer> first) {
        return new Differences(first).compare("Risk", saved.riskAfter().label(), risk == null || risk.isEmpty() ? "" : CaseRisk.valueOf(risk).label()).compare("Why", saved.rationale(), rationale)
                .compare("Dissent", saved.dissent(), dissent).compare("Decision", saved.outcome(), outcome);
    }
}
