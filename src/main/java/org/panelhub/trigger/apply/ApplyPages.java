package org.panelhub.trigger.apply;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.NotFound;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Limits;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Applying for a case review without an account: one question a page, kept as it is answered, and left and come back to with a code. */
@Path("/community-trigger")
@PermitAll
@Blocking
public class ApplyPages {

    private static final String HERE = "/community-trigger";
    private static final int MOST_REPORTS = 40;
    /** From one address in an hour: a library, a refuge and a telephone network share one. */
    private static final int MOST_BEGUN = 30;
    private static final List<Choice> YES_NO = List.of(Choice.of("yes", "Yes"), Choice.of("no", "No"));

    private final PublicDoors doors;
    private final Areas areas;
    private final Questions questions;
    private final Carried carried;
    private final Limits limits;
    private final CodeTries tries;

    ApplyPages(PublicDoors doors, Areas areas, Questions questions, Carried carried, Limits limits, CodeTries tries) {
        this.doors = doors;
        this.areas = areas;
        this.questions = questions;
        this.carried = carried;
        this.limits = limits;
        this.tries = tries;
    }

    @CheckedTemplate(basePath = "trigger")
    static class Templates {
        static native TemplateInstance start(List<Area> areas, List<Choice> choices, String chosen, boolean begun, Errors errors);

        static native TemplateInstance question(Area area, Question question, List<Question.Field> fields, Answers answers, String action, String back, Errors errors);

        static native TemplateInstance reports(Area area, List<Told> reports, String title, String action, String back, boolean change, boolean more, List<Choice> yesNo, Errors errors);

        static native TemplateInstance check(Area area, List<Section> sections, List<Told> reports, boolean reported, Errors errors);

        static native TemplateInstance saved(Area area, Code code);

        static native TemplateInstance comeBack(String typed, Errors errors);

        static native TemplateInstance sent(Area area, String reference, Code code);

        static native TemplateInstance receipt(Area area);
    }

    @GET
    public TemplateInstance start() {
        var open = areas.open();
        return Templates.start(open, choices(open), open.size() == 1 ? open.getFirst().key() : "", carried.code().flatMap(doors::draft).isPresent(), Errors.none());
    }

    @POST
    @Path("start")
    public Response begin(@RestForm String area) {
        var open = areas.open();
        var chosen = open.stream().filter(a -> a.key().equals(area)).findFirst();
        limits.require("form begun", limits.address(), MOST_BEGUN, Duration.ofHours(1), chosen.map(Area::frame).orElse(null));
        var code = Code.fresh();
        if (chosen.isEmpty() || !doors.begin(area, code)) {
            return unprocessable(Templates.start(open, choices(open), area, false, Errors.one("area", "Choose the area where it happens")));
        }
        return to("/apply/" + questions.askedOf(Answers.none()).getFirst().key(), code);
    }

    @GET
    @Path("apply/{page}")
    public Object open(@RestPath String page, @RestQuery String change) {
        return with(draft -> questions.of(page, draft.answers()).map(q -> {
            if (q.key().equals(Questions.REPORTS)) {
                return draft.answers().reports().isEmpty() ? to("/apply/report/1" + changing(change != null)) : (Object) reports(draft, change != null, Errors.none());
            }
            return (Object) page(draft, q, draft.answers(), change != null, Errors.none());
        }).orElseThrow(() -> new NotFound("path", page)));
    }

    @POST
    @Path("apply/{page}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object answer(@RestPath String page, @RestQuery String change, MultivaluedMap<String, String> sent) {
        return with(draft -> {
            var question = questions.of(page, draft.answers()).orElseThrow(() -> new NotFound("path", page));
            if (question.key().equals(Questions.REPORTS)) {
                return more(draft, change != null, sent.getFirst("more"));
            }
            var code = carried.code().orElseThrow();
            var typed = draft.answers().with(question.fields(), sent);
            var errors = AnswerCheck.of(question, typed, doors.today());
            // Kept whatever it holds; a page counts as answered once nothing is wrong with it.
            var kept = doors.change(code, now -> {
                var next = now.with(question.fields(), sent);
                return errors.any() ? next : next.answered(question.key());
            });
            if (kept.isEmpty()) {
                return to("/come-back");
            }
            if (errors.any()) {
                return unprocessable(page(draft, question, kept.get(), change != null, errors));
            }
            if (sent.containsKey("later")) {
                return to("/saved");
            }
            return to(following(question.key(), kept.get(), change != null));
        });
    }

