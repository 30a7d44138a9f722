package org.panelhub.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.panelhub.page.Words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.TemplateData;

/**
 * What one column held before and after.
 *
 * @param before "" where there was nothing
 * @param after "" where there is nothing
 */
@TemplateData
public record Change(String field, String before, String after) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Ids stand for rows that are named elsewhere on the page, or nowhere. */
    private static boolean telling(String field) {
        return !field.equals("id") && !field.endsWith("_id") && !field.equals("version") && !field.endsWith("_by");
    }

    /** The columns that differ, in the order of their names. */
    static List<Change> of(String body) {
        try {
            var json = JSON.readTree(body);
            var before = json.path("before");
            var after = json.path("after");
            var fields = new TreeSet<String>();
            before.fieldNames().forEachRemaining(fields::add);
            after.fieldNames().forEachRemaining(fields::add);
            var changes = new ArrayList<Change>();
            for (var field : fields) {
                var change = new Change(Words.upper(field.replace('_', ' ')), text(before.path(field)), text(after.path(field)));
                if (telling(field) && !change.before.equals(change.after)) {
                    changes.add(change);
                }
            }
            return changes;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What PostgreSQL keeps as JSON can be read", e);
        }
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isBoolean() ? value.asBoolean() ? "yes" : "no" : value.isValueNode() ? value.asText() : value.toString();
    }
}
