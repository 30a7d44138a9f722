package org.panelhub.page;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.audit.Refusals;
import org.panelhub.identity.NotLinked;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.BlockingOperationControl;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The one place where an exception becomes an answer: a calm page, or at {@code /api} a problem document (RFC 9457). What is absent and
 * what is hidden get the same 404. Refusals of records are put on the record, after the refused transaction. An error page holds no form,
 * and nothing of the exception but a reference that the log has too.
 */
@Singleton
class Problems {

    static final String PROBLEM = "application/problem+json";
    static final String PAGE = "text/html;charset=UTF-8";

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int REFERENCE_LENGTH = 8;

    private final Refusals refusals;
    private final ObjectMapper json;
    private final String formToken;
    private final SecureRandom random = new SecureRandom();

    Problems(Refusals refusals, ObjectMapper json, @ConfigProperty(name = "quarkus.rest-csrf.form-field-name") String formToken) {
        this.refusals = refusals;
        this.json = json;
        this.formToken = formToken;
    }

    @CheckedTemplate(basePath = "page")
    static class Templates {
        /** In the frame, with navigation. */
        static native TemplateInstance problem(String title, String detail, List<Errors.Message> messages, String reference, SendAgain again);

        /** In the frame of public pages, which leads nobody to the sign-in. */
        static native TemplateInstance publicProblem(String title, String detail, List<Errors.Message> messages, String reference, SendAgain again);

        /** On its own, where not even the reader is known. */
        static native TemplateInstance calm(String title, String detail, String reference, SendAgain again);

        static native TemplateInstance publicCalm(String title, String detail, String reference);
    }

    @ServerExceptionMapper(Throwable.class)
    Uni<Response> any(Throwable thrown, RoutingContext request) {
        return answer(thrown, request);
    }

    /** Named, as the framework has answers of its own for these. */
    @ServerExceptionMapper({ WebApplicationException.class, io.quarkus.security.ForbiddenException.class, JsonProcessingException.class })
    Uni<Response> known(Exception thrown, RoutingContext request) {
        if (thrown instanceof WebApplicationException web && (web.getResponse().getStatus() < 400 || web.getResponse().hasEntity())) {
            return Uni.createFrom().item(web.getResponse());
        }
        return answer(thrown, request);
    }

    /** What the framework refuses without an exception, such as a form without its token, would be an empty page. */
    @ServerResponseFilter
    void fill(ContainerResponseContext response, RoutingContext request) {
        int status = response.getStatus();
        if (status == 401 && !isApi(request)) {
            // A page sends people to sign in; where it cannot, the identity provider does not answer.
            response.setStatus(Failure.NO_SIGN_IN.status());
            response.getHeaders().putSingle("Retry-After", "30");
            response.setEntity(calm(Failure.NO_SIGN_IN, null, request), null, MediaType.valueOf(PAGE));
            return;
        }
        // A bearer token that is missing or wrong: the way to send one stays in WWW-Authenticate.
        if (status >= 400 && !response.hasEntity()) {
            Failure failure = status == 400 && !isApi(request) ? Failure.FORGED : Failure.of(status);
            response.setEntity(isApi(request) ? document(failure, null) : calm(failure, null, request), null, MediaType.valueOf(isApi(request) ? PROBLEM : PAGE));
        }
    }

