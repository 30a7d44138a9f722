package org.panelhub.page;

import java.util.List;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Of GOV.UK Frontend only style and script are given out: its letters and its crest are for gov.uk domains. */
@Singleton
class PublicFiles {

    private static final List<String> GIVEN = List.of("govuk-frontend.min.css", "govuk-frontend.min.js").stream().map(Assets::govuk).toList();
    private static final int EARLY = 9_000;

    void only(@Observes Filters filters) {
        filters.register(request -> {
            if (request.normalizedPath().startsWith("/webjars/") && !GIVEN.contains(request.normalizedPath())) {
                request.fail(404);
            } else {
                request.next();
            }
        }, EARLY);
    }
}
