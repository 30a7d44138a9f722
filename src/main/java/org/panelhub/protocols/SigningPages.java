package org.panelhub.protocols;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writers;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Dates;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;
import org.panelhub.partnership.Agencies;
import org.panelhub.partnership.AgencyView;
import org.panelhub.partnership.Members;
import org.panelhub.partnership.Signatories;
import org.panelhub.partnership.SignatoryView;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What makes a protocol count: each agency's legal bases, and the signatures. For the administrator. */
@Path("/protocols/{id}")
@Authenticated
public class SigningPages {

    private static final int UNPROCESSABLE = 422;

    private final Permissions permissions;
    private final Viewers viewers;
    private final Protocols protocols;
    private final LegalBases bases;
    private final LegalChoices choices;
    private final Signatures signatures;
    private final Signatories signatories;
    private final Agencies agencies;
    private final Members members;
    private final LosingSight losing;
    private final Flash flash;
    private final Writers writers;

    SigningPages(Permissions permissions, Viewers viewers, Protocols protocols, LegalBases bases, LegalChoices choices, Signatures signatures, Signatories signatories, Agencies agencies,
            Members members, LosingSight losing, Flash flash, Writers writers) {
        this.members = members;
        this.losing = losing;
        this.permissions = permissions;
        this.viewers = viewers;
        this.protocols = protocols;
        this.bases = bases;
        this.choices = choices;
        this.signatures = signatures;
        this.signatories = signatories;
        this.agencies = agencies;
        this.flash = flash;
        this.writers = writers;
    }

    @CheckedTemplate(basePath = "protocols")
    static class Templates {
        static native TemplateInstance basis(ProtocolView protocol, AgencyView agency, String action, BasisForm form, LegalChoices.Offer offer, List<Choice> storing, AgencyView next, Errors errors, Differences theirs, int version);

        static native TemplateInstance signature(ProtocolView protocol, SignatureForm form, List<Choice> signatories, List<Choice> accounts, boolean more, Errors errors);

        static native TemplateInstance withdrawal(ProtocolView protocol, SignatureView signature, WithdrawalForm form, LocalDate shown, List<Loss> losing, Errors errors);

        static native TemplateInstance officers(ProtocolView protocol, SignatureView signature, OfficersForm form, List<Choice> accounts, Errors errors, Differences theirs, int version);
    }

