package org.panelhub.letters;

import java.net.URI;
import java.util.UUID;

import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.cases.CaseHead;
import org.panelhub.cases.CaseHeads;
import org.panelhub.cases.CaseState;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The way out of a case, one step after another. */
@Path("/cases/{reference}/exit")
@Authenticated
public class ExitPages {

    private static final int INVALID = 422;

    private final CaseHeads heads;
    private final Exits exits;
    private final Letters letters;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Session database;
    private final Reads reads;
    private final Flash flash;

    ExitPages(CaseHeads heads, Exits exits, Letters letters, Viewers viewers, Permissions permissions, Session database, Reads reads, Flash flash) {
        this.heads = heads;
        this.exits = exits;
        this.letters = letters;
        this.viewers = viewers;
        this.permissions = permissions;
        this.database = database;
        this.reads = reads;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "letters")
    static class Templates {
        static native TemplateInstance exit(ExitView view, ExitForm form, Errors errors);

        static native TemplateInstance signOffMail(String address);

        static native TemplateInstance signedOffMail(String address);

        static native TemplateInstance closingNotice(String addressee, String reference, String closesOn, int days, String reason, String contact, String writer, String agency,
                String partnership);
    }

    @GET
    @Transactional
    public TemplateInstance open(@RestPath String reference) {
        return Templates.exit(view(reference), ExitForm.empty(), Errors.none());
    }

    @POST
    @Transactional
    public Response propose(@RestPath String reference, @BeanParam ExitForm form) {
        var head = heads.of(reference);
        permissions.require(Permission.PROPOSE_EXIT, head.panelId(), head.caseId());
        return step(reference, form, form.validate(), "The closing of the case was proposed. A senior officer signs it off.",
                () -> exits.propose(reference, form.chosen(), Field.clean(form.note()), form.seniorId().orElse(null)));
    }

    @POST
    @Path("/sign-off")
    @Transactional
    public Response signOff(@RestPath String reference, @BeanParam ExitForm form) {
        return step(reference, form, Errors.none(), "You have signed off the closing of the case.", () -> exits.signOff(reference, form.seen()));
    }

    @POST
    @Path("/letter")
    @Transactional
    public Response write(@RestPath String reference, @BeanParam ExitForm form) {
        UUID letter;
        try {
            letter = letters.draft(reference, form.seen()).id();
        } catch (ExitRefused e) {
            return refused(reference, form, Errors.one(e.field(), e.getMessage()));
        }
        return Response.seeOther(URI.create("/letters/" + letter)).build();
    }

    @POST
    @Path("/call-off")
    @Transactional
    public Response callOff(@RestPath String reference, @BeanParam ExitForm form) {
        var head = heads.of(reference);
        permissions.require(Permission.PROPOSE_EXIT, head.panelId(), head.caseId());
        return step(reference, form, form.validateCallingOff(), "The case stays open.", () -> exits.callOff(reference, form.seen(), Field.clean(form.why())));
    }

    @POST
    @Path("/close")
    @Transactional
    public Response close(@RestPath String reference) {
        return step(reference, ExitForm.empty(), Errors.none(), "The case is closed.", () -> exits.close(reference));
    }

    private Response step(String reference, ExitForm form, Errors errors, String done, Runnable step) {
        if (errors.any()) {
            return refused(reference, form, errors);
        }
        try {
            step.run();
        } catch (ExitRefused e) {
            return refused(reference, form, Errors.one(e.field(), e.getMessage()));
        }
        flash.done(done);
        return Response.seeOther(URI.create("/cases/" + reference + "/exit")).build();
    }

    private Response refused(String reference, ExitForm form, Errors errors) {
        return Response.status(INVALID).entity(Templates.exit(view(reference), form, errors)).build();
    }

    private ExitView view(String reference) {
        var head = heads.of(reference);
        var exit = exits.standing(head.caseId());
        var letter = exit.flatMap(letters::of);
        var viewer = viewers.current();
        var open = head.state() != CaseState.CLOSED;
        var propose = open && permissions.may(Permission.PROPOSE_EXIT, head.panelId(), head.caseId());
        var signs = open && permissions.may(Permission.SIGN_OFF_EXIT, head.panelId(), head.caseId());
        var own = exit.map(e -> e.proposedBy().equals(viewer.memberId())).orElse(false);
        var may = new ExitView.May(propose, signs && !own, signs && own, open && permissions.may(Permission.WRITE_LETTER, head.panelId(), head.caseId()),
                propose && exit.map(e -> e.closesOn() != null && !viewer.today().isBefore(e.closesOn())).orElse(false));
        return new ExitView(head, exit.map(e -> shown(e)).orElse(null), letter.map(l -> new ExitView.Written(l.id(), l.sentOn(), l.sentHow() == null ? null : l.sentHow().label())).orElse(null),
                openActions(head), may, ExitReason.choices(), exit.isEmpty() && propose ? exits.seniorOfficers() : java.util.List.of());
    }

    private ExitView.Step shown(CaseExit exit) {
        reads.seen("case_exit", exit.id(), exit.caseId(), exit.panelId(), null);
        var proposer = database.createNativeQuery("select name from hub.member where id = ?1", String.class).setParameter(1, exit.proposedBy()).uniqueResultOptional().orElse(null);
        return exit.shown(proposer);
    }

    private long openActions(CaseHead head) {
        return database.createNativeQuery("select count(*) from hub.action where case_id = ?1 and state = 'OPEN'", Long.class).setParameter(1, head.caseId()).getSingleResult();
    }
}
