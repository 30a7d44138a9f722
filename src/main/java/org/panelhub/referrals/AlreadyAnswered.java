package org.panelhub.referrals;

import java.util.Locale;

import org.panelhub.page.Conflict;

/** The referral has moved on: somebody answered, sent or withdrew it first. Nothing was changed. */
public class AlreadyAnswered extends Conflict {
    private static final long serialVersionUID = 1L;

    AlreadyAnswered(ReferralState state) {
        super("Already answered", "The referral has moved on: it is " + state.label().toLowerCase(Locale.ROOT) + ". Nothing was changed.");
    }
}
