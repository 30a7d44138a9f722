package org.panelhub.trigger.apply;

import java.net.URI;
import java.util.Optional;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;

/**
 * The code, and once it was sent the reference, that an applicant's browser carries while it is open: a cookie of the session and of these pages alone, out of reach of scripts. Closing the
 * browser, or <em>Close this</em>, ends it.
 */
@RequestScoped
class Carried {

    private static final String NAME = "hub-application";
    private static final String PATH = "/community-trigger";

    private final RoutingContext request;
    private final boolean secure;

    Carried(RoutingContext request, @ConfigProperty(name = "hub.url") URI url) {
        this.request = request;
        this.secure = "https".equals(url.getScheme());
    }

    Optional<Code> code() {
        return Code.typed(part(0));
    }

    Optional<String> reference() {
        return Optional.of(part(1)).filter(r -> !r.isEmpty());
    }

    private String part(int n) {
        var cookie = request.request().getCookie(NAME);
        var parts = cookie == null ? new String[0] : cookie.getValue().split("\\.", 2);
        return n < parts.length ? parts[n] : "";
    }

    NewCookie of(Code code, String reference) {
        return cookie(code.text() + (reference == null ? "" : "." + reference), NewCookie.DEFAULT_MAX_AGE);
    }

    NewCookie ended() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(NAME).value(value).path(PATH).maxAge(seconds).httpOnly(true).secure(secure).sameSite(NewCookie.SameSite.LAX).build();
    }
}
