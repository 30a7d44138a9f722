package org.panelhub.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as a file for a spreadsheet (RFC 4180, in UTF-8 with its mark at the beginning). What a spreadsheet would take for a formula is put behind an apostrophe, so that
 * nothing that somebody typed is carried out there. The first line is the marking.
 */
public final class Csv {

    private static final String MARK = "\uFEFF";
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n|%";

    private final StringBuilder text = new StringBuilder(MARK);

    public Csv(String marking) {
        row(List.of(marking));
    }

    public Csv row(List<String> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
        return this;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String value) {
        var safe = value == null ? "" : !value.isEmpty() && BEGINS_A_FORMULA.indexOf(value.stripLeading().isEmpty() ? value.charAt(0) : value.stripLeading().charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n;].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
