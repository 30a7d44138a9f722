package org.panelhub.sharing;

import java.util.List;

import org.panelhub.protocols.LegalCheck;

import io.quarkus.qute.TemplateData;

/**
 * Who would see what is about to be released, by the rule itself, as far as whoever releases may know.
 *
 * @param seen those who would see it, by agency
 * @param codeC how many of the items carry handling code C
 * @param codeCSeen of these, who would see them; they go to nobody but the agencies and members named
 * @param not recipients who would not see it, each with the reason that may be told
 * @param untold whether the case is sealed and its list is not the viewer's to know, so that nobody is named
 * @param warnings what the law asks to be thought of, without refusing
 */
@TemplateData
public record Reach(List<Line> seen, int codeC, List<Line> codeCSeen, List<String> not, boolean untold, List<LegalCheck.Warning> warnings) {

    /** People of one agency. */
    @TemplateData
    public record Line(String agency, List<String> names) {

        public String people() {
            return String.join(", ", names);
        }
    }

    public boolean nobody() {
        return seen.isEmpty() && codeCSeen.isEmpty() && !untold;
    }
}
