package org.panelhub.trigger.procedure;

import org.panelhub.trigger.rules.TriggerRules;

import io.quarkus.qute.TemplateData;

/**
 * How one area arranges its community trigger, offered to others as a beginning. Everything in it can be changed; it is data, in {@code presets/community-triggers.json}.
 *
 * @param about where the figures are from, and which of them are ours
 */
@TemplateData
public record TriggerPreset(String key, String title, String about, TriggerRules rules) {
}
