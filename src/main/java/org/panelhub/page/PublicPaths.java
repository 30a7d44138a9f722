package org.panelhub.page;

import java.util.regex.Pattern;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The pages for people without an account, who may share a computer or a telephone with the person they write about. There no cookie outlives the
 * browser's session, nobody keeps a page, and no address of a page is told to any other.
 */
@Singleton
public class PublicPaths {

    /** Where they all stand. */
    public static final String ROOT = "/community-trigger";
    /** The way out: leaves nothing on the device, and leads elsewhere. Below it, by the key of an area, to where the area chose. */
    public static final String EXIT = ROOT + "/exit";

    private static final Pattern PUBLIC = Pattern.compile(Pattern.quote(ROOT) + "([/;].*)?");
    private static final int EARLY = 9_500;
    /** What a cookie has that lasts as long as the browser's session. */
    private static final long SESSION = Long.MIN_VALUE;

    private final String formCookie;

    PublicPaths(@ConfigProperty(name = "quarkus.rest-csrf.cookie-name") String formCookie) {
        this.formCookie = formCookie;
    }

    /** Whether what is asked for is one of them, or would be if it were there. */
    public static boolean isPublic(RoutingContext request) {
        return isPublic(request.normalizedPath());
    }

    static boolean isPublic(String path) {
        return path != null && PUBLIC.matcher(path).matches();
    }

    void early(@Observes Filters filters) {
        filters.register(request -> {
            if (isPublic(request)) {
                request.addHeadersEndHandler(end -> leaveNothingBehind(request));
            }
            request.next();
        }, EARLY);
    }

    private void leaveNothingBehind(RoutingContext request) {
        request.response().putHeader("Referrer-Policy", "no-referrer").putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        for (Cookie cookie : request.request().cookies(formCookie)) {
            // The one that came with the request has no path, and would be sent back as another one if it were touched.
            if (cookie.getPath() != null) {
                cookie.setMaxAge(SESSION);
            }
        }
    }
}
