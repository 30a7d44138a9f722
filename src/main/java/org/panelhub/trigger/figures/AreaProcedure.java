package org.panelhub.trigger.figures;

import java.time.LocalDate;

import org.panelhub.trigger.apply.Area;
import org.panelhub.trigger.rules.TriggerRules;

import io.quarkus.qute.TemplateData;

/**
 * The review procedure of an area, as it is published.
 *
 * @param since its first day; null where the area has said nothing and the Act alone holds
 */
@TemplateData
public record AreaProcedure(Area area, LocalDate since, TriggerRules rules) {
}
