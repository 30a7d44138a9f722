package org.panelhub.referrals;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MultivaluedMap;

/** The fields that were sent with a page of the form. Which they are depends on the instrument, so they are not parameters of a method. */
final class FormFields {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,79}");
    private static final Set<String> OURS = Set.of("version", "then", "panel");
    private static final int MOST = 300;

    private FormFields() {
    }

    static StepForm of(MultivaluedMap<String, String> sent) {
        var first = new HashMap<String, String>();
        sent.forEach((name, values) -> first.put(name, values.isEmpty() ? null : values.getFirst()));
        return of(first);
    }

    static StepForm of(Map<String, String> sent) {
        var values = new HashMap<String, String>();
        sent.forEach((name, value) -> {
            if (!OURS.contains(name) && !name.endsWith("-token") && NAME.matcher(name).matches() && values.size() < MOST && value != null) {
                values.put(name, value);
            }
        });
        return new StepForm(values);
    }
}
