package org.panelhub.page;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The kinds of file that people may send to the hub, told by what is in them and never by their name: photographs, recordings, documents and plain text. */
public enum FileKind {

    PDF("PDF document", "application/pdf", "pdf"),
    JPEG("photograph (JPEG)", "image/jpeg", "jpg"),
    PNG("picture (PNG)", "image/png", "png"),
    HEIC("photograph (HEIC)", "image/heic", "heic"),
    MP4("video (MP4)", "video/mp4", "mp4"),
    M4A("sound recording (M4A)", "audio/mp4", "m4a"),
    MP3("sound recording (MP3)", "audio/mpeg", "mp3"),
    DOCX("Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    TEXT("plain text", "text/plain;charset=UTF-8", "txt");

    private static final int BEGINNING = 16;
    private static final int BRAND_AT = 8;
    private static final int BRAND = 4;
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "msf1", "hevc");
    private static final Set<String> MP4_BRANDS = Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "3gp4", "3gp5");
    private static final String[] OFFICE_PROGRAMS = { "vbaProject", "activeX/", "embeddings/" };

    private final String words;
    private final String mediaType;
    private final String ending;

    FileKind(String words, String mediaType, String ending) {
        this.words = words;
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String words() {
        return words;
    }

    public String mediaType() {
        return mediaType;
    }

    /** For the name under which it is given out. */
    public String ending() {
        return ending;
    }

    /** Of which kind the file is; empty where it is none of them. */
    static Optional<FileKind> of(Path file) throws IOException {
        byte[] beginning = new byte[BEGINNING];
        int read;
        try (var in = Files.newInputStream(file)) {
            read = in.readNBytes(beginning, 0, BEGINNING);
        }
        if (begins(beginning, "%PDF-")) {
            return Optional.of(PDF);
        }
        if (begins(beginning, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (begins(beginning, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        }
        if (read == BEGINNING && new String(beginning, BRAND, BRAND, StandardCharsets.ISO_8859_1).equals("ftyp")) {
            return media(new String(beginning, BRAND_AT, BRAND, StandardCharsets.ISO_8859_1));
        }
        // MPEG audio, layer III: eleven bits set, then version and layer (ISO/IEC 11172-3, 2.4.2.3).
        if (begins(beginning, "ID3") || read > 2 && beginning[0] == (byte) 0xFF && (beginning[1] & 0xE6) == 0xE2) {
            return Optional.of(MP3);
        }
        if (begins(beginning, 'P', 'K', 3, 4)) {
            return isWord(file) ? Optional.of(DOCX) : Optional.empty();
        }
        return read > 0 && isText(file) ? Optional.of(TEXT) : Optional.empty();
    }

    private static Optional<FileKind> media(String brand) {
        if (HEIC_BRANDS.contains(brand)) {
            return Optional.of(HEIC);
        }
        if (brand.equals("M4A ") || brand.equals("M4B ")) {
            return Optional.of(M4A);
        }
        return MP4_BRANDS.contains(brand) ? Optional.of(MP4) : Optional.empty();
    }

    private static boolean begins(byte[] file, String with) {
        return begins(file, with.chars().toArray());
    }

    private static boolean begins(byte[] file, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (file[i] != (byte) with[i]) {
                return false;
            }
        }
        return true;
    }

    /** By its list of contents alone, nothing is unpacked. A document that carries programs or other files is none that the hub takes. */
    private static boolean isWord(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null && zip.getEntry("word/document.xml") != null
                    && zip.stream().noneMatch(entry -> Arrays.stream(OFFICE_PROGRAMS).anyMatch(entry.getName()::contains));
        } catch (ZipException e) {
            return false;
        }
    }

    /** UTF-8 without control characters, and no page or program that somebody's browser would carry out. */
    private static boolean isText(Path file) throws IOException {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file)));
            return text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7F)
                    && !text.toString().replace("\uFEFF", "").stripLeading().matches("(?is)(<|#!|%!|MZ).*");
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
