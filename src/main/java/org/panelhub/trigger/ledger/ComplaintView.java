package org.panelhub.trigger.ledger;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import org.panelhub.page.Dates;
import org.panelhub.trigger.rules.Complaint;

import io.quarkus.qute.TemplateData;

/**
 * One complaint about the behaviour as it stands in the ledger, for those who work on the application. The complainant's name never leaves for the applicant.
 *
 * @param happenedOn day of the behaviour; null while it is not known
 * @param reportedOn day of the report; null while it is not known
 * @param addedBy member who added it; empty where the applicant wrote it
 */
@TemplateData
public record ComplaintView(UUID id, int position, boolean byApplicant, String complainant, LocalDate happenedOn, String what, LocalDate reportedOn, String reportedTo, String theirReference, String answer,
        String evidence, boolean hate, String addedBy, int version) {

    public String who() {
        return byApplicant ? "The applicant" : complainant.isBlank() ? "Somebody else, not known by name" : complainant;
    }

    /** "Report 3: to Police, 4 May 2026". */
    public String title() {
        return "Report " + position + (reportedTo.isBlank() ? "" : ": to " + reportedTo) + (reportedOn == null ? "" : ", " + Dates.day(reportedOn));
    }

    public String happened() {
        return happenedOn == null ? "Not known" : Dates.day(happenedOn);
    }

    public String reported() {
        return reportedOn == null ? "Not known" : Dates.day(reportedOn);
    }

    /** For the qualifying test: without the words, and with the name only as far as it tells people apart. */
    Complaint toTest(UUID incident, Complaint.Ruling ruling) {
        return new Complaint(id, happenedOn, reportedOn, reportedTo, incident, hate, byApplicant ? "the applicant" : complainant.isBlank() ? null : "named " + complainant.strip().toLowerCase(Locale.UK), ruling);
    }

    /** Everything that can be changed, as it stands, for the history. */
    String stands() {
        return who() + ". It happened: " + happened() + ". Reported: " + reported() + ", to " + said(reportedTo) + ". Their reference: " + said(theirReference) + ". What was reported: " + said(what) + ". What came of it: "
                + said(answer) + ". Evidence: " + said(evidence) + ". Hate incident: " + (hate ? "yes" : "no") + ".";
    }

    private static String said(String words) {
        return words.isBlank() ? "not said" : words;
    }
}
