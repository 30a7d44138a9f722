package org.panelhub.support;

import java.util.Optional;

import org.panelhub.identity.Subject;
import org.panelhub.identity.Subjects;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code @TestSecurity(user = "police")} stands for the demo account of that name; a real token still counts as what it says. */
@Mock
@ApplicationScoped
public class TestSubjects extends Subjects {

    @Override
    public Optional<Subject> of(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return Optional.empty();
        }
        return super.of(identity).or(() -> Optional.of(new Subject(HubDatabase.ISSUER, subject(identity.getPrincipal().getName()))));
    }

    /** The demo realm's fixed id of an account. */
    public static String subject(String account) {
        return "demo-" + account.replace('.', '-');
    }
}
