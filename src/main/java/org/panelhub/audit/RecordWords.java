package org.panelhub.audit;

/** The record's names of things as people say them. */
public final class RecordWords {

    private RecordWords() {
    }

    /** What was looked at or written, as the object of a sentence. */
    public static String kind(String kind) {
        return switch (kind) {
            case "case_file", "case" -> "the case";
            case "item" -> "information";
            case "disclosure" -> "a release";
            case "withholding" -> "a reason for withholding";
            case "safe_contact" -> "safe contact";
            case "trigger" -> "an application";
            case "trigger_letter" -> "a letter to the applicant";
            case "document" -> "a file";
            case "person" -> "a person";
            case "agenda_item" -> "the agenda";
            case "case_exit" -> "the closing of a case";
            case "case_bar" -> "a conflict of interest";
            case "case_team" -> "a place on the case team";
            case "minutes_paragraph" -> "minutes";
            case "research_request" -> "a request for information";
            case "sign_in" -> "a sign-in";
            case "record" -> "the record";
            case "detail" -> "before and after in the record";
            case "verification" -> "a check of the record";
            case "watch" -> "the figures for watching the record";
            case "outbox" -> "a mail";
            case "member" -> "an account";
            case "member_contact" -> "contact facts of an account";
            case "permission" -> "what no role of theirs may do";
            case "row" -> "what a policy keeps from them";
            default -> kind.replace('_', ' ').replace('-', ' ');
        };
    }

    /** From which place somebody looked. */
    public static String capacity(String capacity) {
        return switch (capacity) {
            case "spoc" -> "single point of contact";
            case "appeal reviewer" -> "reviewer of an appeal";
            default -> capacity;
        };
    }

    /** Work of the hub itself. */
    public static String service(String service) {
        return switch (service) {
            case "hub_migrator", "postgres" -> "setting up";
            default -> service;
        };
    }
}
