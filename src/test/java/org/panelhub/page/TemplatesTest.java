package org.panelhub.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Mistakes in templates of which neither the build nor a page says anything. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    /** What stands in quotes is taken as it is: str:concat puts texts together. */
    private static final Pattern EXPRESSION_IN_QUOTES = Pattern.compile("\\{#[\\w/]+ [^{}]*?=([\"'])[^\"'{}]*\\{[^}]*}[^\"']*\\1");
    /** Of "else if !a && !b" Qute makes something else. */
    private static final Pattern TWO_NEGATIONS = Pattern.compile("\\{#else if !\\S+ (&&|\\|\\|) !");

    @Test
    void noParameterInQuotesHoldsAnExpression() throws IOException {
        assertTrue(EXPRESSION_IN_QUOTES.matcher("{#form action=\"/mail/{mail.id}/again\"}").find());
        assertEquals(List.of(), found(EXPRESSION_IN_QUOTES));
    }

    @Test
    void noBranchBeginsWithTwoNegations() throws IOException {
        assertEquals(List.of(), found(TWO_NEGATIONS));
    }

    private static List<String> found(Pattern mistake) throws IOException {
        List<String> found = new ArrayList<>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                mistake.matcher(Files.readString(file).replaceAll("(?s)\\{!.*?!}", "")).results().forEach(m -> found.add(TEMPLATES.relativize(file) + ": " + m.group()));
            }
        }
        return found;
    }
}
