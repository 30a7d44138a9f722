package org.panelhub.partnership;

import java.time.Duration;

import org.panelhub.identity.Secret;

/** The secret of an invitation, as it stands in the link. */
public record InvitationCode(String text) {

    /** How long an invitation can be used. */
    public static final Duration HOLDS = Duration.ofDays(14);

    public static InvitationCode fresh() {
        return new InvitationCode(Secret.fresh().text());
    }

    /** What the database keeps. */
    public String hash() {
        return new Secret(text).hash();
    }

    /** Where the invited person goes. */
    public String link(String hubUrl) {
        return hubUrl.replaceAll("/+$", "") + "/invitation/" + text;
    }
}
