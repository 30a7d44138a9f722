package org.panelhub.sharing.onward;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestHeader;
import org.panelhub.access.NotFound;
import org.panelhub.page.Idempotency;
import org.panelhub.page.Invalid;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Requests for onward use that the caller's agency asked or answers, for programs. */
@Path("/api/onward-requests")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class OnwardApi {

    private final OnwardRequests requests;
    private final Idempotency idempotency;

    OnwardApi(OnwardRequests requests, Idempotency idempotency) {
        this.requests = requests;
        this.idempotency = idempotency;
    }

    /** What waits for the caller's agency first; then what it has asked; then what it has answered, the last fifty of each. */
    public record OnwardJson(List<OnwardView> requests) {
    }

    /** A request about an item that was released to the caller. */
    public record NewOnward(UUID item, OnwardKind kind, String toWhom, String purpose) {
    }

    /** The originator's answer; {@code words} are the conditions of a yes or the reason for a no. */
    public record NewAnswer(OnwardAnswer answer, String words) {
    }

    @GET
    @Transactional
    public OnwardJson all() {
        return new OnwardJson(Stream.of(requests.toAnswer(), requests.asked(), requests.answered()).flatMap(List::stream).toList());
    }

    @GET
    @Path("{id}")
    @Transactional
    public OnwardView one(@PathParam("id") String id) {
        return requests.view(NotFound.id("onward request", id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response ask(@RestHeader(Idempotency.HEADER) String key, NewOnward typed) {
        if (typed == null || typed.item == null) {
            throw new NotFound("item", "none");
        }
        requests.toAsk(typed.item);
        return idempotency.created(key, "/api/onward-requests", typed, () -> {
            var checked = new OnwardForm(typed.kind == null ? null : typed.kind.name(), typed.toWhom, typed.purpose).check();
            Invalid.unless(checked.errors());
            return requests.ask(typed.item, checked.kind(), checked.toWhom(), checked.purpose());
        }, requests::view);
    }

    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public OnwardView answer(@PathParam("id") String id, NewAnswer typed) {
        var request = requests.view(NotFound.id("onward request", id));
        var checked = new OnwardAnswerForm(typed == null || typed.answer == null ? null : typed.answer.name(), typed == null ? null : typed.words).check();
        if (requests.mayAnswer(request.id())) {
            Invalid.unless(checked.errors());
        }
        requests.answer(request.id(), checked.answer(), checked.words());
        return requests.view(request.id());
    }
}
