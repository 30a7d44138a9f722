package org.panelhub.sharing;

import io.quarkus.qute.TemplateData;

/**
 * How an originator graded its intelligence [3x5x2, College of Policing: Intelligence report]: how reliable the source is, and how the
 * information is known. It never leaves the originator.
 */
@TemplateData
public record Grading(Source source, Assessment assessment) {

    /** The evaluation of the source, 1 to 3. */
    @TemplateData
    public enum Source {
        RELIABLE("1, reliable"),
        UNTESTED("2, untested"),
        NOT_RELIABLE("3, not reliable");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The assessment of the intelligence, A to E. */
    @TemplateData
    public enum Assessment {
        A("A, known directly"),
        B("B, known indirectly but corroborated"),
        C("C, known indirectly"),
        D("D, not known"),
        E("E, suspected to be false");

        private final String label;

        Assessment(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public String words() {
        return "Source " + source.label + "; intelligence " + assessment.label;
    }
}
