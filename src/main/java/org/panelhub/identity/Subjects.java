package org.panelhub.identity;

import java.util.Optional;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads issuer and subject from a verified token. Anything that is not a token is nobody. */
@ApplicationScoped
public class Subjects {

    public Optional<Subject> of(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        if (token.getIssuer() == null || token.getSubject() == null) {
            return Optional.empty();
        }
        return Optional.of(new Subject(token.getIssuer(), token.getSubject()));
    }
}
