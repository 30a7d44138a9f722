package org.panelhub.trigger.rules;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The areas of the presets, and what a row of a decision table changes of them. */
final class Area {

    private static final Map<String, TriggerRules> RULES = new HashMap<>();

    record Preset(String key, TriggerRules rules) {
    }

    static {
        try (var file = Area.class.getResourceAsStream("/presets/community-triggers.json")) {
            var json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            json.readValue(file, new TypeReference<List<Preset>>() {
            }).forEach(p -> RULES.put(p.key(), p.rules()));
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Area() {
    }

    static TriggerRules of(String key) {
        var rules = RULES.get(key);
        if (rules == null) {
            throw new IllegalArgumentException("No such area: " + key);
        }
        return rules;
    }

    static TriggerRules of(String key, String with) {
        var rules = of(key);
        for (var each : with == null ? new String[0] : with.split(", ")) {
            var words = each.split(" ", 2);
            var r = rules;
            rules = switch (words[0]) {
                case "complaints" -> new TriggerRules(number(words), r.reportMonths(), r.applyMonths(), r.weighed(), r.hate(), r.community(), r.discretion(), r.spans(), r.amberDays());
                case "report" -> new TriggerRules(r.complaints(), number(words), r.applyMonths(), r.weighed(), r.hate(), r.community(), r.discretion(), r.spans(), r.amberDays());
                case "apply" -> new TriggerRules(r.complaints(), r.reportMonths(), number(words), r.weighed(), r.hate(), r.community(), r.discretion(), r.spans(), r.amberDays());
                case "hate" -> new TriggerRules(r.complaints(), r.reportMonths(), r.applyMonths(), r.weighed(), quota(words), r.community(), r.discretion(), r.spans(), r.amberDays());
                case "community" -> new TriggerRules(r.complaints(), r.reportMonths(), r.applyMonths(), r.weighed(), r.hate(), quota(words), r.discretion(), r.spans(), r.amberDays());
                case "discretion" -> new TriggerRules(r.complaints(), r.reportMonths(), r.applyMonths(), r.weighed(), r.hate(), r.community(), true, r.spans(), r.amberDays());
                case "amber" -> new TriggerRules(r.complaints(), r.reportMonths(), r.applyMonths(), r.weighed(), r.hate(), r.community(), r.discretion(), r.spans(), number(words));
                case "boards" -> r;
                default -> throw new IllegalArgumentException(each);
            };
        }
        return rules;
    }

    private static int number(String... words) {
        return Integer.parseInt(words[1]);
    }

    private static TriggerRules.Quota quota(String... words) {
        var parts = words[1].split("/");
        return new TriggerRules.Quota(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
