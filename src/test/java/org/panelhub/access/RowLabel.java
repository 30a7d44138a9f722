package org.panelhub.access;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A row in words: what tells it apart, without ids and without dates, which move. */
final class RowLabel {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TELLING = List.of("reference", "name", "own_reference", "given_names", "family_name", "subject", "task", "body", "title", "key", "form", "email", "purpose",
            "role", "act", "kind", "state", "question", "note", "addressee", "reason", "heading", "position", "words");
    private static final List<String> POINTING = List.of("case_id", "member_id", "to_member", "agency_id", "owner_agency_id", "signatory_id", "panel_id", "person_id", "item_id", "paragraph_id", "action_id",
            "meeting_id", "referral_id", "to_panel", "to_agency", "to_meeting", "partnership_id");

    private RowLabel() {
    }

    static String of(String row, Map<String, String> labels) {
        try {
            var json = JSON.readTree(row);
            var label = new StringJoiner(" | ");
            for (var field : TELLING) {
                var value = json.path(field).asText("");
                if (!value.isBlank() && !"null".equals(value)) {
                    label.add(value.length() > 40 ? value.substring(0, 40) : value);
                }
            }
            var pointers = 0;
            for (var field : POINTING) {
                var target = labels.get(json.path(field).asText(""));
                if (target != null && pointers < 3) {
                    label.add(field.replace("_id", "") + "=" + target);
                    pointers++;
                }
            }
            // A detail's text is in its body, as JSON.
            if (json.path("body").isObject()) {
                label.add(json.path("body").path("name").asText(""));
            }
            return label.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
