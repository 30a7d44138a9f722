package org.panelhub.identity;

/** A person as the identity provider knows them: issuer and subject, never a user name (OpenID Connect Core, section 5.7). */
public record Subject(String issuer, String subject) {
}
