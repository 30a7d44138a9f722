package org.panelhub.page;

import java.util.Set;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.panelhub.access.NotFound;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;

/**
 * Refuses what another site makes a reader's browser send. The token in each form is one lock; this is the other: a page takes forms only,
 * and only from the hub's own pages (Fetch Metadata, and the Origin of RFC 6454 where a browser does not tell). The API is reached by
 * bearer token under {@code /api/} and under no other spelling of it, as the sign-in of pages guards every other path.
 */
@Singleton
class Forgeries {

    /** Before the body is read. */
    private static final int EARLY = 9_000;
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final RouteProblems problems;
    private final FromHere fromHere;

    Forgeries(RouteProblems problems, FromHere fromHere) {
        this.problems = problems;
        this.fromHere = fromHere;
    }

    void early(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    /** One resource has one spelling: what is matched as the API must have been guarded as the API. */
    @ServerRequestFilter
    void oneSpelling(ResourceInfo matched, RoutingContext request) {
        var path = matched.getResourceClass() == null ? null : matched.getResourceClass().getAnnotation(Path.class);
        if (path != null && path.value().matches("/?api(/.*)?") != request.request().path().startsWith("/api/")) {
            throw new NotFound("path", request.normalizedPath());
        }
    }

    private void check(RoutingContext request) {
        var method = request.request().method();
        if (SAFE.contains(method) || Problems.isApi(request) || method == HttpMethod.POST && isForm(request) && fromHere.is(request.request())) {
            request.next();
        } else if (method == HttpMethod.POST) {
            problems.answer(request, Failure.FORGED, null);
        } else {
            problems.answer(request, Failure.of(405), null);
        }
    }

    private static boolean isForm(RoutingContext request) {
        var type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
    }
}
