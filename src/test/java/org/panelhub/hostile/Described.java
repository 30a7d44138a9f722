package org.panelhub.hostile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the hub's own description says can be asked of it. */
final class Described {

    static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");
    private static final int DEEPEST = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode description;
    private final Map<String, Set<String>> methods = new TreeMap<>();

    /** One operation: which method of which address, what it takes in its query, and its body, where it takes JSON. */
    record Operation(String method, String path, List<String> query, List<String> headers, Map<String, Object> body) {

        boolean api() {
            return path.startsWith("/api/");
        }
    }

    private Described(JsonNode description) {
        this.description = description;
        description.path("paths").properties().forEach(path -> {
            // Of the tests' own.
            if (!path.getKey().matches("/(api/)?sample(/.*)?")) {
                METHODS.stream().filter(m -> path.getValue().has(m.toLowerCase())).forEach(m -> methods.computeIfAbsent(path.getKey(), p -> new TreeSet<>()).add(m));
            }
        });
    }

    static Described by(Caller caller) {
        try {
            return new Described(JSON.readTree(caller.get("/q/openapi?format=json").text()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Set<String>> methods() {
        return methods;
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        methods.forEach((path, of) -> of.forEach(method -> {
            var operation = description.path("paths").path(path).path(method.toLowerCase());
            List<String> query = new ArrayList<>();
            List<String> headers = new ArrayList<>();
            operation.path("parameters").forEach(p -> {
                if (p.path("in").asText().equals("query")) {
                    query.add(p.path("name").asText());
                } else if (p.path("in").asText().equals("header")) {
                    headers.add(p.path("name").asText());
                }
            });
            var body = operation.path("requestBody").path("content").path("application/json").path("schema");
            all.add(new Operation(method, path, query, headers, body.isMissingNode() ? null : object(body, 0)));
        }));
        return all;
    }

    private Map<String, Object> object(JsonNode schema, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        resolved(schema).path("properties").properties().forEach(p -> object.put(p.getKey(), value(p.getValue(), depth)));
        return object;
    }

    private Object value(JsonNode given, int depth) {
        var schema = resolved(given);
        var type = schema.path("type").isArray() ? schema.path("type").get(0).asText() : schema.path("type").asText();
        if (schema.has("enum")) {
            return schema.path("enum").get(0).asText();
        }
        return switch (type) {
            case "boolean" -> true;
            case "integer", "number" -> 1;
            case "array" -> depth > DEEPEST ? List.of() : List.of(value(schema.path("items"), depth + 1));
            case "object" -> depth > DEEPEST ? Map.of() : object(schema, depth + 1);
            default -> schema.path("format").asText().equals("date") ? "2026-12-03" : "Words";
        };
    }

    private JsonNode resolved(JsonNode schema) {
        var at = schema;
        while (at.has("$ref")) {
            at = description.at(at.path("$ref").asText().substring(1));
        }
        return at.has("allOf") ? resolved(at.path("allOf").get(0)) : at.has("anyOf") ? resolved(at.path("anyOf").get(0)) : at;
    }

    static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
