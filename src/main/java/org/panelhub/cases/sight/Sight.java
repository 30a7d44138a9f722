package org.panelhub.cases.sight;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.panelhub.audit.RecordWords;

import io.quarkus.qute.TemplateData;

/**
 * Who sees a case and why.
 *
 * @param reasons why the viewer sees it, in plain words
 * @param agencies that sit on the panel with a signature in force today
 * @param looks who has looked, newest first, as far as the viewer may know
 * @param nextLooks where the next page of them begins, or null
 * @param bars members for whom the case is shut; empty for those who may not know
 * @param admitted the list of a sealed case, or of one that is to be sealed; empty for those who may not know
 */
@TemplateData
public record Sight(List<String> reasons, List<String> agencies, List<Look> looks, String nextLooks, List<Bar> bars, List<Admitted> admitted) {

    /** Everything that one member looked at in one go. The name is null when it is not the viewer's to know. */
    @TemplateData
    public record Look(Instant at, String name, String agency, String capacity, String act, String kinds, String key) {

        /** Where this look stands in the list, newest first, as the address of the next page says it. */
        String place() {
            return at + "_" + key;
        }

        public String who() {
            return name != null ? name : agency == null ? "The hub itself" : "A member of";
        }

        /** From which place, in words; null where there is none. */
        public String asWhat() {
            return capacity == null ? null : RecordWords.capacity(capacity);
        }

        /** What was looked at, in words. */
        public String what() {
            var words = List.of(kinds.split(",")).stream().map(RecordWords::kind).distinct().sorted().toList();
            return (act.equals("EXPORTED") ? "Took out: " : act.equals("REFUSED") ? "Refused: " : "") + String.join(", ", words);
        }
    }

    /** A conflict of interest that stands: {@code how} it came about, and whether a chair has confirmed it. What was found, the chair's own page says. */
    @TemplateData
    public record Bar(UUID id, UUID memberId, String name, String agency, String reason, Instant setAt, String how, Boolean decided) {

        public boolean set() {
            return how.equals("SET");
        }

        /** "declared, not decided yet". */
        public String words() {
            return how.toLowerCase(Locale.UK) + (set() ? "" : decided ? ", confirmed by the chair" : ", the chair has not decided yet");
        }
    }

    /** A member on the list of a sealed case. */
    @TemplateData
    public record Admitted(UUID memberId, String name, String agency) {
    }
}
