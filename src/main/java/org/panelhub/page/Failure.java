package org.panelhub.page;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import javax.transaction.xa.XAException;

import org.hibernate.StaleStateException;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;
import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.identity.NotLinked;

import com.fasterxml.jackson.core.JsonProcessingException;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.WebApplicationException;

/**
 * What an exception means to whoever asked: status, heading and a sentence, never its own message unless that was written to be shown.
 *
 * @param unexpected nobody's doing but the hub's: logged, with a reference that is shown too
 */
record Failure(int status, String title, String detail, List<Errors.Message> errors, boolean unexpected) {

    private static final int DEEPEST = 20;

    static final Failure NOT_FOUND = new Failure(404, "Page not found",
            "It does not exist, or it is not for you to see. If you typed the address, check it. If you followed a link, what it led to may have been taken away from you.");
    static final Failure TOO_LARGE = new Failure(413, "Too large", "What was sent is larger than 12 MB. Send a smaller file, or split it.");
    static final Failure FORM_TOO_LARGE = new Failure(413, "Too large", "What was sent is larger than 2 MB, and holds no file. Write less, or send it as a file where one is asked for.");
    static final Failure NO_LENGTH = new Failure(411, "How large is it?", "A file is taken only when its size is told before it is sent, as browsers do.");
    static final Failure UNAVAILABLE = new Failure(503, "The hub cannot reach its database",
            "Nothing was saved by this step, and everything saved before it is safe. Try again in a minute.");
    /** PostgreSQL went away in the middle of a commit: it may have carried it out. */
    private static final Failure IN_DOUBT = new Failure(503, "The hub lost its database while it was saving",
            "Whether this step was saved is not certain. Everything saved before it is safe. Look at how it stands before you do it again.");
    static final Failure NO_SIGN_IN = new Failure(503, "Signing in does not work at the moment",
            "The partnership’s sign-in does not answer. Drafts and everything saved are safe. Try again in a few minutes.");
    static final Failure UNEXPECTED = new Failure(500, "Something went wrong",
            "It is the hub’s doing, not yours. Nothing was saved by this step.", List.of(), true);
    private static final Failure CHANGED = new Failure(409, "Someone else changed this first",
            "Nothing of yours was saved. Go back, open the page again to see what it says now, and make your change there.");
    private static final Failure TWICE = new Failure(409, "This has been done already",
            "The same thing was saved before, perhaps by you a moment ago or by someone else. Open the page again to see how it stands.");
    private static final Failure GONE = new Failure(422, "What was chosen is not there",
            "Something that you chose does not exist, or no longer does. Nothing was saved. Go back, load the page again and choose anew.");
    private static final Failure REFUSED = new Failure(403, "You may not do this", "It is not open to you, or no longer. Nothing was saved.");
    private static final Failure UNREADABLE = new Failure(400, "The hub could not read this", "What was sent is not in the form that was expected. Go back and try again.");
    /** A form without its token, or with one of another session. */
    static final Failure FORGED = new Failure(400, "This form is too old to send",
            "Go back, load the page again and send it from there. What the page had saved as a draft is still there.");
    private static final Failure METHOD = new Failure(405, "This cannot be done here", "The address exists, but not for what was asked of it.");
    private static final Failure BUSY = new Failure(503, "The hub is busy", "Nothing was saved by this step. Try again in a minute.");

    Failure(int status, String title, String detail) {
        this(status, title, detail, List.of(), false);
    }

    static Failure of(Throwable thrown) {
        for (Throwable each : (Iterable<Throwable>) causes(thrown)::iterator) {
            Failure known = known(each);
            if (known != null) {
                return known == UNAVAILABLE && cause(thrown, XAException.class) != null ? IN_DOUBT : known;
            }
        }
        return UNEXPECTED;
    }

    static Failure of(int status) {
        return switch (status) {
            case 400, 406, 415, 422 -> new Failure(status, UNREADABLE.title, UNREADABLE.detail);
            case 401 -> new Failure(401, "Sign in first", "This is only for people who have signed in.");
            case 403 -> REFUSED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD;
            case 409 -> CHANGED;
            case 413 -> TOO_LARGE;
            case 503 -> BUSY;
            default -> status >= 400 && status < 500 ? new Failure(status, UNREADABLE.title, UNREADABLE.detail) : UNEXPECTED;
        };
    }

    /** The first cause of this kind. */
    static <T extends Throwable> T cause(Throwable thrown, Class<T> kind) {
        return causes(thrown).filter(kind::isInstance).map(kind::cast).findFirst().orElse(null);
    }

    private static Failure known(Throwable thrown) {
        return switch (thrown) {
            case Problem problem -> new Failure(problem.status(), problem.title(), problem.getMessage(), problem.errors().all(), false);
            case NotFound _ -> NOT_FOUND;
            case Forbidden forbidden -> new Failure(403, "You may not do this", forbidden.getMessage() + ".");
            case NotLinked _ -> new Failure(403, "Your account is not linked",
                    "You have signed in, but the hub does not know to whom this sign-in belongs. Open the invitation that your partnership’s administrator sent you, or ask for a new one.");
            case OptimisticLockException _ -> CHANGED;
            case StaleStateException _ -> CHANGED;
            case SQLException sql -> known(sql);
            case ConnectException _ -> UNAVAILABLE;
            case JsonProcessingException _ -> UNREADABLE;
            case MultipartParser.MalformedMessageException _ -> UNREADABLE;
            case io.quarkus.security.ForbiddenException _ -> REFUSED;
            case io.quarkus.security.UnauthorizedException _ -> of(401);
            case io.quarkus.oidc.OIDCException _ -> NO_SIGN_IN;
            case WebApplicationException web -> of(web.getResponse().getStatus());
            default -> null;
        };
    }

    /** By SQLSTATE (PostgreSQL manual, appendix A). */
    private static Failure known(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") || String.valueOf(sql.getMessage()).contains("cquisition timeout")) {
            return UNAVAILABLE;
        }
        return switch (state) {
            case "42501" -> REFUSED;
            case "23505", "23P01" -> TWICE;
            case "23503" -> GONE;
            case "40001", "40P01" -> CHANGED;
            case "55P03", "57014" -> BUSY;
            case "22021", "22P05" -> UNREADABLE;
            default -> null;
        };
    }

    /** The exception and what is behind it, each once; of a commit that failed, which names no cause, also what it keeps beside. */
    private static Stream<Throwable> causes(Throwable thrown) {
        return chain(thrown).flatMap(each -> each instanceof RollbackException ? Stream.concat(Stream.of(each), Stream.of(each.getSuppressed()).flatMap(Failure::chain)) : Stream.of(each));
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(DEEPEST);
    }
}