    @GET
    @Path("apply/report/{number}")
    public Object report(@RestPath int number, @RestQuery String change) {
        return with(draft -> {
            requirePlace(draft, number);
            var all = draft.answers().reports();
            return reportPage(draft, number, number <= all.size() ? Answers.of(all.get(number - 1)) : Answers.none(), change != null, Errors.none());
        });
    }

    @POST
    @Path("apply/report/{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object keepReport(@RestPath int number, @RestQuery String change, MultivaluedMap<String, String> sent) {
        return with(draft -> {
            requirePlace(draft, number);
            var typed = Answers.none().with(questions.report().fields(), sent);
            var errors = AnswerCheck.of(questions.report(), typed, doors.today());
            var happened = typed.date("happenedOn").parse(new Errors(), "", "", false);
            var told = typed.date("reportedOn").parse(new Errors(), "", "", false);
            errors.addIf(happened != null && told != null && told.isBefore(happened), "reportedOn", "You cannot have told them before it happened. Check both dates");
            if (errors.any()) {
                return unprocessable(reportPage(draft, number, typed, change != null, errors));
            }
            doors.change(carried.code().orElseThrow(), now -> now.withReport(number - 1, typed));
            return to(sent.containsKey("later") ? "/saved" : "/apply/reports" + changing(change != null));
        });
    }

    @POST
    @Path("apply/report/{number}/remove")
    public Object removeReport(@RestPath int number) {
        return with(draft -> {
            doors.change(carried.code().orElseThrow(), now -> now.withoutReport(number - 1));
            return to("/apply/reports");
        });
    }

    @GET
    @Path("check")
    public Object check() {
        return with(draft -> firstOpen(draft.answers()).map(q -> (Object) to("/apply/" + q.key())).orElseGet(() -> checkPage(draft, Errors.none())));
    }

    @POST
    @Path("check")
    public Object send(@RestForm String sure) {
        var code = carried.code();
        if (code.isEmpty()) {
            return to("/come-back");
        }
        var draft = doors.draft(code.get());
        if (draft.isPresent()) {
            var open = firstOpen(draft.get().answers());
            if (open.isPresent()) {
                return to("/apply/" + open.get().key());
            }
            if (!"yes".equals(sure)) {
                return unprocessable(checkPage(draft.get(), Errors.one("sure", "Tick the box to say that this is true and that we may share it to look at it")));
            }
        }
        var area = draft.map(d -> areas.open(d.area()));
        // Sent a second time there is no draft any more: the answer is the one of the first time.
        return doors.apply(code.get(), Filled.of(draft.map(PublicDoors.Draft::answers).orElseGet(Answers::none), questions), "We have your form", area.map(a -> Templates.receipt(a).render()).orElse("-"))
                .map(reference -> Response.seeOther(URI.create(HERE + "/sent")).cookie(carried.of(code.get(), reference)).build()).orElseGet(() -> to("/come-back"));
    }

    @GET
    @Path("sent")
    public Object sent() {
        return carried.code().flatMap(code -> carried.reference().flatMap(reference -> doors.follow(reference, code))
                .map(f -> (Object) Templates.sent(areas.open(f.area()), f.reference(), code))).orElseGet(() -> to("/follow"));
    }

    @GET
    @Path("saved")
    public Object saved() {
        return with(draft -> Templates.saved(areas.open(draft.area()), carried.code().orElseThrow()));
    }

    @GET
    @Path("come-back")
    public TemplateInstance comeBack() {
        return Templates.comeBack("", Errors.none());
    }

    @POST
    @Path("come-back")
    public Object resume(@RestForm String code) {
        tries.count();
        var typed = Code.typed(code);
        var draft = typed.flatMap(doors::draft);
        if (draft.isEmpty()) {
            return unprocessable(Templates.comeBack(code, Errors.one("code", "We do not know this code. Check each letter and number. We keep a form for 28 days")));
        }
        var next = firstOpen(draft.get().answers()).map(q -> "/apply/" + q.key()).orElse("/check");
        return to(next, typed.get());
    }

