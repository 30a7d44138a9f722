package org.panelhub.trigger.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.inject.Singleton;

/** The questions of the form, in their order, in the words of one language. */
@Singleton
public class Questions {

    /** Where each time that somebody was told stands in the row. */
    static final String REPORTS = "reports";
    private static final String FILE = "/community-trigger/questions.en.json";

    private final Form form;

    private record Form(List<Question> steps, Question report) {
    }

    Questions() {
        try (var file = Questions.class.getResourceAsStream(FILE)) {
            form = new ObjectMapper().readValue(file, Form.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that are asked of somebody who has answered so far. */
    public List<Question> askedOf(Answers answers) {
        return form.steps.stream().filter(q -> q.askedOf(answers)).toList();
    }

    List<Question> all() {
        return form.steps;
    }

    /** What is asked of each time that somebody was told. */
    public Question report() {
        return form.report;
    }

    Optional<Question> of(String key, Answers answers) {
        return askedOf(answers).stream().filter(q -> q.key().equals(key)).findFirst();
    }

    /** The one after it; empty after the last. */
    Optional<Question> after(String key, Answers answers) {
        var asked = askedOf(answers);
        for (int n = 0; n < asked.size() - 1; n++) {
            if (asked.get(n).key().equals(key)) {
                return Optional.of(asked.get(n + 1));
            }
        }
        return Optional.empty();
    }

    /** The one before it; empty before the first. */
    Optional<Question> before(String key, Answers answers) {
        var asked = askedOf(answers);
        for (int n = 1; n < asked.size(); n++) {
            if (asked.get(n).key().equals(key)) {
                return Optional.of(asked.get(n - 1));
            }
        }
        return Optional.empty();
    }
}
