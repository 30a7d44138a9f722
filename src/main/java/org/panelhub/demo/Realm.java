package org.panelhub.demo;

import java.io.IOException;
import java.nio.file.Path;

import org.panelhub.CannotStart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The realm that the demo's Keycloak imports: {@code hub-realm.json}, as in production, with what
 * {@code demo-realm.json} says otherwise laid over it. So the demo cannot drift away from the real one.
 */
public final class Realm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode json;

    private Realm(ObjectNode json) {
        this.json = json;
    }

    /** @param keycloak the directory {@code keycloak} of the repository */
    public static Realm demo(Path keycloak) {
        ObjectNode realm = read(keycloak.resolve("hub-realm.json"));
        lay(read(keycloak.resolve("demo-realm.json")), realm);
        return new Realm(realm);
    }

    /** The production realm under its own name and look, with the demo's people and command line client: for journeys against the production jar. */
    public static Realm productionWithDemoPeople(Path keycloak) {
        Realm realm = demo(keycloak);
        JsonNode production = read(keycloak.resolve("hub-realm.json"));
        for (String field : new String[] {"realm", "displayName", "displayNameHtml", "loginTheme"}) {
            realm.json.set(field, production.get(field));
        }
        return realm;
    }

    public String name() {
        return json.get("realm").asText();
    }

    @Override
    public String toString() {
        return json.toPrettyString();
    }

    /** Members of objects replace each other; in lists, entries with the same clientId or alias are laid over each other and new ones added. */
    private static void lay(ObjectNode over, ObjectNode under) {
        over.properties().forEach(entry -> {
            JsonNode below = under.get(entry.getKey());
            if (entry.getValue() instanceof ArrayNode many && below instanceof ArrayNode present) {
                many.forEach(one -> lay((ObjectNode) one, present));
            } else {
                under.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static void lay(ObjectNode one, ArrayNode present) {
        for (JsonNode other : present) {
            if (same(one, other, "clientId") || same(one, other, "alias")) {
                lay(one, (ObjectNode) other);
                return;
            }
        }
        present.add(one);
    }

    private static boolean same(JsonNode one, JsonNode other, String key) {
        return one.has(key) && one.get(key).equals(other.get(key));
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new CannotStart("The realm " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
