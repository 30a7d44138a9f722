package org.panelhub.trigger.procedure;

import java.util.UUID;

import org.panelhub.time.DateRange;
import org.panelhub.trigger.rules.TriggerRules;

import io.quarkus.qute.TemplateData;

/** A review procedure with the days on which it holds. */
@TemplateData
public record TriggerArrangementView(UUID id, DateRange during, TriggerRules rules) {
}
