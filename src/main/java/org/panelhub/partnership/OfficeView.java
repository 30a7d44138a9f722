package org.panelhub.partnership;

import java.time.LocalDate;
import java.util.UUID;

import org.panelhub.identity.Role;

import io.quarkus.qute.TemplateData;

/**
 * An office that a member holds, since a day.
 *
 * @param until the last day; null when it has no end
 */
@TemplateData
public record OfficeView(UUID id, UUID memberId, Role role, LocalDate since, LocalDate until) {
}
