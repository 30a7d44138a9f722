package org.panelhub.page;

import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.oidc.OIDCException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What fails before a page or the API is reached, or beside them, gets the same calm answer. */
@Singleton
class RouteProblems {

    /** Just before the framework's own last words. */
    private static final int NEARLY_LAST = Integer.MAX_VALUE - 100;
    /** Before the framework's own check of the size, which answers with an empty page. */
    private static final int FIRST = 10_000;
    private static final long LONGEST_UPLOAD = TimeUnit.MINUTES.toMillis(2);

    private final Problems problems;
    private final long largest;
    private final long largestForm;

    RouteProblems(Problems problems, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest, @ConfigProperty(name = "hub.limits.form") MemorySize largestForm) {
        this.problems = problems;
        this.largest = largest.asLongValue();
        this.largestForm = largestForm.asLongValue();
    }

    void failures(@Observes Router router) {
        router.route().order(NEARLY_LAST).failureHandler(this::failed);
    }

    void sizes(@Observes Filters filters) {
        filters.register(this::tooLarge, FIRST);
    }

    private void failed(RoutingContext request) {
        Throwable thrown = request.failure();
        // Sign-in answers these itself, with the way to the identity provider.
        boolean signIn = Failure.cause(thrown, AuthenticationRedirectException.class) != null
                || Failure.cause(thrown, SecurityException.class) != null && Failure.cause(thrown, OIDCException.class) == null;
        if (signIn || request.response().ended() || request.response().headWritten()) {
            request.next();
            return;
        }
        Failure failure = thrown == null || request.statusCode() >= 400 && request.statusCode() < 500 ? Failure.of(request.statusCode()) : Failure.of(thrown);
        answer(request, failure, failure.unexpected() && thrown != null ? problems.reference(thrown, request) : null);
    }

    private void tooLarge(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null && isUpload(request)) {
            // Past the limit the framework could only hang up in the middle, and nobody would learn why.
            refused(request, Failure.NO_LENGTH);
            return;
        }
        boolean words = isWords(request);
        if (length == null || length.length() < 19 && Long.parseLong(length) <= (words ? largestForm : largest)) {
            request.next();
            return;
        }
        refused(request, words ? Failure.FORM_TOO_LARGE : Failure.TOO_LARGE);
    }

    /** What was typed or told, with no file in it. */
    private static boolean isWords(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("application/json"));
    }

    private static boolean isUpload(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("multipart/");
    }

    /** A browser shows an answer only once it has sent everything: the rest is read and thrown away, for a while. */
    private void refused(RoutingContext request, Failure failure) {
        long timer = request.vertx().setTimer(LONGEST_UPLOAD, t -> request.request().connection().close());
        request.request().handler(thrownAway -> {
        }).endHandler(end -> request.vertx().cancelTimer(timer)).resume();
        answer(request, failure, null);
    }

    void answer(RoutingContext request, Failure failure, String reference) {
        boolean api = Problems.isApi(request);
        request.response().setStatusCode(failure.status()).putHeader(HttpHeaders.CONTENT_TYPE, api ? Problems.PROBLEM : Problems.PAGE)
                .end(api ? problems.document(failure, reference) : Problems.calm(failure, reference, request));
    }
}
