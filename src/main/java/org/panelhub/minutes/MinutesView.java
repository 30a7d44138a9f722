package org.panelhub.minutes;

import java.time.LocalDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.panelhub.page.Tagged;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.quarkus.qute.TemplateData;

/**
 * The minutes as one viewer may read them: paragraphs that the rule keeps from the viewer are not in it, nor counted, nor told by a gap.
 *
 * @param outOfCycleReason of an emergency meeting; null for a regular date
 * @param actionsOutBy the first of the two clocks: the day by which the actions are out
 * @param minutesDueOn the second: the day by which the minutes are out
 * @param agreedBy the chair's name; null before
 * @param revision tells this text from a later one; the chair agrees the one that was read
 */
@TemplateData
public record MinutesView(UUID meetingId, String panel, String panelShort, String marking, LocalDate day, String venue, String outOfCycleReason, Minutes.State state,
        LocalDate actionsOutBy, LocalDate minutesDueOn, String agreedBy, Instant agreedAt, Instant circulatedAt, String revision, List<Section> sections) implements Tagged {

    @Override
    public String tag() {
        return revision;
    }

    /** What belongs together under one heading: the opening, the actions of last time, one case, other business. */
    @TemplateData
    public record Section(String title, String caseReference, List<Block> blocks) {
    }

    /** The paragraphs under one sub-heading, in the panel's words. */
    @TemplateData
    public record Block(Heading heading, String label, List<Line> paragraphs) {

        @JsonIgnore
        public boolean isInformation() {
            return heading == Heading.INFORMATION;
        }
    }

    /**
     * One paragraph.
     *
     * @param agency whose information it is; null for what the panel itself said or did
     * @param edited by the coordinator last
     * @param corrected by the agency itself last
     * @param how fact or opinion and its date, or that it was shared verbally; null where it is not information
     */
    @TemplateData
    public record Line(UUID id, String agency, String how, String body, String revision, boolean edited, boolean corrected) implements Tagged {

        @Override
        public String tag() {
            return revision;
        }

        /** Lines of the text, each of which is shown as one. */
        @JsonIgnore
        public List<String> lines() {
            return body.lines().toList();
        }

        @JsonIgnore
        public boolean isLeftOut() {
            return body.isEmpty();
        }
    }

    /** A paragraph as it is read, before it is put under its headings. */
    record Row(UUID id, Heading heading, UUID caseId, String caseReference, String caseSubject, Line line) {

        String section(Layout layout) {
            return switch (heading) {
                case PRESENT, OBSERVERS, APOLOGIES, REMINDER -> "Who was there";
                case LAST_ACTIONS -> layout.title(Heading.LAST_ACTIONS);
                default -> caseId == null ? heading == Heading.NOTE ? "Notes" : layout.title(Heading.OTHER_BUSINESS) : caseSubject;
            };
        }
    }

    /** Rows in their order, put under headings. */
    static List<Section> arranged(List<Row> rows, Layout layout) {
        List<Section> sections = new ArrayList<>();
        String key = null;
        for (var row : rows) {
            var at = row.section(layout) + (row.heading == Heading.LAST_ACTIONS ? "" : row.caseId);
            if (!Objects.equals(at, key)) {
                key = at;
                sections.add(new Section(row.section(layout), row.heading == Heading.LAST_ACTIONS ? null : row.caseReference, new ArrayList<>()));
            }
            var blocks = sections.getLast().blocks;
            if (blocks.isEmpty() || blocks.getLast().heading != row.heading) {
                blocks.add(new Block(row.heading, layout.title(row.heading), new ArrayList<>()));
            }
            blocks.getLast().paragraphs.add(row.line);
        }
        return sections;
    }

    @JsonIgnore
    public boolean isDraft() {
        return state == Minutes.State.DRAFT;
    }

    @JsonIgnore
    public boolean isCirculated() {
        return state == Minutes.State.CIRCULATED;
    }

    /** Cases in these minutes, to choose where a note belongs. */
    @JsonIgnore
    public List<Section> cases() {
        return sections.stream().filter(s -> s.caseReference != null).toList();
    }

    /** Says what, of which day and how it is marked; nothing of whom it is about. */
    @JsonIgnore
    public String fileName() {
        return (panelShort.replaceAll("[^A-Za-z0-9]+", "-") + "-minutes-" + day + "-" + marking + (isDraft() ? "-DRAFT" : "") + ".pdf");
    }
}
