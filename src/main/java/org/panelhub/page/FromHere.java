package org.panelhub.page;

import java.net.URI;
import java.util.Set;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** Whether it is a page of the hub that sends something, or makes the browser ask: Fetch Metadata, and the Origin of RFC 6454 where a browser does not tell. */
@Singleton
public class FromHere {

    private static final Set<String> HERE = Set.of("same-origin", "none");

    private final URI hub;

    FromHere(@ConfigProperty(name = "hub.url") URI hub) {
        this.hub = hub;
    }

    public boolean is(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return HERE.contains(site);
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        // A page that tells nobody its address sends forms with "null" for its origin (Fetch, "append a request Origin header"). Its form acts for nobody who is signed in, and has its token.
        return origin == null || origin.equals(hub.getScheme() + "://" + hub.getAuthority()) || origin.equals("null") && PublicPaths.isPublic(request.path());
    }
}
