package org.panelhub.letters;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseHeads;
import org.panelhub.page.Field;
import org.panelhub.page.Given;
import org.panelhub.page.Idempotency;
import org.panelhub.page.IfMatch;
import org.panelhub.page.Invalid;
import org.panelhub.page.Versioned;

import io.quarkus.panache.common.Sort;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The way out of a case, one step after another: proposed, signed off by someone else, called off, or closed when the notice has run. */
@Path("/api/cases/{reference}/exits")
@Authenticated
@Transactional
public class ExitApi {

    private final CaseHeads heads;
    private final Exits exits;
    private final Permissions permissions;
    private final Session database;
    private final Reads reads;
    private final Idempotency idempotency;

    ExitApi(CaseHeads heads, Exits exits, Permissions permissions, Session database, Reads reads, Idempotency idempotency) {
        this.heads = heads;
        this.exits = exits;
        this.permissions = permissions;
        this.database = database;
        this.reads = reads;
        this.idempotency = idempotency;
    }

    /** @param senior the id of the senior officer of one's own agency who is asked to sign off; null to leave it to the chair */
    public record Proposal(ExitReason reason, String note, UUID senior) {
        ExitForm form() {
            return new ExitForm(reason == null ? "" : reason.name(), note, senior == null ? "" : senior.toString(), "", null);
        }
    }

    /** Why the case stays open after all. */
    public record CallingOff(String why) {
    }

    /** @param proposedBy null when the member is not the caller's to know */
    public record ExitJson(UUID id, ExitReason reason, String note, String proposedBy, OffsetDateTime proposedAt, String signedOffBy, OffsetDateTime signedOffAt, LocalDate noticeOn,
            LocalDate closesOn, OffsetDateTime calledOffAt, int version) implements Versioned {
    }

    /** Those of the case, the newest first; at most one stands, the others were called off. */
    @GET
    public List<ExitJson> all(@RestPath String reference) {
        var head = heads.of(reference);
        return exits.list("caseId", Sort.descending("proposedAt"), head.caseId()).stream().map(this::json).toList();
    }

    @GET
    @Path("{id}")
    public ExitJson one(@RestPath String reference, @RestPath UUID id) {
        return json(of(heads.of(reference), id));
    }

    @POST
    public Response propose(@RestPath String reference, @RestHeader(Idempotency.HEADER) String key, Proposal input) {
        var head = heads.of(reference);
        permissions.require(Permission.PROPOSE_EXIT, head.panelId(), head.caseId());
        return idempotency.created(key, "/api/cases/" + head.reference() + "/exits", input, () -> {
            var form = Given.the(input).form();
            Invalid.unless(form.validate());
            return exits.propose(head.reference(), form.chosen(), Field.clean(form.note()), form.seniorId().orElse(null));
        }, id -> one(reference, id));
    }

    /** By a senior officer or the chair, never by the one who proposed it. */
    @POST
    @Path("{id}/sign-off")
    public ExitJson signOff(@RestPath String reference, @RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch) {
        var head = permitted(reference, id, Permission.SIGN_OFF_EXIT);
        exits.signOff(head.reference(), standing(head, id, ifMatch));
        return changed(reference, id);
    }

    @POST
    @Path("{id}/call-off")
    public ExitJson callOff(@RestPath String reference, @RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, CallingOff input) {
        var head = permitted(reference, id, Permission.PROPOSE_EXIT);
        int seen = standing(head, id, ifMatch);
        var form = new ExitForm("", "", "", Given.the(input).why(), seen);
        Invalid.unless(form.validateCallingOff());
        exits.callOff(head.reference(), seen, Field.clean(form.why()));
        return changed(reference, id);
    }

    /** Once the notice has run. */
    @POST
    @Path("{id}/close")
    public ExitJson close(@RestPath String reference, @RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch) {
        var head = permitted(reference, id, Permission.PROPOSE_EXIT);
        standing(head, id, ifMatch);
        exits.close(head.reference());
        return changed(reference, id);
    }

    private CaseHead permitted(String reference, UUID id, Permission permission) {
        var head = heads.of(reference);
        of(head, id);
        permissions.require(permission, head.panelId(), head.caseId());
        return head;
    }

    /** The version of this exit, which must still be the one that stands. */
    private int standing(CaseHead head, UUID id, String ifMatch) {
        int seen = IfMatch.required(ifMatch, () -> one(head.reference(), id)).version();
        if (exits.standing(head.caseId()).filter(e -> e.id().equals(id)).isEmpty()) {
            throw new ExitRefused("version", "This was called off");
        }
        return seen;
    }

    private ExitJson changed(String reference, UUID id) {
        exits.flush();
        return one(reference, id);
    }

    private CaseExit of(CaseHead head, UUID id) {
        return exits.findByIdOptional(id).filter(e -> e.caseId().equals(head.caseId())).orElseThrow(() -> new NotFound("exit", id));
    }

    private ExitJson json(CaseExit exit) {
        reads.seen("case_exit", exit.id(), exit.caseId(), exit.panelId(), null);
        var proposer = database.createNativeQuery("select name from hub.member where id = ?1", String.class).setParameter(1, exit.proposedBy()).uniqueResultOptional().orElse(null);
        return exit.json(proposer);
    }
}
