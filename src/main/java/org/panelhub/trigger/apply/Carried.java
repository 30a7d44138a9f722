package org.panelhub.trigger.apply;

import java.net.URI;
import java.util.Optional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.panelhub.page.PublicPaths;
import org.panelhub.page.Sealed;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.NewCookie;

/**
 * What an applicant's browser carries while it is open: the code, the reference once the form was sent, and whether the code was shown here. A cookie of the session and of these pages alone, out of
 * reach of scripts and sealed, so that nobody reads the code in it and nobody tries codes with cookies of its own making. Closing the browser, <em>Close this</em> or the way out ends it.
 */
@RequestScoped
class Carried {

    private static final String NAME = "hub-application";
    private static final int PARTS = 3;

    private final RoutingContext request;
    private final Sealed seal;
    private final boolean secure;

    Carried(RoutingContext request, @ConfigProperty(name = "hub.session-key") String sessionKey, @ConfigProperty(name = "hub.url") URI url) {
        this.request = request;
        this.seal = new Sealed("application", sessionKey);
        this.secure = "https".equals(url.getScheme());
    }

    Optional<Code> code() {
        return Code.typed(part(0));
    }

    Optional<String> reference() {
        return Optional.of(part(1)).filter(r -> !r.isEmpty());
    }

    /** Whether its holder has the code: it was shown here once, or typed in. It is not shown to whoever comes to the device next. */
    boolean shown() {
        return "shown".equals(part(2));
    }

    /** For a form that has just been begun. */
    NewCookie begun(Code code) {
        return carrying(code, "", false);
    }

    /** For whoever has typed the code; and the reference, where it was sent. */
    NewCookie typed(Code code, String reference) {
        return carrying(code, reference == null ? "" : reference, true);
    }

    /** Once it was sent: the code is shown beside the reference, also to whom it was shown before. Sent twice, it was shown if it was. */
    NewCookie sent(Code code, String reference) {
        return carrying(code, reference, shown() && reference().isPresent());
    }

    /** The same, once the code was shown. */
    NewCookie nowShown() {
        return carrying(code().orElseThrow(), part(1), true);
    }

    NewCookie ended() {
        return cookie("", 0);
    }

    private String part(int n) {
        var cookie = request.request().getCookie(NAME);
        var parts = cookie == null ? new String[0] : seal.open(cookie.getValue()).orElse("").split("\\|", PARTS);
        return n < parts.length ? parts[n] : "";
    }

    private NewCookie carrying(Code code, String reference, boolean shown) {
        return cookie(seal.seal(code.text() + "|" + reference + "|" + (shown ? "shown" : "")), NewCookie.DEFAULT_MAX_AGE);
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(NAME).value(value).path(PublicPaths.ROOT).maxAge(seconds).httpOnly(true).secure(secure).sameSite(NewCookie.SameSite.LAX).build();
    }
}
