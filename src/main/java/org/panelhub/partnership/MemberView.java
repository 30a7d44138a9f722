package org.panelhub.partnership;

import java.util.UUID;

import org.panelhub.page.Versioned;

import io.quarkus.qute.TemplateData;

/** A member as others see it. {@code agency} is null for an independent chair. */
@TemplateData
public record MemberView(UUID id, String name, String jobTitle, UUID agencyId, String agency, boolean active, int version) implements Versioned {

    /** Name and agency, as it stands in a list to choose from. */
    public String nameAndAgency() {
        return agency == null ? name : name + ", " + agency;
    }
}
