package org.panelhub.risk;

import java.time.LocalDate;
import java.util.Map;

import io.quarkus.qute.TemplateData;

/**
 * What an officer hands in: answers by question, their own judgement, and why.
 *
 * @param rationale required where the judgement differs from what the answers come to
 * @param on the day on which the person was assessed
 */
@TemplateData
public record Judged(Map<String, String> answers, Band judgement, String rationale, LocalDate on) {
}
