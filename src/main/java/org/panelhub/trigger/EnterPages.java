package org.panelhub.trigger;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Idempotency;
import org.panelhub.trigger.apply.Answers;
import org.panelhub.trigger.apply.Interview;
import org.panelhub.trigger.apply.Question;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * Keying in what came by telephone, in a letter or in person: the same questions as on the public form, on one page, as whoever calls tells them in an order of their own. The clocks start on
 * the day on which it was received.
 */
@Path("/triggers/new")
@Authenticated
@Blocking
public class EnterPages {

    private static final List<Choice> WAYS = Choice.of(Received.class, Received::label).stream().filter(c -> !c.value().equals(Received.ONLINE.name())).toList();

    private final Applications applications;
    private final Keying keying;
    private final Interview interview;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Idempotency repeated;
    private final Flash flash;

    EnterPages(Applications applications, Keying keying, Interview interview, Permissions permissions, Viewers viewers, Idempotency repeated, Flash flash) {
        this.applications = applications;
        this.keying = keying;
        this.interview = interview;
        this.permissions = permissions;
        this.viewers = viewers;
        this.repeated = repeated;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger")
    static class Templates {
        static native TemplateInstance noBoard();

        static native TemplateInstance enter(List<Choice> ways, String how, DateBoxes on, List<Question> questions, Question report, List<Answers> reports, Answers answers, String once, Errors errors);
    }

    @GET
    @Transactional
    public TemplateInstance ask() {
        permissions.require(Permission.HANDLE_APPLICATION);
        if (applications.board().isEmpty()) {
            return Templates.noBoard();
        }
        keying.requireBoard();
        return Templates.enter(WAYS, "", DateBoxes.of(viewers.current().today()), interview.questions(), interview.report(), interview.reports(Answers.none()), Answers.none(), UUID.randomUUID().toString(), Errors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response enter(MultivaluedMap<String, String> sent) {
        var board = keying.requireBoard();
        var answers = interview.read(sent);
        var on = new DateBoxes(sent.getFirst("on-day"), sent.getFirst("on-month"), sent.getFirst("on-year"));
        var keyed = keying.read(sent.getFirst("how"), on, answers);
        var once = sent.getFirst("once");
        if (keyed.errors().any()) {
            return Response.status(422).entity(Templates.enter(WAYS, sent.getFirst("how"), on, interview.questions(), interview.report(), interview.reports(answers), answers, once, keyed.errors())).build();
        }
        var made = new Keying.Made[1];
        repeated.once(once, "/triggers/new", answers, () -> {
            made[0] = keying.make(board, keyed);
            return true;
        });
        if (made[0] == null) {
            flash.note("This was saved already. If you do not have the code any more, give the applicant a new one.");
            return Response.seeOther(URI.create("/triggers")).build();
        }
        flash.done("Saved. Tell the applicant both: number " + made[0].reference() + ", code " + made[0].code().text() + ". The code is not shown again.");
        return Response.seeOther(URI.create("/triggers/" + made[0].reference())).build();
    }
}
