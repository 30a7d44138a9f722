package org.panelhub.referrals;

import java.util.UUID;

/** The referral has moved on: somebody answered, sent or withdrew it first. Nothing was changed. */
public class AlreadyAnswered extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final UUID referralId;
    private final ReferralState state;

    AlreadyAnswered(UUID referralId, ReferralState state) {
        super("The referral is now: " + state.label());
        this.referralId = referralId;
        this.state = state;
    }

    public UUID referralId() {
        return referralId;
    }

    public ReferralState state() {
        return state;
    }
}
