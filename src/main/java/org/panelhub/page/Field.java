package org.panelhub.page;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks on what was typed, each with a plain message beside its field. A form's {@code validate()} calls them in the order of its
 * fields:
 *
 * <pre>
 * Errors validate() {
 *     var check = new Field.Check();
 *     check.text("given", "Given name", given, 200, true);
 *     check.text("circumstances", "Circumstances", circumstances, 4000, true);
 *     LocalDate born = check.date("born", "Date of birth", born, false);
 *     return check.errors();
 * }
 * </pre>
 */
public final class Field {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("H:mm", Locale.ENGLISH);

    private Field() {
    }

    /** Collects what is wrong, field by field. */
    public static final class Check {

        private final Errors errors = new Errors();

        public Errors errors() {
            return errors;
        }

        /** For a rule of one's own. */
        public Check that(boolean right, String field, String message) {
            errors.addIf(!right, field, message);
            return this;
        }

        /**
         * Text without what cannot be read or kept (control characters) and without space around it, or empty.
         *
         * @param max characters, as a person counts them
         */
        public String text(String field, String label, String typed, int max, boolean required) {
            String text = clean(typed);
            if (text.isEmpty()) {
                errors.addIf(required, field, "Enter " + Words.lower(label));
            } else if (text.codePointCount(0, text.length()) > max) {
                errors.add(field, label + " must be " + Words.number(max) + " characters or fewer");
            }
            return text;
        }

        /** A choice that was offered: of an enum by name. Empty with a message where it must be made and was not. */
        public <E extends Enum<E>> Optional<E> choice(String field, String message, String typed, Class<E> type, boolean required) {
            for (E each : type.getEnumConstants()) {
                if (each.name().equals(typed)) {
                    return Optional.of(each);
                }
            }
            errors.addIf(required || !clean(typed).isEmpty(), field, message);
            return Optional.empty();
        }

        /** A date from three boxes, or null. */
        public java.time.LocalDate date(String field, String label, DateBoxes typed, boolean required) {
            return (typed == null ? DateBoxes.EMPTY : typed).parse(errors, field, label, required);
        }

        /** A time of day such as 9:30 or 14:00, or null. */
        public LocalTime time(String field, String label, String typed, boolean required) {
            String text = clean(typed).replace('.', ':');
            if (text.isEmpty()) {
                errors.addIf(required, field, "Enter " + Words.lower(label));
                return null;
            }
            try {
                return LocalTime.parse(text, HOURS);
            } catch (DateTimeParseException e) {
                errors.add(field, label + " must be a time, like 9:30 or 14:00");
                return null;
            }
        }

        /** A whole number between two, or null. */
        public Integer number(String field, String label, String typed, int least, int most, boolean required) {
            String text = clean(typed);
            if (text.isEmpty()) {
                errors.addIf(required, field, "Enter " + Words.lower(label));
                return null;
            }
            if (!text.matches("-?\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                errors.add(field, label + " must be a whole number between " + Words.number(least) + " and " + Words.number(most));
                return null;
            }
            return Integer.valueOf(text);
        }

        /** An e-mail address, or empty. */
        public String email(String field, String label, String typed, boolean required) {
            String text = text(field, label, typed, 254, required);
            errors.addIf(!text.isEmpty() && !EMAIL.matcher(text).matches(), field, label + " must be like name@example.com");
            return text;
        }
    }

    /** Without control characters and without space around it; line ends are single. Never null. */
    public static String clean(String typed) {
        return typed == null ? "" : CONTROL.matcher(typed.replace("\r\n", "\n")).replaceAll("").strip();
    }
}
