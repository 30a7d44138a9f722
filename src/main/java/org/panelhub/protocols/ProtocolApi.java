package org.panelhub.protocols;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Given;
import org.panelhub.page.Idempotency;
import org.panelhub.page.IfMatch;
import org.panelhub.page.Versioned;
import org.panelhub.panels.PanelView;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Protocols, who stands by them, and what each agency relies on. Read by every member, written by the administrator. */
@Path("/api/protocols")
@Authenticated
@Transactional
public class ProtocolApi {

    private final Permissions permissions;
    private final Protocols protocols;
    private final Signatures signatures;
    private final LegalBases bases;
    private final ProtocolDocuments documents;
    private final Idempotency idempotency;

    ProtocolApi(Permissions permissions, Protocols protocols, Signatures signatures, LegalBases bases, ProtocolDocuments documents, Idempotency idempotency) {
        this.documents = documents;
        this.permissions = permissions;
        this.protocols = protocols;
        this.signatures = signatures;
        this.bases = bases;
        this.idempotency = idempotency;
    }

    /**
     * @param until the last day; null for no end
     * @param panels ids of the panels that it covers
     * @param anyway whether a time between two editions in which none is in force is meant
     */
    public record Input(String name, String summary, LocalDate from, LocalDate until, LocalDate review, List<String> panels, boolean anyway) {
        ProtocolForm form(Integer version) {
            return ProtocolForm.of(name, summary, from, until, review, panels, anyway, version);
        }

        /** Of an edition: what the protocol is called stays. */
        ProtocolForm named(String called) {
            return ProtocolForm.of(called, summary, from, until, review, panels, anyway, null);
        }
    }

    /** Without signatures and legal bases, as lists give it. */
    public record Brief(UUID id, String name, int edition, LocalDate from, LocalDate until, LocalDate reviewBy, List<UUID> panels, int version) {
        static Brief of(ProtocolView p) {
            return new Brief(p.id(), p.name(), p.edition(), p.inForce().from(), p.inForce().last(), p.reviewBy(), p.panels().stream().map(PanelView::id).toList(), p.version());
        }
    }

    /**
     * @param designatedMember the account of the designated officer; null for none
     * @param withdrawnOn the first day on which it no longer holds; null when it was not withdrawn
     */
    public record SignatureJson(UUID id, UUID signatoryId, String signatory, String signedBy, String designatedOfficer, UUID designatedMember, String deputyOfficer, UUID deputyMember,
            LocalDate from, LocalDate withdrawnOn, int version) implements Versioned {
        static SignatureJson of(SignatureView g) {
            return new SignatureJson(g.id(), g.signatoryId(), g.signatory(), g.signedBy(), g.officers().designated(), g.officers().designatedMember(), g.officers().deputy(),
                    g.officers().deputyMember(), g.during().from(), g.withdrawnOn(), g.version());
        }
    }

    public record BasisJson(UUID id, UUID agencyId, String agency, LegalGround ground, int version) implements Versioned {
        static BasisJson of(LegalBasisView b) {
            return new BasisJson(b.id(), b.agencyId(), b.agency(), b.ground(), b.version());
        }
    }

    /**
     * A document of the edition; the first one counts.
     *
     * @param size bytes
     * @param sha256 in hexadecimal
     */
    public record DocumentJson(UUID id, String mediaType, String marking, int size, String sha256, OffsetDateTime addedAt) {
        static DocumentJson of(DocumentView d) {
            return new DocumentJson(d.id(), d.mediaType(), d.marking(), d.size(), d.sha256(), d.addedAt());
        }
    }

    /** Its tag is that of the protocol itself, which is what a change replaces. */
    public record Whole(Brief protocol, String summary, List<SignatureJson> signatures, List<BasisJson> bases, List<DocumentJson> documents) implements Versioned {
        @Override
        public int version() {
            return protocol.version();
        }
    }

    @GET
    public List<Brief> list() {
        return protocols.list().stream().map(Brief::of).toList();
    }

    @GET
    @Path("{id}")
    public Whole one(@RestPath UUID id) {
        var protocol = protocols.byId(id);
        return new Whole(Brief.of(protocol), protocol.summary(),
                signatures.of(id).stream().map(SignatureJson::of).toList(),
                bases.of(id).stream().map(BasisJson::of).toList(),
                documents.of(id).stream().map(DocumentJson::of).toList());
    }

    @POST
    public Response create(@RestHeader(Idempotency.HEADER) String key, Input input) {
        permissions.require(Permission.SET_UP);
        return idempotency.created(key, "/api/protocols", input, () -> protocols.create(Given.the(input).form(null)), this::one);
    }

    @PUT
    @Path("{id}")
    public Whole change(@RestPath UUID id, @RestHeader(IfMatch.HEADER) String ifMatch, Input input) {
        protocols.byId(id);
        permissions.require(Permission.SET_UP);
        int seen = IfMatch.required(ifMatch, () -> one(id)).version();
        protocols.change(id, Given.the(input).form(seen));
        protocols.flush();
        return one(id);
    }

    /** The next edition: it covers what it says, begins with the same legal bases and without signatures, and ends the one before on its first day. */
    @POST
    @Path("{id}/editions")
    public Response createEdition(@RestPath UUID id, @RestHeader(Idempotency.HEADER) String key, Input input) {
        var before = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        return idempotency.created(key, "/api/protocols", new EditionOf(id, input), () -> protocols.createEdition(id, Given.the(input).named(before.name())), this::one);
    }

    /** So that a repeated call is told from one about another protocol. */
    record EditionOf(UUID of, Input input) {
    }

    @GET
    @Path("{id}/documents/{document}")
    @Produces({ "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.oasis.opendocument.text" })
    public Response document(@RestPath UUID id, @RestPath UUID document) {
        return DocumentPages.file(protocols.byId(id), documents.byId(id, document), documents.takeOut(id, document));
    }

    /** The body is the file itself, as octets: what it is, is told by what it holds. */
    @POST
    @Path("{id}/documents")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    public Response attach(@RestPath UUID id, @RestQuery String marking, byte[] content) {
        protocols.byId(id);
        permissions.require(Permission.SET_UP);
        var made = documents.attach(id, Given.the(content), marking == null ? "" : marking);
        return Response.created(URI.create("/api/protocols/" + id + "/documents/" + made)).entity(DocumentJson.of(documents.byId(id, made))).build();
    }
}
