package org.panelhub.risk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

/**
 * An instrument as a table, for areas that keep theirs in a spreadsheet (RFC 4180). Its first line names the columns; each further one is a question, an answer to the question above it, or a band:
 *
 * <pre>
 * what,     key,     text,            help, section, kind,   weight, high, source, if question, if answers, from, to
 * question, often,   How often is it?,    , Events,  CHOICE
 * answer,   daily,   Most days,           ,        ,       , 3,      yes
 * band,     LOW,                          ,        ,       ,       ,     ,       ,            ,           , 0,    3
 * </pre>
 */
final class InstrumentTable {

    /** Under this name each question, answer and band keeps the line that it came from, so that what is wrong with it can be found again. */
    static final String LINE = "line";

    private static final Set<String> COLUMNS = Set.of("what", "key", "text", "help", "section", "kind", "weight", "high", "source", "if question", "if answers", "from", "to");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CsvMapper CSV = CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private final List<String> problems = new ArrayList<>();
    private final ObjectNode made = JSON.createObjectNode();
    private final ArrayNode questions = made.putArray("questions");
    private final ArrayNode bands = made.putArray("bands");

    private InstrumentTable() {
    }

    /** Whether what was handed in is a table: JSON begins with a brace. */
    static boolean is(String text) {
        return !text.isBlank() && !text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("[");
    }

    /**
     * The same as JSON, with each line's number.
     *
     * @throws DefinitionReader.InvalidDefinition naming the lines that cannot be read
     */
    static String json(String csv) {
        var table = new InstrumentTable();
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (var rows = CSV.readerForListOf(String.class).with(CsvParser.Feature.WRAP_AS_ARRAY).<List<String>>readValues(text)) {
            List<String> header = null;
            while (rows.hasNextValue()) {
                int line = rows.getCurrentLocation().getLineNr();
                var cells = rows.nextValue();
                if (cells.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (header == null) {
                    header = cells.stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
                    table.header(header);
                } else {
                    table.row(line, header, cells);
                }
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof DefinitionReader.InvalidDefinition invalid) {
                throw invalid;
            }
            throw new DefinitionReader.InvalidDefinition(List.of("This is neither JSON nor a table with commas between its columns"));
        }
        if (!table.problems.isEmpty()) {
            throw new DefinitionReader.InvalidDefinition(List.copyOf(table.problems));
        }
        return table.made.toPrettyString();
    }

    private void header(List<String> names) {
        var unknown = names.stream().filter(n -> !n.isEmpty() && !COLUMNS.contains(n)).toList();
        if (!names.containsAll(Set.of("what", "key", "text"))) {
            throw new DefinitionReader.InvalidDefinition(List.of("This is not JSON, and no table either: the first line of a table names its columns, what, key and text among them"));
        }
        unknown.forEach(n -> problems.add("line 1: there is no column “" + n + "”"));
    }

    private void row(int line, List<String> header, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            row.put(header.get(i), cells.get(i).strip());
        }
        switch (row.getOrDefault("what", "").toLowerCase(Locale.ROOT)) {
            case "question" -> question(line, row);
            case "answer" -> answer(line, row);
            case "band" -> {
                var band = bands.addObject().put(LINE, line).put("band", row.getOrDefault("key", ""));
                number(band, row, "from", line);
                number(band, row, "to", line);
            }
            default -> problems.add("line " + line + ": the first column must be question, answer or band");
        }
    }

    private void question(int line, Map<String, String> row) {
        var question = questions.addObject().put(LINE, line);
        for (var field : List.of("key", "text", "help", "section", "kind")) {
            question.put(field, row.getOrDefault(field, ""));
        }
        for (var field : List.of("weight", "from", "to")) {
            if (!row.getOrDefault(field, "").isEmpty()) {
                number(question, row, field, line);
            }
        }
        question.put("source", yes(row, "source"));
        if (yes(row, "high")) {
            question.putArray("mandatoryHigh").add("yes");
        }
        if (!row.getOrDefault("if question", "").isEmpty()) {
            var answers = question.putObject("when").put("question", row.get("if question")).putArray("answers");
            for (var answer : row.getOrDefault("if answers", "").split("[;,]")) {
                if (!answer.isBlank()) {
                    answers.add(answer.strip());
                }
            }
        }
    }

    private void answer(int line, Map<String, String> row) {
        if (questions.isEmpty()) {
            problems.add("line " + line + ": an answer stands below the question that it belongs to");
            return;
        }
        var question = (ObjectNode) questions.get(questions.size() - 1);
        var answer = question.withArray("/answers").addObject().put(LINE, line).put("key", row.getOrDefault("key", "")).put("text", row.getOrDefault("text", ""));
        if (!row.getOrDefault("weight", "").isEmpty()) {
            number(answer, row, "weight", line);
        }
        if (yes(row, "high")) {
            question.withArray("/mandatoryHigh").add(row.getOrDefault("key", ""));
        }
    }

    private void number(ObjectNode into, Map<String, String> row, String field, int line) {
        var typed = row.getOrDefault(field, "");
        if (typed.matches("-?\\d{1,6}")) {
            into.put(field, Integer.parseInt(typed));
        } else {
            problems.add("line " + line + ": “" + field + "” must be a whole number" + (typed.isEmpty() ? "" : ", not “" + typed + "”"));
        }
    }

    private static boolean yes(Map<String, String> row, String field) {
        return row.getOrDefault(field, "").matches("(?i)yes|y|true|x|1");
    }
}
