package org.panelhub.page;

import java.net.URI;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.panelhub.identity.Viewers;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

/** Carries {@link Flash} over the redirect: sealed with the session key (AES-GCM), so that nobody reads it or makes one up. */
@Singleton
class FlashCookie {

    private static final String NAME = "hub-flash";
    private static final int SECONDS = 120;
    /** An open page that reads itself again, as live.js and room.js do, would take the message from the page that follows, or put one of its own in its place. */
    private static final String RENEWAL = "X-Renewal";

    private final Flash flash;
    private final Viewers viewers;
    private final Sealed seal;
    private final boolean secure;

    FlashCookie(Flash flash, Viewers viewers, @ConfigProperty(name = "hub.session-key") String sessionKey, @ConfigProperty(name = "hub.url") URI url) {
        this.flash = flash;
        this.viewers = viewers;
        this.seal = new Sealed("flash", sessionKey);
        this.secure = "https".equals(url.getScheme());
    }

    @ServerRequestFilter
    void receive(ContainerRequestContext request) {
        var cookie = request.getCookies().get(NAME);
        if (cookie != null && !cookie.getValue().isBlank() && request.getHeaderString(RENEWAL) == null) {
            flash.receive(opened(cookie.getValue()));
        }
    }

    @ServerResponseFilter
    void send(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getHeaderString(RENEWAL) != null) {
            return;
        }
        if (flash.said() != null) {
            // On public pages, where a computer may be shared, no cookie outlives the session.
            response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie(sealed(flash.said()), PublicPaths.isPublic(request.getUriInfo().getPath()) ? NewCookie.DEFAULT_MAX_AGE : SECONDS));
        } else if (request.getCookies().containsKey(NAME) && isPage(response)) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie("", 0));
        }
    }

    /** Only a page shows the message; a picture or a redirect on the way leaves it for the page. */
    private static boolean isPage(ContainerResponseContext response) {
        if (response.getStatus() == 204 || response.getStatus() / 100 == 3) {
            return false;
        }
        // A page that is answered with a status of its own has no type yet.
        return response.getMediaType() == null ? response.getEntity() instanceof TemplateInstance : response.getMediaType().toString().startsWith("text/html");
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(NAME).value(value).path("/").maxAge(seconds).httpOnly(true).secure(secure).sameSite(NewCookie.SameSite.LAX).build();
    }

    private String sealed(Flash.Message message) {
        return seal.seal((message.success() ? "+" : "-") + viewers.known().map(v -> v.memberId().toString()).orElse("") + "|" + message.text());
    }

    /** Null for a cookie that the hub did not write. */
    private Flash.Message opened(String value) {
        return seal.open(value).map(text -> {
            int bar = text.indexOf('|');
            return new Flash.Message(text.startsWith("+"), text.substring(bar + 1), bar == 1 ? null : UUID.fromString(text.substring(1, bar)));
        }).orElse(null);
    }
}
