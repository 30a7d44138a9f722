package org.panelhub.sharing.research;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.panelhub.cases.CaseHeads;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Who was asked for information on a case, and who has answered, for programs. */
@Path("/api/cases/{reference}/requests")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class RequestApi {

    private final CaseHeads heads;
    private final ResearchRequests requests;

    RequestApi(CaseHeads heads, ResearchRequests requests) {
        this.heads = heads;
        this.requests = requests;
    }

    /** The requests on a case that the caller sees. */
    public record RequestsJson(List<RequestJson> requests) {
    }

    /** One request. {@code answer} is null while it waits; {@code spoken} says what became of research that is only spoken, never what it was. */
    public record RequestJson(UUID id, String agency, String question, LocalDate askedOn, LocalDate dueOn, Answer answer, LocalDate answeredOn, boolean spokenOnly, Spoken spoken, boolean late) {
    }

    @GET
    @Transactional
    public RequestsJson all(@PathParam("reference") String reference) {
        var head = heads.withoutContact(reference);
        return new RequestsJson(requests.of(head.caseId()).stream().map(r -> new RequestJson(r.id(), r.agency(), r.question(), r.askedOn(), r.dueOn(), r.answer(), r.answeredOn(), r.spokenOnly(), r.spoken(), r.late())).toList());
    }
}
