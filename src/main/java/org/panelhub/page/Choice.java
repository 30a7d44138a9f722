package org.panelhub.page;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import io.quarkus.qute.TemplateData;

/** One option of a select, radios or checkboxes: what is sent, what is read, and a hint below it where one helps. */
@TemplateData
public record Choice(String value, String text, String hint) {

    public static Choice of(Object value, String text) {
        return new Choice(String.valueOf(value), text, null);
    }

    public static Choice of(Object value, String text, String hint) {
        return new Choice(String.valueOf(value), text, hint);
    }

    /** All constants of an enum, sent by name, shown by the given words. */
    public static <E extends Enum<E>> List<Choice> of(Class<E> type, Function<E, String> words) {
        return Arrays.stream(type.getEnumConstants()).map(e -> of(e.name(), words.apply(e))).toList();
    }
}
