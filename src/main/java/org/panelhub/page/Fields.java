package org.panelhub.page;

import java.util.Collection;

import io.quarkus.qute.TemplateExtension;

/** What the form tags ask: the message of a field, what describes it to a screen reader, whether an option is the chosen one. */
@TemplateExtension(namespace = "field")
final class Fields {

    private Fields() {
    }

    static String error(Errors errors, String name) {
        return errors == null ? null : errors.of(name);
    }

    /** The value of aria-describedby: hint, then error; null when there is neither. */
    static String described(String name, Object hint, Object error) {
        if (hint == null && error == null) {
            return null;
        }
        return (hint == null ? "" : name + "-hint ") + (error == null ? "" : name + "-error");
    }

    static boolean chosen(String option, Object value) {
        return value instanceof Collection<?> several ? several.stream().anyMatch(v -> option.equals(String.valueOf(v)))
                : value != null && option.equals(value.toString());
    }

    /** What stands in a field: nothing for null, never the word. */
    static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
