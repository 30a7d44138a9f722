package org.panelhub.trigger.letters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * All that is merged into a letter by itself. It has no place for anybody's name but the applicant's, the writer's and the team's, and none for an address, a report, a piece of information or anything of the
 * review: what is not here cannot get into a letter unless somebody types it, and then it is read ({@code letters.LetterCheck}).
 *
 * @param recommendations of the review, in the words in which they were made for the applicant to read (2014 Act, section 104(8)), and to which bodies; nothing of an answer
 * @param further the body that one may go to after an appeal; empty where the area has named none
 */
record Merge(String name, String reference, String received, String today, String rules, String decisionTime, String reviewTime, String appealTime, String contact, String further, String recommendations, String writer,
        String agency, String partnership) {

    static final Set<String> FIELDS = Set.of("name", "reference", "received", "today", "rules", "decisionTime", "reviewTime", "appealTime", "contact", "further", "recommendations", "writer", "agency", "partnership");

    /** Each is put in once, as it is: braces in a name are only braces. */
    String into(String text) {
        var values = values();
        var merged = new StringBuilder();
        var matcher = java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(text);
        int from = 0;
        while (matcher.find()) {
            merged.append(text, from, matcher.start()).append(values.get(matcher.group(1)));
            from = matcher.end();
        }
        return merged.append(text.substring(from)).toString().replaceAll("\n{3,}", "\n\n").strip();
    }

    private Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("name", name);
        values.put("reference", reference);
        values.put("received", received);
        values.put("today", today);
        values.put("rules", rules);
        values.put("decisionTime", decisionTime);
        values.put("reviewTime", reviewTime);
        values.put("appealTime", appealTime);
        values.put("contact", contact);
        values.put("further", further);
        values.put("recommendations", recommendations);
        values.put("writer", writer);
        values.put("agency", agency);
        values.put("partnership", partnership);
        return values;
    }
}
