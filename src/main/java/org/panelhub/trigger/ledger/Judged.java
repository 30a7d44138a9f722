package org.panelhub.trigger.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.panelhub.page.Words;
import org.panelhub.trigger.rules.Route;
import org.panelhub.trigger.rules.Threshold;
import org.panelhub.trigger.rules.TriggerRules;

import io.quarkus.qute.TemplateData;

/** By what a decision was judged: the procedure in force on the day of receipt, and what the hub found by it. It is kept with the decision, as a ledger goes on changing. */
@TemplateData
public record Judged(TriggerRules rules, Threshold threshold) {

    /** What a person found of a route, with the rationale. */
    @TemplateData
    public record Weighed(boolean found, String why) {
    }

    /**
     * Where a decision contradicts what was found. The hub warns of it and asks for a reason: the relevant bodies decide. Only where the Act leaves no choice is it refused before ({@link DecisionForm}).
     *
     * @param met what is decided
     * @param by the route; null where the threshold is not met
     * @param weighed what the person who decides found, route by route
     */
    List<String> against(boolean met, Route by, Map<Route, Weighed> weighed) {
        var against = new ArrayList<String>();
        var state = new EnumMap<Route, Threshold.State>(Route.class);
        threshold.routes().forEach(way -> state.put(way.route(), way.state()));
        if (!met) {
            threshold.met().forEach(route -> against.add("The hub finds the threshold met: " + Words.lower(route.label())));
            if (state.get(Route.NUMBER) == Threshold.State.JUDGEMENT) {
                against.add("The days of some reports are not known yet: they could be enough");
            }
            var found = weighed.entrySet().stream().filter(e -> e.getValue().found() && e.getKey() != Route.HATE).map(e -> Words.lower(e.getKey().label())).toList();
            if (!found.isEmpty()) {
                against.add("You found enough in " + Words.join(found));
            }
            return against;
        }
        if (threshold.mustBeMet() && by != Route.NUMBER) {
            against.add("Enough complaints qualify, which goes before every other way (2014 Act, section 104(4))");
        }
        if (!by.judged() && state.get(by) != null && state.get(by) != Threshold.State.MET) {
            against.add("The hub does not find it: " + threshold.routes().stream().filter(w -> w.route() == by).map(Threshold.Way::why).collect(Collectors.joining()));
        } else if (!state.containsKey(by) && !(by == Route.DISCRETION && weighed.containsKey(Route.HATE) && weighed.get(Route.HATE).found())) {
            against.add("The procedure in force on the day of receipt does not have this way: " + Words.lower(by.label()));
        }
        return against;
    }
}
