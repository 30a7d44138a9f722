package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Errors;
import org.panelhub.page.Given;
import org.panelhub.page.Idempotency;
import org.panelhub.page.IfMatch;
import org.panelhub.page.Invalid;
import org.panelhub.protocols.ProtocolApi.BasisJson;
import org.panelhub.protocols.ProtocolApi.SignatureJson;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What makes a protocol count: each agency's legal bases, and the signatures. Read by every member, written by the administrator. */
@Path("/api/protocols/{id}")
@Authenticated
@Transactional
public class SigningApi {

    private final Permissions permissions;
    private final Protocols protocols;
    private final LegalBases bases;
    private final Signatures signatures;
    private final LosingSight losing;
    private final Viewers viewers;
    private final Idempotency idempotency;

    SigningApi(Permissions permissions, Protocols protocols, LegalBases bases, Signatures signatures, LosingSight losing, Viewers viewers, Idempotency idempotency) {
        this.losing = losing;
        this.viewers = viewers;
        this.permissions = permissions;
        this.protocols = protocols;
        this.bases = bases;
        this.signatures = signatures;
        this.idempotency = idempotency;
    }

    /**
     * @param signatory the id of the legal body that signs
     * @param designatedMember the account of the designated officer, of one of the signatory's own agencies; null for none
     * @param deputyMember that of the deputy
     */
    public record NewSignature(UUID signatory, String signedBy, String designatedOfficer, String deputyOfficer, UUID designatedMember, UUID deputyMember, LocalDate from) {
        SignatureForm form() {
            return SignatureForm.of(text(signatory), signedBy, designatedOfficer, deputyOfficer, text(designatedMember), text(deputyMember), from);
        }
    }

    /** @param on the first day on which the signature no longer holds; today means from the next request on */
    public record Withdrawal(String reason, LocalDate on) {
    }

    /**
     * The law that an agency relies on for one purpose, in the words of {@link LegalGround}.
     *
     * @param agency the id of the agency; told when the basis is added, and then fixed
     */
    public record Basis(UUID agency, String purpose, String gateway, String article6, String article9, String dpaPart3, String schedule1, String policyDocument, String controllership,
            String privacyNotice, Boolean storesResearch) {
        BasisForm form(Integer version) {
            return new BasisForm(purpose, gateway, article6, article9, dpaPart3, schedule1, policyDocument, controllership, privacyNotice,
                    storesResearch == null ? "" : storesResearch ? "yes" : "no", version);
        }
    }

    @GET
    @Path("signatures/{signature}")
    public SignatureJson signature(@RestPath UUID id, @RestPath UUID signature) {
        protocols.byId(id);
        return SignatureJson.of(signatures.byId(id, signature));
    }

    @POST
    @Path("signatures")
    public Response sign(@RestPath UUID id, @RestHeader(Idempotency.HEADER) String key, NewSignature input) {
        protocols.byId(id);
        permissions.require(Permission.SET_UP);
        return idempotency.created(key, "/api/protocols/" + id + "/signatures", input, () -> protocols.sign(id, Given.the(input).form()), made -> signature(id, made));
    }

    /** Access of the signatory's agencies ends on that day. */
    @POST
    @Path("signatures/{signature}/withdrawal")
    public SignatureJson withdraw(@RestPath UUID id, @RestPath UUID signature, Withdrawal input) {
        signature(id, signature);
        signatures.requireWithdrawal(signatures.byId(id, signature));
        protocols.withdraw(id, signature, WithdrawalForm.of(Given.the(input).reason(), input.on()));
        signatures.flush();
        return signature(id, signature);
    }

    /** Who would lose sight of which panels, were it withdrawn from that day; of the seats that the caller sees. Today when no day is given. */
    @GET
    @Path("signatures/{signature}/withdrawal")
    public List<Loss> withdrawing(@RestPath UUID id, @RestPath UUID signature, @RestQuery LocalDate on) {
        signature(id, signature);
        signatures.requireWithdrawal(signatures.byId(id, signature));
        return losing.withdrawing(signature, on == null ? viewers.current().today() : on);
    }

    /** Who answers for the signatory from now on; what was signed stays. */
    public record OfficersInput(String designatedOfficer, UUID designatedMember, String deputyOfficer, UUID deputyMember) {
        OfficersForm form(Integer version) {
            return new OfficersForm(designatedOfficer, text(designatedMember), deputyOfficer, text(deputyMember), version);
        }
    }

    @PUT
    @Path("signatures/{signature}/officers")
    public SignatureJson changeOfficers(@RestPath UUID id, @RestPath UUID signature, @RestHeader(IfMatch.HEADER) String ifMatch, OfficersInput input) {
        signature(id, signature);
        permissions.require(Permission.SET_UP);
        int seen = IfMatch.required(ifMatch, () -> signature(id, signature)).version();
        protocols.answeredForBy(id, signature, Given.the(input).form(seen));
        signatures.flush();
        return signature(id, signature);
    }

    private static String text(UUID id) {
        return id == null ? "" : id.toString();
    }

    @GET
    @Path("bases/{basis}")
    public BasisJson basis(@RestPath UUID id, @RestPath UUID basis) {
        protocols.byId(id);
        return BasisJson.of(bases.byId(id, basis));
    }

    @POST
    @Path("bases")
    public Response addBasis(@RestPath UUID id, @RestHeader(Idempotency.HEADER) String key, Basis input) {
        protocols.byId(id);
        permissions.require(Permission.SET_UP);
        return idempotency.created(key, "/api/protocols/" + id + "/bases", input, () -> {
            Invalid.unless(Errors.none().addIf(Given.the(input).agency() == null, "agency", "Choose the agency"));
            return protocols.addBasis(id, input.agency(), input.form(null));
        }, made -> basis(id, made));
    }

    /** What was released before keeps the basis it had. */
    @PUT
    @Path("bases/{basis}")
    public BasisJson changeBasis(@RestPath UUID id, @RestPath UUID basis, @RestHeader(IfMatch.HEADER) String ifMatch, Basis input) {
        basis(id, basis);
        permissions.require(Permission.SET_UP);
        int seen = IfMatch.required(ifMatch, () -> basis(id, basis)).version();
        protocols.changeBasis(id, basis, Given.the(input).form(seen));
        bases.flush();
        return basis(id, basis);
    }
}
