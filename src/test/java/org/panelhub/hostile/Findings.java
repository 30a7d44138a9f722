package org.panelhub.hostile;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jsoup.Jsoup;

/** What must hold of every answer, and of the rows after whatever was taken; and where it did not. */
final class Findings {

    final Set<String> broken = new LinkedHashSet<>();
    final Set<String> changed = new LinkedHashSet<>();
    final Set<String> taken = new LinkedHashSet<>();
    final Set<String> told = new LinkedHashSet<>();
    private final Set<String> leaks = new LinkedHashSet<>();
    private final Set<String> raw = new LinkedHashSet<>();
    int requests;
    int refused;

    private final Rows rows;
    private String viewer;
    private Map<String, Set<String>> seen;
    private Set<String> words;
    private boolean accepted;

    Findings(Rows rows) {
        this.rows = rows;
    }

    /** From now on of what this viewer sends, who sees these rows. */
    void of(String account, Map<String, Set<String>> rowsSeen) throws SQLException {
        viewer = account;
        seen = rowsSeen;
        words = rows.wordsOf(account);
    }

    void none() {
        assertAll(() -> assertEquals(Set.of(), broken, "answers that are the hub's fault"), () -> assertEquals(Set.of(), leaks, "answers with words of hidden rows"),
                () -> assertEquals(Set.of(), raw, "what was typed came back as it must not"), () -> assertEquals(Set.of(), changed, "rows that the sender does not see, changed"),
                () -> assertEquals(Set.of(), taken, "what must be refused was taken"), () -> assertEquals(Set.of(), told, "hidden told from absent"));
    }

    Caller.Answer checked(Caller.Answer answer) {
        requests++;
        refused += answer.taken() ? 0 : 1;
        accepted |= answer.taken() && !answer.asked().startsWith("GET");
        var kind = viewer + " " + Forms.kind(answer.asked());
        if (answer.status() >= 500) {
            broken.add(kind + ": " + answer.status());
        }
        if (answer.headers().containsKey("x-hz") || answer.headers().toString().contains("hz=1;") || answer.headers().getOrDefault("set-cookie", List.of()).stream().anyMatch(c -> c.startsWith("hz="))) {
            raw.add(kind + ": a header");
        }
        if (answer.type().startsWith("text/html")) {
            var page = Jsoup.parse(answer.text());
            if (!page.select("hz-x, [onclick]").isEmpty() || !page.select("script:not([src])").isEmpty()) {
                raw.add(kind + ": HTML");
            }
        } else if (answer.type().startsWith("text/csv") && answer.text().lines().flatMap(l -> List.of(l.split(",")).stream()).anyMatch(c -> c.matches("\"?[=+@\\t].*"))) {
            raw.add(kind + ": a formula");
        }
        if (answer.text().contains("root:x:0")) {
            raw.add(kind + ": a file of the machine");
        }
        try {
            var strange = new TreeSet<>(Rows.wordsIn(answer.headers() + answer.text()));
            strange.removeAll(words);
            if (!strange.isEmpty()) {
                // What was sent may have been taken, and have opened something to the sender.
                strange.removeAll(rows.wordsOf(viewer));
                if (!strange.isEmpty()) {
                    leaks.add(kind + ": " + strange);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return answer;
    }

    /** After something was taken: whether it kept to what the sender sees; and everything is laid back as it was. */
    void settle(String what) throws SQLException {
        if (!accepted) {
            return;
        }
        rows.changedBut(seen).forEach(row -> changed.add(viewer + " changed " + row + " by " + what));
        if (!rows.brokenMails().equals("0")) {
            raw.add(viewer + " " + what + ": a mail's subject");
        }
        rows.back();
        accepted = false;
    }
}
