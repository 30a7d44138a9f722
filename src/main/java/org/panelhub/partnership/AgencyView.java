package org.panelhub.partnership;

import java.util.UUID;

import org.panelhub.page.Versioned;

import io.quarkus.qute.TemplateData;

/**
 * An agency with the legal body that it belongs to.
 *
 * @param kind the field's word for the service, such as POLICE or MENTAL_HEALTH; {@link #service} says it to people
 */
@TemplateData
public record AgencyView(UUID id, String name, String shortName, String kind, UUID signatoryId, String signatory, Sector sector,
        boolean relevantAuthority, int version) implements Versioned {

    public String service() {
        return Service.words(kind);
    }
}
