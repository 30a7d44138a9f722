package org.panelhub.protocols;

import java.util.UUID;

import org.panelhub.page.Versioned;

import io.quarkus.qute.TemplateData;

/** What an agency relies on, with the protocol that says so. */
@TemplateData
public record LegalBasisView(UUID id, UUID protocolId, String protocol, int edition, UUID agencyId, String agency, LegalGround ground, int version) implements Versioned {

    /** Protocol and edition, as it is named in a record. */
    public String protocolAndEdition() {
        return protocol + ", edition " + edition;
    }
}
