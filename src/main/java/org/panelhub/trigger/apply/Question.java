package org.panelhub.trigger.apply;

import java.util.List;
import java.util.Map;

import org.panelhub.page.Choice;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.qute.TemplateData;

/**
 * One page of the form: what is asked, and when.
 *
 * @param when by earlier answers: it is asked where each named one is one of these; null where it is always asked
 */
@TemplateData
public record Question(String key, String title, String hint, Map<String, List<String>> when, List<Field> fields) {

    /**
     * One field of it.
     *
     * @param type radios, checkboxes, text, textarea, email, tel or date
     * @param error what is said where it is left empty
     * @param limit most characters
     */
    @TemplateData
    public record Field(String name, String type, String label, String hint, String error, boolean optional, Integer limit, Integer rows, String autocomplete, Map<String, List<String>> when,
            @JsonProperty("options") List<Choice> choices) {

        boolean askedOf(Answers answers) {
            return asked(when, answers);
        }

        /** Whether its label says what the page's heading said already. */
        public boolean sameAs(String title) {
            return label.equals(title);
        }

        /** As it is asked: what may be left blank says so. */
        public String shown() {
            return optional && choices == null ? label + " (you can leave this blank)" : label;
        }

        /** What stands before its name where it is asked of several reports on one page. */
        public String at(int place) {
            return "report-" + place + "-";
        }

        public int rowsOr() {
            return rows == null ? 5 : rows;
        }
    }

    boolean askedOf(Answers answers) {
        return asked(when, answers);
    }

    /** What is asked on the page of somebody who has answered so far. */
    public List<Field> fieldsFor(Answers answers) {
        return fields.stream().filter(f -> f.askedOf(answers)).toList();
    }

    private static boolean asked(Map<String, List<String>> when, Answers answers) {
        return when == null || when.entrySet().stream().allMatch(w -> w.getValue().contains(answers.first(w.getKey())));
    }
}
