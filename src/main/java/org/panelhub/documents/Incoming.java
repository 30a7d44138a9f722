package org.panelhub.documents;

import org.panelhub.page.FileKind;

/**
 * A file that was looked through and may be kept.
 *
 * @param name cleaned
 * @param sha256 of the content, in hexadecimal
 * @param scannedBy what looked through it
 */
public record Incoming(String name, FileKind kind, byte[] content, String sha256, String scannedBy) {

    public String sizeText() {
        return FileSize.text(content.length);
    }
}
