package org.panelhub.referrals;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The senior officer's decision, and the coordinator's triage: accept, ask for more, decline with advice. */
@Path("/referrals")
@Authenticated
@Blocking
public class AnswerPages {

    private static final int UNPROCESSABLE = 422;

    private final Referrals referrals;
    private final ReferralReader reader;
    private final Triage triage;
    private final Flash flash;

    AnswerPages(Referrals referrals, ReferralReader reader, Triage triage, Flash flash) {
        this.referrals = referrals;
        this.reader = reader;
        this.triage = triage;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "referrals")
    static class Templates {
        static native TemplateInstance decision(ReferralView view, AnswerForm form, List<Choice> choices, Errors errors);

        static native TemplateInstance accept(ReferralView view, AnswerForm form, List<Choice> categories, Errors errors);

        static native TemplateInstance ask(ReferralView view, AnswerForm form, Errors errors);

        static native TemplateInstance decline(ReferralView view, AnswerForm form, Errors errors);
    }

    @GET
    @Path("/{id}/decision")
    @Transactional
    public Response decision(@RestPath String id) {
        var referral = referrals.byId(id);
        triage.requireSenior(referral);
        return answerable(referral, ReferralState.WITH_SENIOR_OFFICER) ? Response.ok(decision(referral, AnswerForm.EMPTY, Errors.none())).build() : tooLate(referral);
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response decide(@RestPath String id, @BeanParam AnswerForm form) {
        var referral = referrals.toChange(id);
        triage.requireSenior(referral);
        return answer(referral, form.decided(), errors -> decision(referral, form, errors), r -> {
            boolean refer = AnswerForm.REFER.equals(form.decision());
            triage.decide(r, refer, Field.clean(form.reason()));
            flash.done(refer ? "The referral is with the panel. Your name and reason go with it." : "The referral was not sent. Your reason is kept with it.");
        });
    }

    @GET
    @Path("/{id}/accept")
    @Transactional
    public Response accept(@RestPath String id) {
        var referral = triaged(id);
        var form = new AnswerForm("", "", "", "", referral.circumstances(), referral.category(), "");
        return answerable(referral, ReferralState.SENT, ReferralState.MORE_ASKED) ? Response.ok(accept(referral, form, Errors.none())).build() : tooLate(referral);
    }

    @POST
    @Path("/{id}/accept")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response accepted(@RestPath String id, @BeanParam AnswerForm form) {
        var referral = referrals.toChange(id);
        triage.requireTriage(referral);
        return answer(referral, form.accepted(), errors -> accept(referral, form, errors), r -> {
            var opened = triage.accept(r, Field.clean(form.summary()), Field.clean(form.category()), form.seals());
            flash.done("The referral is accepted. The case is " + opened.reference() + (form.seals() ? ", sealed." : "."));
        });
    }

    @GET
    @Path("/{id}/ask")
    @Transactional
    public Response ask(@RestPath String id) {
        var referral = triaged(id);
        return answerable(referral, ReferralState.SENT) ? Response.ok(Templates.ask(reader.view(referral), AnswerForm.EMPTY, Errors.none())).build() : tooLate(referral);
    }

    @POST
    @Path("/{id}/ask")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response asked(@RestPath String id, @BeanParam AnswerForm form) {
        var referral = referrals.toChange(id);
        triage.requireTriage(referral);
        return answer(referral, form.asked(), errors -> Templates.ask(reader.view(referral), form, errors), r -> {
            triage.askForMore(r, Field.clean(form.note()));
            flash.done("The referrer is asked for more.");
        });
    }

    @GET
    @Path("/{id}/decline")
    @Transactional
    public Response decline(@RestPath String id) {
        var referral = triaged(id);
        return answerable(referral, ReferralState.SENT, ReferralState.MORE_ASKED) ? Response.ok(Templates.decline(reader.view(referral), AnswerForm.EMPTY, Errors.none())).build()
                : tooLate(referral);
    }

    @POST
    @Path("/{id}/decline")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response declined(@RestPath String id, @BeanParam AnswerForm form) {
        var referral = referrals.toChange(id);
        triage.requireTriage(referral);
        return answer(referral, form.declined(), errors -> Templates.decline(reader.view(referral), form, errors), r -> {
            triage.decline(r, Field.clean(form.advice()));
            flash.done("The referral is declined, with your advice.");
        });
    }

    private Referral triaged(String id) {
        var referral = referrals.byId(id);
        triage.requireTriage(referral);
        return referral;
    }

    private TemplateInstance decision(Referral referral, AnswerForm form, Errors errors) {
        return Templates.decision(reader.view(referral), form, List.of(Choice.of(AnswerForm.REFER, "Refer to the panel"), Choice.of(AnswerForm.NOT, "Do not refer")), errors);
    }

    private TemplateInstance accept(Referral referral, AnswerForm form, Errors errors) {
        var known = Stream.concat(Stream.of(referral.category()), Categories.ALL.stream()).filter(c -> !c.isBlank()).distinct().map(c -> Choice.of(c, c)).toList();
        return Templates.accept(reader.view(referral), form, known, errors);
    }

    private static boolean answerable(Referral referral, ReferralState... states) {
        return Stream.of(states).anyMatch(s -> s == referral.state());
    }

    private Response answer(Referral referral, Errors errors, Function<Errors, TemplateInstance> again, Consumer<Referral> answer) {
        if (referral.state().ended()) {
            return tooLate(referral);
        }
        if (errors.any()) {
            return Response.status(UNPROCESSABLE).entity(again.apply(errors)).build();
        }
        try {
            answer.accept(referral);
            return Response.seeOther(URI.create("/referrals/" + referral.id())).build();
        } catch (AlreadyAnswered quicker) {
            return tooLate(referral);
        }
    }

    /** Somebody answered first: that is news, not an error. */
    private Response tooLate(Referral referral) {
        flash.note(switch (referral.state()) {
            case ACCEPTED -> "Already accepted by " + reader.answeredBy(referral) + ". Nothing was changed.";
            case DECLINED -> "Already declined by " + reader.answeredBy(referral) + ". Nothing was changed.";
            case MORE_ASKED -> "More was already asked for by " + reader.answeredBy(referral) + ". Nothing was changed.";
            case SENT -> "Already sent to the panel, as " + referral.seniorName() + " decided. Nothing was changed.";
            case NOT_REFERRED -> "Already decided by " + referral.seniorName() + ": not referred. Nothing was changed.";
            case WITHDRAWN -> "The referral was withdrawn by its author. Nothing was changed.";
            case DRAFT, WITH_SENIOR_OFFICER -> "The referral is not with the panel. Nothing was changed.";
        });
        return Response.seeOther(URI.create("/referrals/" + referral.id())).build();
    }
}
