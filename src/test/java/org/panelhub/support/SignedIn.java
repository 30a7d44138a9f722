package org.panelhub.support;

import io.quarkus.arc.Arc;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.security.TestIdentityAssociation;

/** Lets one test of pages change its reader: a journey passes through several hands. The test begins with {@code @TestSecurity}. */
public final class SignedIn {

    private SignedIn() {
    }

    /** From the next request on, the demo account of that name asks. */
    public static void as(String account) {
        identities().setTestIdentity(QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(account)).build());
    }

    /** Nobody is signed in any more. */
    public static void nobody() {
        identities().setTestIdentity(null);
    }

    private static TestIdentityAssociation identities() {
        return Arc.container().instance(TestIdentityAssociation.class).get();
    }
}
