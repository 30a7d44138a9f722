package org.panelhub.trigger.risk;

import java.time.LocalDate;

import org.panelhub.risk.AssessmentView;
import org.panelhub.risk.Occasion;

/**
 * At which point risk is to be assessed now [Lambeth 3.3.2].
 *
 * @param since when the application came to this point
 * @param because why once more, where it was assessed before; empty where nothing new asks for it
 */
record Point(Occasion occasion, LocalDate since, String because) {

    boolean assessed(AssessmentView a) {
        return because.isEmpty() || a.occasion().equals(occasion.label()) || a.assessedOn().isAfter(since);
    }
}
