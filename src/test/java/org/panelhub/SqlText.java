package org.panelhub;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds SQL that is joined from anything but text written in the source: literals and constants may be joined, so may a builder that is
 * only ever given these; a variable may not, it is a parameter.
 */
final class SqlText {

    private static final Pattern CALL = Pattern.compile("\\.(?:createNativeQuery|createQuery|createNativeMutationQuery|createMutationQuery|prepareStatement|prepareCall|executeQuery|executeUpdate|execute)\\s*\\(");
    private static final Pattern LITERAL = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern CONSTANT = Pattern.compile("(?:\\w+\\.)*[A-Z][A-Z0-9_]*");

    private SqlText() {
    }

    static List<String> joined(String source) {
        String text = COMMENT.matcher(LITERAL.matcher(source).replaceAll("\"\"")).replaceAll("");
        List<String> found = new ArrayList<>();
        Matcher call = CALL.matcher(text);
        while (call.find()) {
            String sql = firstArgument(text, call.end());
            if (!isSafe(sql, text)) {
                found.add(sql.strip().replaceAll("\\s+", " "));
            }
        }
        return found;
    }

    private static boolean isSafe(String sql, String text) {
        if (sql.contains("formatted(") || sql.contains("String.format") || sql.contains(".concat(") || sql.contains(".replace")) {
            return false;
        }
        if (!sql.contains("+")) {
            return true;
        }
        for (String part : sql.split("\\+")) {
            String operand = part.strip();
            if (!operand.equals("\"\"") && !CONSTANT.matcher(operand).matches() && !isBuilderOfLiterals(operand, text)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBuilderOfLiterals(String name, String text) {
        if (!name.matches("\\w+") || !Pattern.compile("\\b" + name + " = new StringBuilder\\(\"\"\\)").matcher(text).find()) {
            return false;
        }
        Matcher append = Pattern.compile("\\b" + name + "\\.append\\(").matcher(text);
        while (append.find()) {
            String given = firstArgument(text, append.end());
            String results = given.strip().startsWith("switch") ? given.replaceAll("(?s)^.*?\\{", "").replaceAll("case [^>]*->|default ->|[;}]", " ") : given;
            for (String part : results.strip().split("\\s*\\+\\s*|\\s+")) {
                if (!part.equals("\"\"") && !CONSTANT.matcher(part).matches()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** From behind the opening bracket to the first comma or closing bracket at that depth. */
    private static String firstArgument(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '{') {
                depth++;
            } else if (c == '}' || c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0 && (c == ')' || c == ',')) {
                return text.substring(from, i);
            }
        }
        return text.substring(from);
    }
}