    /** Forgets the code on this device; what was typed stays, for whoever has written the code down. */
    @POST
    @Path("close")
    public Response close() {
        return Response.seeOther(URI.create(HERE)).cookie(carried.ended()).build();
    }

    private interface Page {
        Object of(PublicDoors.Draft draft);
    }

    private Object with(Page page) {
        return carried.code().flatMap(doors::draft).map(page::of).orElseGet(() -> to("/come-back"));
    }

    /** A report that there is, or the next. */
    private void requirePlace(PublicDoors.Draft draft, int number) {
        if (number < 1 || number > Math.min(draft.answers().reports().size() + 1, MOST_REPORTS) || questions.of(Questions.REPORTS, draft.answers()).isEmpty()) {
            throw new NotFound("path", String.valueOf(number));
        }
    }

    /** The first page that is asked and was not answered. Times that somebody was told need at least one. */
    private Optional<Question> firstOpen(Answers answers) {
        return questions.askedOf(answers).stream().filter(q -> q.key().equals(Questions.REPORTS) ? answers.reports().isEmpty() : !answers.seen().contains(q.key())).findFirst();
    }

    /** On the way from the page on which all is read back, and to it again. */
    private static String changing(boolean change) {
        return change ? "?change=yes" : "";
    }

    private String following(String key, Answers answers, boolean change) {
        return (change ? firstOpen(answers) : questions.after(key, answers)).map(q -> "/apply/" + q.key() + changing(change)).orElse("/check");
    }

    private Object more(PublicDoors.Draft draft, boolean change, String more) {
        if ("yes".equals(more) && draft.answers().reports().size() < MOST_REPORTS) {
            return to("/apply/report/" + (draft.answers().reports().size() + 1) + changing(change));
        }
        if ("no".equals(more)) {
            return to(following(Questions.REPORTS, draft.answers(), change));
        }
        return unprocessable(reports(draft, change, Errors.one("more", "Choose yes or no")));
    }

    private TemplateInstance page(PublicDoors.Draft draft, Question question, Answers answers, boolean change, Errors errors) {
        var back = change ? HERE + "/check" : questions.before(question.key(), answers).map(q -> HERE + "/apply/" + q.key()).orElse(HERE);
        return Templates.question(areas.open(draft.area()), question, question.fieldsFor(answers), answers, HERE + "/apply/" + question.key() + changing(change), back, errors);
    }

    private TemplateInstance reportPage(PublicDoors.Draft draft, int number, Answers typed, boolean change, Errors errors) {
        var back = draft.answers().reports().isEmpty() ? HERE + "/apply/told" : HERE + "/apply/reports" + changing(change);
        return Templates.question(areas.open(draft.area()), questions.report(), questions.report().fields(), typed, HERE + "/apply/report/" + number + changing(change), back, errors);
    }

    private TemplateInstance reports(PublicDoors.Draft draft, boolean change, Errors errors) {
        return Templates.reports(areas.open(draft.area()), Told.of(draft.answers()), "Times you told someone", HERE + "/apply/reports" + changing(change), change ? HERE + "/check" : HERE + "/apply/told", change, draft.answers().reports().size() < MOST_REPORTS, YES_NO, errors);
    }

    private TemplateInstance checkPage(PublicDoors.Draft draft, Errors errors) {
        return Templates.check(areas.open(draft.area()), Section.of(draft.answers(), questions), Told.of(draft.answers()), "YES".equals(draft.answers().first("reported")), errors);
    }

    private static List<Choice> choices(List<Area> areas) {
        return areas.stream().map(a -> Choice.of(a.key(), a.name())).toList();
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(HERE + path)).build();
    }

    private Response to(String path, Code code) {
        return Response.seeOther(URI.create(HERE + path)).cookie(carried.of(code, null)).build();
    }

    private static Response unprocessable(TemplateInstance page) {
        return Response.status(422).entity(page).build();
    }
}