    @GET
    @Path("bases/new")
    @Transactional
    public TemplateInstance newBasis(@RestPath UUID id, @RestQuery UUID agency) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        var of = agencies.byId(agency);
        return basisPage(protocol, of, null, BasisForm.of(choices.usual(of.sector()), null), Errors.none(), null);
    }

    @POST
    @Path("bases/new")
    @Transactional
    public Response addBasis(@RestPath UUID id, @RestQuery UUID agency, @BeanParam BasisForm form, @RestForm String then) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        var of = agencies.byId(agency);
        try {
            protocols.addBasis(id, agency, form);
        } catch (Invalid invalid) {
            return again(basisPage(protocol, of, null, form, invalid.errors(), null));
        }
        var kept = "The legal basis of " + of.name() + " was kept.";
        var next = "next".equals(then) ? next(id, of) : null;
        return next == null ? done(id, kept) : doneAt("/protocols/" + id + "/bases/new?agency=" + next.id(), kept);
    }

    @GET
    @Path("bases/{basis}/edit")
    @Transactional
    public TemplateInstance editBasis(@RestPath UUID id, @RestPath UUID basis) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        var relied = bases.byId(id, basis);
        return basisPage(protocol, agencies.byId(relied.agencyId()), relied, BasisForm.of(relied.ground(), relied.version()), Errors.none(), null);
    }

    @POST
    @Path("bases/{basis}/edit")
    @Transactional
    public Response changeBasis(@RestPath UUID id, @RestPath UUID basis, @BeanParam BasisForm form) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        var relied = bases.byId(id, basis);
        var agency = agencies.byId(relied.agencyId());
        try {
            protocols.changeBasis(id, basis, form);
        } catch (Invalid invalid) {
            return again(basisPage(protocol, agency, relied, form, invalid.errors(), null));
        } catch (OptimisticLockException stale) {
            var theirs = relied.ground();
            return Response.status(Response.Status.CONFLICT).entity(basisPage(protocol, agency, relied, form, Errors.none(), new Differences(writers.last("legal_basis", basis))
                    .compare("Purpose", theirs.purpose(), form.purpose()).compare("Gateway", theirs.gateway(), form.gateway()).compare("Article 6", theirs.article6(), form.article6())
                    .compare("Article 9 or 10", theirs.article9(), form.article9()).compare("Part 3", theirs.dpaPart3(), form.dpaPart3()).compare("Schedule 1", theirs.schedule1(), form.schedule1())
                    .compare("Policy document", theirs.policyDocument(), form.policyDocument()).compare("Controllership", theirs.controllership(), form.controllership())
                    .compare("Privacy notice", theirs.privacyNotice(), form.privacyNotice()).compare("Stores research", theirs.storesResearch() ? "yes" : "no", form.storesResearch()))).build();
        }
        return done(id, "The legal basis of " + agency.name() + " was changed. What was released before keeps the basis it had.");
    }

    @GET
    @Path("signatures/new")
    @Transactional
    public TemplateInstance newSignature(@RestPath UUID id, @RestQuery String signatory) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        return signaturePage(protocol, SignatureForm.of(signatory, "", "", "", "", "", viewers.current().today()), Errors.none());
    }

    @POST
    @Path("signatures/new")
    @Transactional
    public Response sign(@RestPath UUID id, @BeanParam SignatureForm form, @RestForm String then) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        try {
            protocols.sign(id, form);
        } catch (Invalid invalid) {
            return again(signaturePage(protocol, form, invalid.errors()));
        }
        var left = unsigned(id);
        return "next".equals(then) && !left.isEmpty() ? doneAt("/protocols/" + id + "/signatures/new?signatory=" + left.getFirst().id(), "The signature was recorded.")
                : done(id, "The signature was recorded.");
    }

    @GET
    @Path("signatures/{signature}/withdraw")
    @Transactional
    public TemplateInstance newWithdrawal(@RestPath UUID id, @RestPath UUID signature) {
        var protocol = protocols.byId(id);
        var signed = signatures.byId(id, signature);
        signatures.requireWithdrawal(signed);
        var today = viewers.current().today();
        return withdrawalPage(protocol, signed, WithdrawalForm.of("", today), today, Errors.none());
    }

    /** What it will do is shown before it is done: for the day that was typed, and again when another day is. */
    @POST
    @Path("signatures/{signature}/withdraw")
    @Transactional
    public Response withdraw(@RestPath UUID id, @RestPath UUID signature, @BeanParam WithdrawalForm form) {
        var protocol = protocols.byId(id);
        var signed = signatures.byId(id, signature);
        signatures.requireWithdrawal(signed);
        var on = form.on().parse(Errors.none(), "on", "Day of withdrawal", true);
        if (on != null && !on.isBefore(viewers.current().today()) && !on.toString().equals(form.shown())) {
            return Response.ok(withdrawalPage(protocol, signed, form, on, Errors.none())).build();
        }
        try {
            protocols.withdraw(id, signature, form);
        } catch (Invalid invalid) {
            return again(withdrawalPage(protocol, signed, form, on, invalid.errors()));
        }
        return done(id, on.isAfter(viewers.current().today()) ? "The signature of " + signed.signatory() + " is withdrawn from " + Dates.day(on) + "."
                : "The signature of " + signed.signatory() + " was withdrawn.");
    }

    private TemplateInstance withdrawalPage(ProtocolView protocol, SignatureView signature, WithdrawalForm form, LocalDate on, Errors errors) {
        return Templates.withdrawal(protocol, signature, form, on, on == null ? List.of() : losing.withdrawing(signature.id(), on), errors);
    }

    @GET
    @Path("signatures/{signature}/officers")
    @Transactional
    public TemplateInstance editOfficers(@RestPath UUID id, @RestPath UUID signature) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        var signed = signatures.byId(id, signature);
        return officersPage(protocol, signed, OfficersForm.of(signed), Errors.none(), null);
    }

    @POST
    @Path("signatures/{signature}/officers")
    @Transactional
    public Response changeOfficers(@RestPath UUID id, @RestPath UUID signature, @BeanParam OfficersForm form) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        var signed = signatures.byId(id, signature);
        try {
            protocols.answeredForBy(id, signature, form);
        } catch (Invalid invalid) {
            return again(officersPage(protocol, signed, form, invalid.errors(), null));
        } catch (OptimisticLockException stale) {
            return Response.status(Response.Status.CONFLICT).entity(officersPage(protocol, signed, form, Errors.none(), new Differences(writers.last("signature", signature))
                    .compare("Designated officer", signed.officers().designated(), form.designatedOfficer()).compare("Deputy", signed.officers().deputy(), form.deputyOfficer()))).build();
        }
        return done(id, "Who answers for " + signed.signatory() + " was changed.");
    }

    private TemplateInstance officersPage(ProtocolView protocol, SignatureView signature, OfficersForm form, Errors errors, Differences theirs) {
        return Templates.officers(protocol, signature, form, accounts(signature.signatoryId()), errors, theirs, signature.version());
    }

    /** Of the signatory's own agencies; of every one where it is not chosen yet. */
    private List<Choice> accounts(UUID signatoryId) {
        var known = agencies.list();
        return members.list().stream().filter(m -> m.active() && m.agencyId() != null)
                .filter(m -> signatoryId == null || known.stream().anyMatch(a -> a.id().equals(m.agencyId()) && a.signatoryId().equals(signatoryId)))
                .map(m -> Choice.of(m.id(), m.nameAndAgency())).toList();
    }

    private TemplateInstance basisPage(ProtocolView protocol, AgencyView agency, LegalBasisView basis, BasisForm form, Errors errors, Differences theirs) {
        var action = "/protocols/" + protocol.id() + "/bases/" + (basis == null ? "new?agency=" + agency.id() : basis.id() + "/edit");
        return Templates.basis(protocol, agency, action, form, choices.offer(agency.sector()),
                List.of(Choice.of("yes", "Stored in the hub", "The panel keeps what the agency enters, and releases it item by item"),
                        Choice.of("no", "Spoken only", "The hub records that it was researched and shared by word of mouth, or not shared")),
                basis == null ? next(protocol.id(), agency) : null, errors, theirs, basis == null ? 0 : basis.version());
    }

    private TemplateInstance signaturePage(ProtocolView protocol, SignatureForm form, Errors errors) {
        return Templates.signature(protocol, form, signatories.list().stream().map(s -> Choice.of(s.id(), s.name())).toList(), accounts(null), unsigned(protocol.id()).size() > 1, errors);
    }

    /** The next agency for which nothing is said yet, after this one by name and then from the beginning; null when there is none. */
    private AgencyView next(UUID id, AgencyView after) {
        var said = bases.of(id).stream().map(LegalBasisView::agencyId).toList();
        var open = agencies.list().stream().filter(a -> !a.id().equals(after.id()) && !said.contains(a.id())).toList();
        return open.stream().filter(a -> a.name().compareToIgnoreCase(after.name()) > 0).findFirst().or(() -> open.stream().findFirst()).orElse(null);
    }

    private List<SignatoryView> unsigned(UUID id) {
        var standing = signatures.of(id).stream().filter(g -> g.standsFrom(viewers.current().today())).map(SignatureView::signatoryId).toList();
        return signatories.list().stream().filter(s -> !standing.contains(s.id())).toList();
    }

    private Response done(UUID id, String sentence) {
        return doneAt("/protocols/" + id, sentence);
    }

    private Response doneAt(String path, String sentence) {
        flash.done(sentence);
        return Response.seeOther(URI.create(path)).build();
    }

    private static Response again(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
