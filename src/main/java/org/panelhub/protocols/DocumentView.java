package org.panelhub.protocols;

import java.time.OffsetDateTime;
import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * The document of an edition.
 *
 * @param size bytes
 * @param sha256 in hexadecimal, so that a copy elsewhere can be compared
 */
@TemplateData
public record DocumentView(UUID id, UUID protocolId, String kind, String mediaType, String extension, String marking, int size, String sha256, OffsetDateTime addedAt) {

    private static final int KILO = 1024;

    /** "240 KB". */
    public String sizeText() {
        return Math.max(1, size / KILO) + " KB";
    }

    public String path() {
        return "/protocols/" + protocolId + "/documents/" + id;
    }

    /** With the marking first, and nothing in it that a header or a disk could stumble over. */
    String fileName(ProtocolView protocol) {
        var name = (protocol.name() + " edition " + protocol.edition()).replaceAll("[^A-Za-z0-9 _-]", " ").replaceAll(" +", " ").strip();
        return marking + " " + name + "." + extension;
    }
}
