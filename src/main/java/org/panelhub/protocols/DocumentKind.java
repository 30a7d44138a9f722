package org.panelhub.protocols;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * What the text of a protocol may come as. Told by what the file holds, never by its name or by what the browser says of it; a document that
 * carries macros is none of these.
 */
enum DocumentKind {
    PDF("application/pdf", "PDF", "pdf"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word", "docx"),
    OPEN_DOCUMENT("application/vnd.oasis.opendocument.text", "OpenDocument", "odt");

    private static final byte[] PDF_BEGINS = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_TYPE = 100;

    private final String mediaType;
    private final String label;
    private final String extension;

    DocumentKind(String mediaType, String label, String extension) {
        this.mediaType = mediaType;
        this.label = label;
        this.extension = extension;
    }

    String mediaType() {
        return mediaType;
    }

    String label() {
        return label;
    }

    String extension() {
        return extension;
    }

    static DocumentKind of(String mediaType) {
        for (var kind : values()) {
            if (kind.mediaType.equals(mediaType)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(mediaType);
    }

    /** Empty when it is none of them. */
    static Optional<DocumentKind> of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            if (java.util.Arrays.equals(in.readNBytes(PDF_BEGINS.length), PDF_BEGINS)) {
                return Optional.of(PDF);
            }
        }
        // Only the directory of the archive is read, and the few letters of its type: nothing is unpacked.
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("[Content_Types].xml") != null && zip.getEntry("word/document.xml") != null) {
                return zip.stream().anyMatch(e -> e.getName().toLowerCase(java.util.Locale.ROOT).endsWith("vbaproject.bin")) ? Optional.empty() : Optional.of(WORD);
            }
            var type = zip.getEntry("mimetype");
            if (type != null && zip.getEntry("content.xml") != null && zip.stream().noneMatch(e -> e.getName().startsWith("Basic/") || e.getName().startsWith("Scripts/"))) {
                try (var in = zip.getInputStream(type)) {
                    return OPEN_DOCUMENT.mediaType.equals(new String(in.readNBytes(LONGEST_TYPE), StandardCharsets.US_ASCII).strip()) ? Optional.of(OPEN_DOCUMENT) : Optional.empty();
                }
            }
        } catch (java.util.zip.ZipException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
