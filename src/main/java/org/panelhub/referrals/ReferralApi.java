package org.panelhub.referrals;

import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Idempotency;
import org.panelhub.page.IfMatch;
import org.panelhub.page.Invalid;
import org.panelhub.panels.Panels;

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

/** Referrals for programs: the same use cases, checks and views as the pages. */
@Path("/api/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ReferralApi {

    private final Referrals referrals;
    private final ReferralReader reader;
    private final Drafting drafting;
    private final Triage triage;
    private final Panels panels;
    private final Permissions permissions;
    private final Idempotency idempotency;

    ReferralApi(Referrals referrals, ReferralReader reader, Drafting drafting, Triage triage, Panels panels, Permissions permissions, Idempotency idempotency) {
        this.referrals = referrals;
        this.reader = reader;
        this.drafting = drafting;
        this.triage = triage;
        this.panels = panels;
        this.permissions = permissions;
        this.idempotency = idempotency;
    }

    /** A page of referrals, newest first; the next one is named in the header {@code Link}. */
    public record ReferralsJson(List<ReferralLine> referrals) {
    }

    /** REFER or NOT, with the reason. */
    public record DecisionJson(String decision, String reason) {
    }

    /** ACCEPT with summary and category, and seal for a case that is sealed from the start; ASK with note, or DECLINE with advice. */
    public record TriageJson(String outcome, String summary, String category, String note, String advice, Boolean seal) {
    }

    @GET
    @Transactional
    public Response list(@RestQuery String after) {
        permissions.require(Permission.REFER);
        var found = reader.all(after == null ? null : referrals.byId(after));
        var answer = Response.ok(new ReferralsJson(List.copyOf(found)));
        if (found instanceof ReferralReader.MoreFollow) {
            answer.header("Link", "</api/referrals?after=" + found.getLast().id() + ">; rel=\"next\"");
        }
        return answer.build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    public Response one(@RestPath String id) {
        return shown(referrals.byId(id));
    }

    /** Makes a referral of the caller's agency and sends it to its senior officer. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response make(@RestHeader(Idempotency.HEADER) String key, ReferralIn in) {
        permissions.require(Permission.REFER);
        UUID panel = in == null ? null : panels.list().stream().filter(p -> ReferralIn.names(in.panel(), p.id(), p.shortName())).map(p -> p.id()).findFirst().orElse(null);
        Invalid.unless(new Errors().addIf(panel == null, "panel", "Name the panel to refer to"));
        var about = NewReferralPages.about(panels.terms(panel), in.subject() == null ? null : in.subject().kind());
        Invalid.unless(new Errors().addIf(about == null, "subject.kind", "Say what it is about, of what the panel takes"));
        return idempotency.created(key, "/api/referrals", in, () -> {
            var referral = referrals.start(panel, about);
            sent(referral, in);
            return referral.id();
        }, id -> view(id.toString()));
    }

    /** Puts a new text in place of a draft, or of what more was asked about, and sends it. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response change(@RestPath String id, @RestHeader(IfMatch.HEADER) String ifMatch, ReferralIn in) {
        var referral = referrals.toChange(id);
        referrals.requireReferrer(referral);
        referral.must(ReferralState.DRAFT, ReferralState.MORE_ASKED);
        IfMatch.required(ifMatch, () -> view(id));
        sent(referral, in);
        return shown(referral);
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response decide(@RestPath String id, @RestHeader(IfMatch.HEADER) String ifMatch, DecisionJson in) {
        var referral = referrals.toChange(id);
        triage.requireSenior(referral);
        IfMatch.honoured(ifMatch, () -> view(id));
        var form = in == null ? AnswerForm.EMPTY : new AnswerForm(in.decision(), in.reason(), null, null, null, null, null);
        Invalid.unless(form.decided());
        triage.decide(referral, AnswerForm.REFER.equals(form.decision()), Field.clean(form.reason()));
        return shown(referral);
    }

    @POST
    @Path("/{id}/triage")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response triage(@RestPath String id, @RestHeader(IfMatch.HEADER) String ifMatch, TriageJson in) {
        var referral = referrals.toChange(id);
        triage.requireTriage(referral);
        IfMatch.honoured(ifMatch, () -> view(id));
        var outcome = in == null || in.outcome() == null ? "" : in.outcome();
        var form = in == null ? AnswerForm.EMPTY : new AnswerForm(null, null, in.note(), in.advice(), in.summary(), in.category(), Boolean.TRUE.equals(in.seal()) ? "true" : "");
        switch (outcome) {
            case "ACCEPT" -> {
                Invalid.unless(form.accepted());
                triage.accept(referral, Field.clean(form.summary()), Field.clean(form.category()), form.seals());
            }
            case "ASK" -> {
                Invalid.unless(form.asked());
                triage.askForMore(referral, Field.clean(form.note()));
            }
            case "DECLINE" -> {
                Invalid.unless(form.declined());
                triage.decline(referral, Field.clean(form.advice()));
            }
            default -> throw new Invalid(Errors.one("outcome", "Must be ACCEPT, ASK or DECLINE"));
        }
        return shown(referrals.byId(id));
    }

    /** All or nothing: where something is wrong the transaction is undone. */
    private void sent(Referral referral, ReferralIn in) {
        referral.type(in.typed());
        var problems = drafting.send(referral);
        Invalid.unless(ReferralIn.named(problems));
    }

    private ReferralView view(String id) {
        return reader.view(referrals.byId(id));
    }

    private Response shown(Referral referral) {
        return Response.ok(reader.view(referral)).build();
    }
}
