package org.panelhub.sharing;

import java.util.Locale;

/** For what a release is refused, each by its name (sharing design, "What a disclosure records"). */
public enum Refusal {
    /** No protocol in force covers the panel. */
    PROTOCOL_ENDED,
    /** The originator's body has not signed, or its signature has ended. */
    SIGNATURE_ENDED,
    /** The protocol gives the originator no legal basis. */
    NO_LEGAL_BASIS,
    /** Crime and Disorder Act 1998 s17A covers depersonalised sets, and this is a named case. */
    DEPERSONALISED_ONLY,
    SCHEDULE_1_MISSING,
    POLICY_DOCUMENT_MISSING,
    /** Consent is the only basis, and it was not given. */
    CONSENT_NEEDED,
    NOTHING_CHOSEN,
    NOBODY_CHOSEN,
    CODE_C_WITHOUT_CONDITIONS,
    CODE_C_NOT_NAMED,
    NOT_SANITISED,
    /** A recipient that has no seat here with the protocol signed. */
    RECIPIENT_NOT_SIGNED,
    /** A member by name to whom the case would not open; on a sealed case whoever does not keep its list names nobody. */
    RECIPIENT_CANNOT_OPEN,
    OTHER_PANEL,
    DAY_PASSED,
    /** By the protocol the agency's research is only spoken on this panel. */
    SPOKEN_ONLY,
    /** The release or item is not in the state that the step needs. */
    NOT_NOW;

    /** As programs are told it: "code-c-not-named". */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** With the words that are shown. */
    Reason because(String words) {
        return new Reason(this, words);
    }

    /** One reason for which something is not released. */
    public record Reason(Refusal refusal, String words) {
    }
}