    /** One thing's answer names its state, so that a change can. */
    @ServerResponseFilter
    void tag(ContainerResponseContext response) {
        if (response.getStatus() < 300 && response.getEntity() instanceof Tagged tagged) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, '"' + tagged.tag() + '"');
        }
    }

    /** The record and the frame ask the database, which no event loop may wait for. */
    private Uni<Response> answer(Throwable thrown, RoutingContext request) {
        Uni<Response> answer = Uni.createFrom().item(() -> answerNow(thrown, request));
        return BlockingOperationControl.isBlockingAllowed() ? answer : answer.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Response answerNow(Throwable thrown, RoutingContext request) {
        Failure failure = Failure.of(thrown);
        record(thrown, failure, request);
        String reference = failure.unexpected() ? reference(thrown, request) : null;
        boolean api = isApi(request);
        TooManyTries tooMany = Failure.cause(thrown, TooManyTries.class);
        var again = !api && (failure.status() == 503 || tooMany != null) ? SendAgain.of(request, formToken) : null;
        Tagged present = api ? present(thrown) : null;
        var response = Response.status(failure.status()).type(api ? PROBLEM : PAGE).entity(api ? document(failure, reference, present) : page(failure, reference, again, PublicPaths.isPublic(request)));
        if (present != null) {
            response.tag(present.tag());
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getHeaderString("Allow") != null) {
            response.header("Allow", web.getResponse().getHeaderString("Allow"));
        }
        if (failure.status() == 503) {
            response.header("Retry-After", "30");
        } else if (tooMany != null) {
            response.header("Retry-After", tooMany.seconds());
        }
        return response.build();
    }

    /** What stands now, for who changed something else: read under the caller's own rule and put on the record, as the refused transaction is gone. */
    private static Tagged present(Throwable thrown) {
        IfMatch.Unmet unmet = Failure.cause(thrown, IfMatch.Unmet.class);
        if (unmet == null || unmet.present() == null) {
            return null;
        }
        try {
            return QuarkusTransaction.requiringNew().call(unmet.present()::get);
        } catch (NotFound | Forbidden gone) {
            return null;
        }
    }

    static boolean isApi(RoutingContext request) {
        return request.normalizedPath().startsWith("/api/");
    }

    /** As it may be kept: without what is itself the key to something. */
    private static String path(RoutingContext request) {
        return request.normalizedPath().replaceFirst("^(/calendar-feed|/invitation)/.*", "$1/...");
    }

    String reference(Throwable thrown, RoutingContext request) {
        StringBuilder reference = new StringBuilder();
        random.ints(REFERENCE_LENGTH, 0, LETTERS.length()).forEach(i -> reference.append(LETTERS.charAt(i)));
        LOG.errorf(thrown, "Failure %s at %s %s", reference, request.request().method(), path(request));
        return reference.toString();
    }

    /** RFC 9457, with the fields that are wrong as "errors" and what stands now as "present". */
    String document(Failure failure, String reference) {
        return document(failure, reference, null);
    }

    private String document(Failure failure, String reference, Tagged present) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", failure.title());
        document.put("status", failure.status());
        document.put("detail", failure.detail());
        if (!failure.errors().isEmpty()) {
            document.put("errors", failure.errors());
        }
        if (reference != null) {
            document.put("reference", reference);
        }
        if (present != null) {
            document.put("present", present);
        }
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text and numbers can be written", e);
        }
    }

    private static String page(Failure failure, String reference, SendAgain again, boolean open) {
        try {
            return (open ? Templates.publicProblem(failure.title(), failure.detail(), failure.errors(), reference, again)
                    : Templates.problem(failure.title(), failure.detail(), failure.errors(), reference, again)).render();
        } catch (RuntimeException e) {
            LOG.warn("The frame of an error page failed", e);
            return Templates.calm(failure.title(), failure.detail(), reference, again).render();
        }
    }

    /** On its own, for whoever is on the way: members, or the public. */
    static String calm(Failure failure, String reference, RoutingContext request) {
        return PublicPaths.isPublic(request) ? Templates.publicCalm(failure.title(), failure.detail(), reference).render() : Templates.calm(failure.title(), failure.detail(), reference, null).render();
    }

    private static String condition(java.sql.SQLException refusal) {
        var said = String.valueOf(refusal.getMessage()).lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
        return said.isBlank() ? "refused by a row policy" : said;
    }

    /** An entry that cannot be written is an error in the log; the refusal stands all the same. */
    private void record(Throwable thrown, Failure failure, RoutingContext request) {
        try {
            NotFound notFound = Failure.cause(thrown, NotFound.class);
            Forbidden forbidden = Failure.cause(thrown, Forbidden.class);
            if (notFound != null) {
                refusals.refused(notFound.kind(), notFound.asked(), "absent or not theirs to see");
            } else if (forbidden != null) {
                refusals.refused("permission", path(request), forbidden.getMessage());
            } else if (Failure.cause(thrown, NotLinked.class) != null) {
                refusals.refused("account", path(request), "not linked to an active account");
            } else if (failure.status() == 403 && Failure.cause(thrown, java.sql.SQLException.class) != null) {
                // What PostgreSQL says names the policy's table, or is the sentence of the trigger that refused.
                refusals.refused("row", path(request), condition(Failure.cause(thrown, java.sql.SQLException.class)));
            }
        } catch (RuntimeException e) {
            LOG.error("A refusal could not be put on the record", e);
        }
    }
}
