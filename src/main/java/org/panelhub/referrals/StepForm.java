package org.panelhub.referrals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.panelhub.page.DateBoxes;

import io.quarkus.qute.TemplateData;

/** The fields of one step as typed, whatever they hold. */
@TemplateData
public record StepForm(Map<String, String> values) {

    static final StepForm EMPTY = new StepForm(Map.of());
    /** Stands in a step that begins with what was known before, until somebody saves it: nothing that is still missing there is a mistake yet. */
    private static final String BEGUN = "begun";
    private static final int TAG = 16;
    private static final int LONGEST = 20_000;

    public StepForm {
        values = values.entrySet().stream().filter(e -> e.getValue() != null && !e.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, e -> kept(e.getValue()), (a, b) -> a, TreeMap::new));
    }

    public String get(String field) {
        return values.getOrDefault(field, "");
    }

    /** The three boxes of a date. */
    public DateBoxes date(String field) {
        return new DateBoxes(get(field + "-day"), get(field + "-month"), get(field + "-year"));
    }

    /** The same, as what a step begins with. */
    StepForm begun() {
        var all = new TreeMap<>(values);
        all.put(BEGUN, "true");
        return new StepForm(all);
    }

    /** Nobody saved it since it was begun. */
    boolean isBegun() {
        return values.containsKey(BEGUN);
    }

    public boolean isBlank() {
        return values.values().stream().allMatch(String::isBlank);
    }

    StepForm only(Predicate<String> fields) {
        return new StepForm(values.entrySet().stream().filter(e -> fields.test(e.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** These values, with those of another laid over them; a field that the other page shows and that is empty there becomes empty. */
    StepForm with(StepForm other, Predicate<String> shownThere) {
        var all = new TreeMap<>(only(f -> !shownThere.test(f) && !f.equals(BEGUN)).values);
        all.putAll(other.values);
        return new StepForm(all);
    }

    /** Changes when a value changes: what a page was built from is compared with what is saved now. */
    public String tag() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(values.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, TAG);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    /** Far more than any field takes, so that what is too long can be shown and shortened; jsonb holds no NUL. */
    private static String kept(String value) {
        var text = value.replace("\u0000", "").replace("\r\n", "\n");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
