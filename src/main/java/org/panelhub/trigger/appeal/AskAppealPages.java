package org.panelhub.trigger.appeal;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Choice;
import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;
import org.panelhub.page.Ids;
import org.panelhub.page.Limits;
import org.panelhub.trigger.apply.Area;
import org.panelhub.trigger.apply.Areas;
import org.panelhub.trigger.apply.Code;
import org.panelhub.trigger.apply.Following;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** An applicant who follows an application asks for an appeal against what was decided, in time or late. */
@Path("/community-trigger/my-form/appeal")
@PermitAll
@Blocking
public class AskAppealPages {

    private static final URI BACK = URI.create("/community-trigger/my-form");
    private static final int MOST = 10;

    private final Following following;
    private final AppealDoors doors;
    private final Areas areas;
    private final Limits limits;
    private final Flash flash;

    AskAppealPages(Following following, AppealDoors doors, Areas areas, Limits limits, Flash flash) {
        this.following = following;
        this.doors = doors;
        this.areas = areas;
        this.limits = limits;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "trigger/appeal")
    static class Templates {
        static native TemplateInstance ask(Area area, String reference, boolean running, boolean waits, List<Choice> abouts, String about, String why, UUID once, Errors errors);
    }

    @GET
    public Object open() {
        return with((basis, code) -> page(basis, doors.open(basis, code), "", "", UUID.randomUUID(), Errors.none()));
    }

    @POST
    public Object ask(@RestForm String about, @RestForm String why, @RestForm String once) {
        return with((basis, code) -> {
            limits.require("form appeal", basis.reference(), MOST, Duration.ofHours(1), area(basis).frame());
            var open = doors.open(basis, code);
            var id = Ids.parse(once).orElseGet(UUID::randomUUID);
            var before = basis.appeals().stream().filter(a -> a.id().equals(id)).findFirst();
            if (before.isPresent()) {
                return kept(before.get().waits());
            }
            if (basis.running()) {
                return running(basis, open, about, why);
            }
            var chosen = open.keySet().stream().filter(a -> a.name().equals(about)).findFirst();
            var words = Field.clean(why);
            var errors = Errors.none().addIf(chosen.isEmpty() && !open.isEmpty(), "about", "Choose what we should check").addIf(words.isEmpty(), "why", "Tell us why")
                    .addIf(words.length() > AppealForm.LONGEST, "why", "This must be 4,000 letters or fewer");
            if (errors.any()) {
                return Response.status(422).entity(page(basis, open, about, why, id, errors)).build();
            }
            if (chosen.isEmpty()) {
                return Response.seeOther(BACK).build();
            }
            var last = open.get(chosen.get());
            return switch (doors.ask(basis, code, chosen.get(), words, last, id)) {
                case "ASKED" -> kept(last != null && basis.today().isAfter(last));
                // Another came in while this one was written.
                case "RUNNING" -> running(doors.basis(basis.reference(), code).orElse(basis), open, about, why);
                default -> Response.seeOther(BACK).build();
            };
        });
    }

    /** One at a time: what was written is not lost, and can be sent once that one has its answer. */
    private Response running(AppealDoors.Basis basis, Map<About, LocalDate> open, String about, String why) {
        return Response.status(Response.Status.CONFLICT).entity(page(basis, open, about, why, UUID.randomUUID(), Errors.none())).build();
    }

    private Response kept(boolean late) {
        flash.done(late ? "We have what you asked for. You asked late. We decide first whether we look at it again." : "We have what you asked for. Someone who had no part in it will look at it again.");
        return Response.seeOther(BACK).build();
    }

    private interface Page {
        Object of(AppealDoors.Basis basis, Code code);
    }

    /** To whoever came with the right number and code; of what is not decided yet, or was taken back, there is nothing to ask. */
    private Object with(Page page) {
        var code = following.code();
        var basis = code.flatMap(c -> following.reference().flatMap(r -> doors.basis(r, c)));
        if (basis.isEmpty()) {
            return Response.seeOther(URI.create("/community-trigger/follow")).build();
        }
        return basis.get().decided() ? page.of(basis.get(), code.get()) : Response.seeOther(BACK).build();
    }

    private TemplateInstance page(AppealDoors.Basis basis, Map<About, LocalDate> open, String about, String why, UUID once, Errors errors) {
        return Templates.ask(area(basis), basis.reference(), basis.running(), basis.waits(), open.entrySet().stream().map(e -> Choice.of(e.getKey().name(), e.getKey().applicants(), until(e.getValue(), basis.today()))).toList(), about, why, once, errors);
    }

    private static String until(LocalDate last, LocalDate today) {
        return last == null ? null : today.isAfter(last) ? "The last day to ask was " + Dates.day(last) + ". You can still ask. Tell us why you are late." : "The last day to ask is " + Dates.day(last) + ".";
    }

    private Area area(AppealDoors.Basis basis) {
        return areas.of(basis.area());
    }
}
