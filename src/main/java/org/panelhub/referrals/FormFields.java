package org.panelhub.referrals;

import java.util.HashMap;
import java.util.Set;
import java.util.regex.Pattern;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** The fields that were sent with a page of the form. Which they are depends on the instrument, so they are not parameters of a method. */
final class FormFields {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,79}");
    private static final Set<String> OURS = Set.of("version", "then", "panel");
    private static final int MOST = 300;

    private FormFields() {
    }

    static StepForm sent() {
        var values = new HashMap<String, String>();
        var data = CurrentRequestManager.get().getFormData();
        if (data != null) {
            for (var name : data) {
                var value = data.getFirst(name);
                if (!OURS.contains(name) && !name.endsWith("-token") && NAME.matcher(name).matches() && values.size() < MOST && value != null && !value.isFileItem()) {
                    values.put(name, value.getValue());
                }
            }
        }
        return new StepForm(values);
    }
}
