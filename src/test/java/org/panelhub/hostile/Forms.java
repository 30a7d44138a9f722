package org.panelhub.hostile;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The forms that the pages show to one viewer, each kind once, as they would be sent if nobody changed anything. */
final class Forms {

    private static final int MOST_OF_A_KIND = 2;
    private static final int MOST_PAGES = 160;
    private static final Set<String> NOT_OPENED = Set.of("/sign-out", "/signed-in");
    private static final Set<String> WORDS = Set.of("text", "search", "email", "tel", "time", "number", "textarea", "url", "date", "password");

    private final Map<String, Form> forms = new LinkedHashMap<>();
    private int pages;

    /** What may be sent, and what each field would hold; {@code words} are the fields that one types into. */
    record Form(String page, String action, boolean post, Map<String, String> fields, Set<String> words) {

        List<Caller.Field> with(Map<String, String> changed) {
            var all = new LinkedHashMap<>(fields);
            all.putAll(changed);
            return all.entrySet().stream().map(f -> new Caller.Field(f.getKey(), f.getValue())).toList();
        }
    }

    static Forms of(Caller caller) {
        var found = new Forms();
        var waiting = new ArrayDeque<>(List.of("/", "/referrals/new", "/cases", "/meetings", "/actions", "/requests", "/set-up", "/panels"));
        var met = new LinkedHashSet<>(waiting);
        var opened = new HashMap<String, Integer>();
        while (!waiting.isEmpty() && found.pages < MOST_PAGES) {
            var path = waiting.poll();
            if (opened.merge(kind(path), 1, Integer::sum) > MOST_OF_A_KIND) {
                continue;
            }
            var answer = caller.get(path);
            if (answer.status() == 303 || answer.status() == 302) {
                var to = within(answer.header("location"));
                if (to != null && met.add(to)) {
                    waiting.addFirst(to);
                }
            } else if (answer.status() == 200 && answer.type().startsWith("text/html")) {
                found.pages++;
                var page = Jsoup.parse(answer.text(), "http://hub" + path);
                page.select("main form").forEach(form -> found.take(path, form));
                page.select("main a[href], nav a[href]").stream().map(a -> within(a.absUrl("href"))).filter(to -> to != null && met.add(to)).forEach(waiting::add);
            }
        }
        return found;
    }

    private void take(String path, Element form) {
        var fields = new LinkedHashMap<String, String>();
        Set<String> words = new LinkedHashSet<>();
        for (var field : form.select("input[name], textarea[name], select[name], button[name]")) {
            var name = field.attr("name");
            var type = field.is("input") ? field.attr("type").isEmpty() ? "text" : field.attr("type") : field.normalName();
            if (name.equals("form-token") || type.equals("file") || type.equals("button") && fields.containsKey(name)) {
                continue;
            }
            if (WORDS.contains(type)) {
                words.add(name);
                fields.put(name, field.val().isBlank() ? filled(name) : field.val());
            } else if (type.equals("select")) {
                var chosen = field.select("option").stream().map(Element::val).filter(v -> !v.isEmpty()).findFirst().orElse("");
                fields.putIfAbsent(name, chosen);
            } else if (!type.equals("radio") || !fields.containsKey(name) || field.hasAttr("checked")) {
                fields.put(name, field.val());
            }
        }
        var action = within(form.absUrl("action").isEmpty() ? "http://hub" + path : form.absUrl("action"));
        if (action != null) {
            forms.putIfAbsent(kind(action) + fields.keySet(), new Form(path, action, !form.attr("method").equalsIgnoreCase("get"), fields, words));
        }
    }

    private static String filled(String name) {
        return name.endsWith("-day") ? "3" : name.endsWith("-month") ? "12" : name.endsWith("-year") ? "2026" : "Words";
    }

    private static String within(String link) {
        try {
            var to = URI.create(link);
            // What the public types is tried elsewhere, and has limits of its own.
            return to.getPath() == null || to.getAuthority() != null && !to.getAuthority().startsWith("hub") && !to.getAuthority().startsWith("localhost") || NOT_OPENED.contains(to.getPath()) || to.getPath().startsWith("/community-trigger") ? null
                    : to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static String kind(String path) {
        return path.replaceFirst("[?#].*", "").replaceAll(Rows.ID, "{}");
    }

    List<Form> all() {
        return new ArrayList<>(forms.values());
    }

    int pages() {
        return pages;
    }
}
