package org.panelhub.documents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

import org.panelhub.page.FileKind;

/** The name of a file that somebody sent: whoever sends a file chooses it, so nothing in it is believed. */
public final class FileName {

    /** Characters, as a person counts them. */
    public static final int LONGEST = 120;

    private static final int LONGEST_ENDING = 10;
    private static final String NAMELESS = "file";
    private static final char QUOTE = '"';

    private FileName() {
    }

    /** Without folders, without what cannot be seen (line ends, what turns the direction of writing) and what a disk takes for something else; shortened in front of its ending. Never empty. */
    public static String clean(String sent) {
        var name = Normalizer.normalize(sent == null ? "" : sent, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "").replaceAll("[<>:\"|?*\\p{Z}]+", " ").replaceAll("^[. ]+|[. ]+$", "");
        return name.isEmpty() ? NAMELESS : shortened(name);
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int kept = name.offsetByCodePoints(0, LONGEST - ending.codePointCount(0, ending.length()));
        return name.substring(0, kept).strip() + ending;
    }

    /**
     * How a file is given out: always as a file, with its marking first and the ending of what it is, in letters that every program reads (RFC 6266) and as it is written (RFC 5987).
     *
     * @param name cleaned
     */
    static String disposition(String marking, String reference, String name, FileKind kind) {
        var full = marking + " " + reference + " " + ended(name, kind);
        var plain = Normalizer.normalize(full, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^A-Za-z0-9 ._()-]", "_");
        return "attachment; filename=" + QUOTE + plain + QUOTE + "; filename*=UTF-8''" + URLEncoder.encode(full, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }

    private static String ended(String name, FileKind kind) {
        var small = name.toLowerCase(Locale.ROOT);
        return small.endsWith("." + kind.ending()) || kind == FileKind.JPEG && small.endsWith(".jpeg") ? name : name + "." + kind.ending();
    }
}
