package org.panelhub.sharing;

import java.time.LocalDate;
import java.util.List;

/**
 * What a disclosure asks each time, whatever the protocol gives: to whom, why it is needed and no more than needed, the person's consent,
 * whether the person was told, until when, and whether it may be used further without asking.
 *
 * @param consentReason the reason for going on without a consent; required unless it was given
 * @param notToldReason why the person was not told; required unless it was
 * @param until the last day on which the recipients see it
 * @param onwardFreely whether a recipient may use it further, as the protocol allows, without the originator's yes; in evidence never
 */
public record Release(List<Recipient> to, String necessity, String proportionality, Consent consent, String consentReason, boolean subjectTold, String notToldReason, LocalDate until,
        boolean onwardFreely) {

    /** Offered for editing. */
    public static final String NECESSITY = "The panel cannot agree how to keep the person safe without it.";
    /** Offered for editing. */
    public static final String PROPORTIONALITY = "Only what bears on the present risk is given, to those who need it to act.";
}
