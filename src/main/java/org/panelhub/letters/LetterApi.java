package org.panelhub.letters;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.cases.CaseHeads;
import org.panelhub.page.DateBoxes;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The letters of a case: the notice that it closes is written, put into other words, and recorded as sent. */
@Path("/api/cases/{reference}/letters")
@Authenticated
@Transactional
public class LetterApi {

    private final CaseHeads heads;
    private final Letters letters;
    private final Exits exits;
    private final Permissions permissions;
    private final Reads reads;
    private final Idempotency idempotency;

    LetterApi(CaseHeads heads, Letters letters, Exits exits, Permissions permissions, Reads reads, Idempotency idempotency) {
        this.heads = heads;
        this.letters = letters;
        this.exits = exits;
        this.permissions = permissions;
        this.reads = reads;
        this.idempotency = idempotency;
    }

    public record Text(String body) {
    }

    /**
     * @param sent the day
     * @param how POST, EMAIL or BY_HAND
     * @param safe whether the sender has made sure that it is safe to write, where the hub does not know it
     */
    public record Sending(LocalDate sent, String how, boolean safe) {
        LetterForm form() {
            var day = DateBoxes.of(sent);
            return new LetterForm(null, day.day(), day.month(), day.year(), how, Boolean.toString(safe), null);
        }
    }

    /** @param safeToWrite YES, NO or UNKNOWN */
    public record LetterJson(UUID id, String addressee, String body, LocalDate sentOn, String sentHow, String safeToWrite, int version) implements Versioned {
    }

    @GET
    public List<LetterJson> all(@RestPath String reference) {
        var head = heads.of(reference);
        return letters.list("caseId", Sort.descending("madeAt"), head.caseId()).stream().map(this::json).toList();
    }

    @GET
    @Path("{id}")
    public LetterJson one(@RestPath String reference, @RestPath UUID id) {
        return json(of(reference, id));
    }

    /** Writes the notice from the exit that was signed off, as if it were sent today. */
    @POST
    public Response write(@RestPath String reference, @RestHeader(Idempotency.HEADER) String key) {
        var head = heads.of(reference);
        permissions.require(Permission.WRITE_LETTER, head.panelId(), head.caseId());
        return idempotency.created(key, "/api/cases/" + head.reference() + "/letters", null,
                () -> letters.draft(head.reference(), exits.standing(head.caseId()).map(CaseExit::version).orElse(-1)).id(), id -> one(reference, id));
    }

    @PUT
    @Path("{id}")
    public LetterJson change(@RestPath String reference, @RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, Text input) {
        int seen = seen(reference, id, ifMatch);
        var form = new LetterForm(Given.the(input).body(), "", "", "", "", null, seen);
        Invalid.unless(form.validateBody());
        letters.write(id, seen, Field.clean(form.body()));
        return changed(reference, id);
    }

    /** Records that it was sent: the notice runs from that day. */
    @POST
    @Path("{id}/sent")
    public LetterJson sent(@RestPath String reference, @RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, Sending input) {
        int seen = seen(reference, id, ifMatch);
        var form = Given.the(input).form();
        Invalid.unless(form.validateSent());
        letters.send(id, seen, form.sentOn(), form.way(), input.safe());
        return changed(reference, id);
    }

    private int seen(String reference, UUID id, String ifMatch) {
        var letter = of(reference, id);
        permissions.require(Permission.WRITE_LETTER, letter.panelId(), letter.caseId());
        return IfMatch.required(ifMatch, () -> one(reference, id)).version();
    }

    private LetterJson changed(String reference, UUID id) {
        letters.flush();
        return one(reference, id);
    }

    private Letter of(String reference, UUID id) {
        var head = heads.of(reference);
        var letter = letters.byId(id);
        if (!letter.caseId().equals(head.caseId())) {
            throw new NotFound("letter", id);
        }
        return letter;
    }

    private LetterJson json(Letter letter) {
        reads.seen("letter", letter.id(), letter.caseId(), letter.panelId(), null);
        return new LetterJson(letter.id(), letter.addressee(), letter.body(), letter.sentOn(), letter.sentHow() == null ? null : letter.sentHow().name(), letters.safeToWrite(letter.caseId()),
                letter.version());
    }
}
