package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Given;
import org.panelhub.page.Idempotency;
import org.panelhub.page.IfMatch;
import org.panelhub.page.Versioned;
import org.panelhub.panels.PanelView;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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
    private final Idempotency idempotency;

    ProtocolApi(Permissions permissions, Protocols protocols, Signatures signatures, LegalBases bases, Idempotency idempotency) {
        this.permissions = permissions;
        this.protocols = protocols;
        this.signatures = signatures;
        this.bases = bases;
        this.idempotency = idempotency;
    }

    /**
     * @param until the last day; null for no end
     * @param panels ids of the panels that it covers
     */
    public record Input(String name, String summary, LocalDate from, LocalDate until, LocalDate review, List<String> panels) {
        ProtocolForm form(Integer version) {
            return ProtocolForm.of(name, summary, from, until, review, panels, version);
        }
    }

    /** Without signatures and legal bases, as lists give it. */
    public record Brief(UUID id, String name, int edition, LocalDate from, LocalDate until, LocalDate reviewBy, List<UUID> panels, int version) {
        static Brief of(ProtocolView p) {
            return new Brief(p.id(), p.name(), p.edition(), p.inForce().from(), p.inForce().last(), p.reviewBy(), p.panels().stream().map(PanelView::id).toList(), p.version());
        }
    }

    /** @param withdrawnOn the first day on which it no longer holds; null when it was not withdrawn */
    public record SignatureJson(UUID id, UUID signatoryId, String signatory, String signedBy, String designatedOfficer, String deputyOfficer, LocalDate from, LocalDate withdrawnOn) {
        static SignatureJson of(SignatureView g) {
            return new SignatureJson(g.id(), g.signatoryId(), g.signatory(), g.signedBy(), g.designatedOfficer(), g.deputyOfficer(), g.during().from(), g.withdrawnOn());
        }
    }

    public record BasisJson(UUID id, UUID agencyId, String agency, LegalGround ground, int version) implements Versioned {
        static BasisJson of(LegalBasisView b) {
            return new BasisJson(b.id(), b.agencyId(), b.agency(), b.ground(), b.version());
        }
    }

    /** Its tag is that of the protocol itself, which is what a change replaces. */
    public record Whole(Brief protocol, String summary, List<SignatureJson> signatures, List<BasisJson> bases) implements Versioned {
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
                bases.of(id).stream().map(BasisJson::of).toList());
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
}
