package org.panelhub.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.qute.TemplateData;

/**
 * What is wrong with a form, in the order of its fields: one plain message a field. The layout shows them as the error summary of any
 * page that has an {@code errors}, and each form tag shows its own beside the field (GOV.UK Design System, error message).
 */
@TemplateData
public final class Errors {

    private final Map<String, String> messages = new LinkedHashMap<>();

    /** A message beside one field. */
    public record Message(String field, String message) {
    }

    public static Errors none() {
        return new Errors();
    }

    /** One error only, for a refusal that belongs to a field. */
    public static Errors one(String field, String message) {
        return new Errors().add(field, message);
    }

    /** The first message of a field stays; later ones are dropped, as one thing at a time can be mended. */
    public Errors add(String field, String message) {
        messages.putIfAbsent(field, message);
        return this;
    }

    /** Adds the message where the condition holds. */
    public Errors addIf(boolean wrong, String field, String message) {
        return wrong ? add(field, message) : this;
    }

    public boolean any() {
        return !messages.isEmpty();
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** The message of the field, or null when nothing is wrong with it. */
    public String of(String field) {
        return messages.get(field);
    }

    public List<Message> all() {
        List<Message> all = new ArrayList<>();
        messages.forEach((field, message) -> all.add(new Message(field, message)));
        return all;
    }

    @Override
    public String toString() {
        return messages.keySet().toString();
    }
}
