package org.panelhub.trigger.apply;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Ids;
import org.panelhub.page.Limits;
import org.panelhub.time.WorkingDays;
import org.panelhub.trigger.procedure.TriggerArrangements;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Following an application with its reference and its code: how far it is, what happens next, and what was written both ways. */
@Path("/community-trigger")
@PermitAll
@Blocking
public class FollowPages {

    private static final String HERE = "/community-trigger/my-form";
    private static final int LONGEST = 4000;
    private static final int LONGEST_REASON = 1000;
    private static final int MOST_MESSAGES = 20;

    private final PublicDoors doors;
    private final Areas areas;
    private final Carried carried;
    private final Flash flash;
    private final Limits limits;
    private final CodeTries tries;
    private final TriggerArrangements procedures;
    private final WorkingDays workingDays;

    FollowPages(PublicDoors doors, Areas areas, Carried carried, Flash flash, Limits limits, CodeTries tries, TriggerArrangements procedures, WorkingDays workingDays) {
        this.doors = doors;
        this.areas = areas;
        this.carried = carried;
        this.flash = flash;
        this.limits = limits;
        this.tries = tries;
        this.procedures = procedures;
        this.workingDays = workingDays;
    }

    @CheckedTemplate(basePath = "trigger")
    static class Templates {
        static native TemplateInstance follow(String reference, String code, Errors errors);

        static native TemplateInstance mine(Area area, PublicDoors.Followed form, List<Progress.Step> steps, Ahead.Next next, String typed, String about, UUID once, Errors errors);

        static native TemplateInstance withdraw(Area area, PublicDoors.Followed form, String typed, UUID once, Errors errors);

        static native TemplateInstance plan(Area area, PublicDoors.Followed form, PublicDoors.Letter plan, String typed, UUID once, Errors errors);

        static native TemplateInstance privacy(Area place);
    }

    @GET
    @Path("follow")
    public Object follow() {
        return Templates.follow("", "", Errors.none());
    }

    /** Of a wrong number and a wrong code the answer is the same, and so is the work to find it: also of what cannot be a code, which is looked for as one that nobody was given. */
    @POST
    @Path("follow")
    public Object find(@RestForm String reference, @RestForm String code) {
        tries.count();
        var named = Field.clean(reference).toUpperCase(Locale.ROOT).replace(" ", "");
        var typed = Code.typed(code).orElse(Code.NOBODYS);
        if (doors.follow(named, typed).isEmpty()) {
            return Response.status(422).entity(Templates.follow(reference, code, Errors.one("reference", "We do not know this number with this code. Check both, letter by letter"))).build();
        }
        return Response.seeOther(URI.create(HERE)).cookie(carried.typed(typed, named)).build();
    }

    @GET
    @Path("my-form")
    public Object mine() {
        return with(form -> page(form, "", "MESSAGE", Errors.none()));
    }

    @POST
    @Path("my-form/write")
    public Object write(@RestForm String body, @RestForm String about, @RestForm String once) {
        return with(form -> {
            limits.require("form message", form.reference(), MOST_MESSAGES, Duration.ofHours(1), areas.of(form.area()).frame());
            var text = Field.clean(body);
            var kind = "COMPLAINT".equals(about) ? "COMPLAINT" : "MESSAGE";
            var errors = Errors.none().addIf(text.isEmpty(), "body", "Write what you want to tell us").addIf(text.length() > LONGEST, "body", "This must be 4,000 letters or fewer");
            if (errors.any()) {
                return Response.status(422).entity(page(form, text, kind, errors)).build();
            }
            if (doors.write(form.reference(), carried.code().orElseThrow(), kind, text, Ids.parse(once).orElseGet(UUID::randomUUID))) {
                flash.done("We have what you wrote.");
            }
            return Response.seeOther(URI.create(HERE)).build();
        });
    }

    @GET
    @Path("my-form/withdraw")
    public Object withdraw() {
        return with(form -> form.open() ? Templates.withdraw(areas.of(form.area()), form, "", UUID.randomUUID(), Errors.none()) : ended(form));
    }

    @POST
    @Path("my-form/withdraw")
    public Object withdrawn(@RestForm String why, @RestForm String once) {
        return with(form -> {
            limits.require("form message", form.reference(), MOST_MESSAGES, Duration.ofHours(1), areas.of(form.area()).frame());
            var text = Field.clean(why);
            if (text.length() > LONGEST_REASON) {
                return Response.status(422).entity(Templates.withdraw(areas.of(form.area()), form, text, Ids.parse(once).orElseGet(UUID::randomUUID), Errors.one("why", "This must be 1,000 letters or fewer"))).build();
            }
            if (!doors.write(form.reference(), carried.code().orElseThrow(), "WITHDRAW", text, Ids.parse(once).orElseGet(UUID::randomUUID))) {
                return ended(form);
            }
            flash.done("You have taken your form back. We will not look at it any more. If you change your mind, write to us here.");
            return Response.seeOther(URI.create(HERE)).build();
        });
    }

    @GET
    @Path("my-form/plan")
    public Object plan() {
        return with(form -> form.plan().<Object>map(p -> Templates.plan(areas.of(form.area()), form, p, "", UUID.randomUUID(), Errors.none())).orElseGet(() -> Response.seeOther(URI.create(HERE)).build()));
    }

    /** What the applicant thinks of the plan, before it is final. */
    @POST
    @Path("my-form/plan")
    public Object answerPlan(@RestForm String body, @RestForm String once) {
        return with(form -> {
            limits.require("form message", form.reference(), MOST_MESSAGES, Duration.ofHours(1), areas.of(form.area()).frame());
            var text = Field.clean(body);
            var errors = Errors.none().addIf(text.isEmpty(), "body", "Write what you think of the plan").addIf(text.length() > LONGEST, "body", "This must be 4,000 letters or fewer");
            if (errors.any() && form.plan().isPresent()) {
                return Response.status(422).entity(Templates.plan(areas.of(form.area()), form, form.plan().get(), text, Ids.parse(once).orElseGet(UUID::randomUUID), errors)).build();
            }
            if (!errors.any() && doors.write(form.reference(), carried.code().orElseThrow(), "PLAN", text, Ids.parse(once).orElseGet(UUID::randomUUID))) {
                flash.done("We have what you think of the plan.");
            }
            return Response.seeOther(URI.create(HERE)).build();
        });
    }

    @GET
    @Path("privacy/{area}")
    public TemplateInstance privacy(@RestPath String area) {
        return Templates.privacy(areas.of(area));
    }

    /** Decided or closed, or taken back already: there is nothing to stop. */
    private Response ended(PublicDoors.Followed form) {
        flash.note(form.state().equals("WITHDRAWN") ? "You have taken your form back already." : "We have finished with your form, so you cannot take it back now. You can still write to us here.");
        return Response.seeOther(URI.create(HERE)).build();
    }

    private interface Page {
        Object of(PublicDoors.Followed form);
    }

    private Object with(Page page) {
        return carried.code().flatMap(code -> carried.reference().flatMap(reference -> doors.follow(reference, code))).map(page::of)
                .orElseGet(() -> Response.seeOther(URI.create("/community-trigger/follow")).build());
    }

    private TemplateInstance page(PublicDoors.Followed form, String typed, String about, Errors errors) {
        var rules = procedures.followed(Areas.SERVICE, form.reference(), carried.code().orElseThrow().hash());
        return Templates.mine(areas.of(form.area()), form, Progress.of(form), Ahead.of(form, rules, workingDays, doors.today()), typed, about, UUID.randomUUID(), errors);
    }
}
