package org.panelhub.trigger.apply;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.NotFound;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Limits;
import org.panelhub.page.Trap;

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
import jakarta.ws.rs.core.NewCookie;
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
    /** And of forms sent, each of which takes some minutes to fill in. */
    private static final int MOST_SENT = 8;
    private static final Duration SENT_WITHIN = Duration.ofMinutes(10);
    private static final String RECEIPT = "We have your form";
    private static final String CHANGED = "What you told us was changed after you opened this page. Read it again, then send it";
    /** What is sent again as its answer was lost has no draft any more. */
    private static final int NO_DRAFT = -1;
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
        static native TemplateInstance start(List<Area> areas, List<Choice> choices, String chosen, boolean begun, String trap, Errors errors);

        static native TemplateInstance question(Area area, Question question, List<Question.Field> fields, Answers answers, String report, String action, String back, Errors errors);

        static native TemplateInstance reports(Area area, List<Told> reports, String title, String action, String removal, String back, boolean change, boolean more, List<Choice> yesNo, Errors errors);

        static native TemplateInstance check(Area area, List<Section> sections, List<Told> reports, boolean reported, int version, String trap, Errors errors);

        static native TemplateInstance saved(Area area, Code code, boolean shown);

        static native TemplateInstance comeBack(String typed, Errors errors);

        static native TemplateInstance sent(Area area, String reference, Code code, boolean shown);

        static native TemplateInstance receipt(String team, String telephone);
    }

    @GET
    public TemplateInstance start() {
        var open = areas.open();
        return Templates.start(open, choices(open), open.size() == 1 ? open.getFirst().key() : "", carried.code().flatMap(doors::draft).isPresent(), "", Errors.none());
    }

    @POST
    @Path("start")
    public Response begin(@RestForm String area, @RestForm(Trap.NAME) String trap) {
        var open = areas.open();
        var chosen = open.stream().filter(a -> a.key().equals(area)).findFirst();
        var check = new Field.Check();
        Trap.check(check, trap);
        if (check.errors().any()) {
            return unprocessable(Templates.start(open, choices(open), area, false, trap, check.errors()));
        }
        limits.require("form begun", limits.address(), MOST_BEGUN, Duration.ofHours(1), chosen.map(Area::frame).orElse(null));
        var code = Code.fresh();
        if (chosen.isEmpty() || !doors.begin(area, code)) {
            return unprocessable(Templates.start(open, choices(open), area, false, "", Errors.one("area", "Choose the area where it happens")));
        }
        return to("/apply/" + questions.askedOf(Answers.none()).getFirst().key(), carried.begun(code));
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
            if (sent.containsKey("later")) {
                return to("/saved");
            }
            if (errors.any()) {
                return unprocessable(page(draft, question, kept.get(), change != null, errors));
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
            return reportPage(draft, number, number <= all.size() ? Answers.of(all.get(number - 1)) : Answers.none().as(UUID.randomUUID().toString()), change != null, Errors.none());
        });
    }

    @POST
    @Path("apply/report/{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object keepReport(@RestPath int number, @RestQuery String change, MultivaluedMap<String, String> sent) {
        return with(draft -> {
            requirePlace(draft, number);
            var typed = Answers.none().with(questions.report().fields(), sent).as(Optional.ofNullable(sent.getFirst("report")).filter(r -> r.matches("[0-9a-f-]{1,36}")).orElseGet(() -> UUID.randomUUID().toString()));
            var errors = AnswerCheck.of(questions.report(), typed, doors.today());
            // Kept whatever it holds; but a page on which nothing was typed is no time that somebody was told.
            var kept = doors.change(carried.code().orElseThrow(), now -> typed.blank() && !now.has(typed.first(Answers.ID)) ? now : now.withReport(typed));
            if (kept.isEmpty()) {
                return to("/come-back");
            }
            if (sent.containsKey("later")) {
                return to("/saved");
            }
            return errors.any() ? unprocessable(reportPage(draft, number, typed, change != null, errors)) : to("/apply/reports" + changing(change != null));
        });
    }

    @POST
    @Path("apply/report/remove")
    public Object removeReport(@RestForm String report, @RestQuery String change) {
        return with(draft -> {
            doors.change(carried.code().orElseThrow(), now -> now.withoutReport(String.valueOf(report)));
            return to("/apply/reports" + changing(change != null));
        });
    }

    @GET
    @Path("check")
    public Object check() {
        return with(draft -> firstOpen(draft.answers()).map(path -> (Object) to(path + changing(true))).orElseGet(() -> checkPage(draft, "", Errors.none())));
    }

    @POST
    @Path("check")
    public Object send(@RestForm String sure, @RestForm Integer version, @RestForm(Trap.NAME) String trap) {
        var code = carried.code();
        if (code.isEmpty()) {
            return to("/come-back");
        }
        var draft = doors.draft(code.get());
        if (draft.isEmpty()) {
            return doors.apply(code.get(), NO_DRAFT, Filled.of(Answers.none(), questions), "-", "-").map(reference -> to("/sent", carried.sent(code.get(), reference))).orElseGet(() -> to("/come-back"));
        }
        var answers = draft.get().answers();
        var open = firstOpen(answers);
        if (open.isPresent()) {
            return to(open.get() + changing(true));
        }
        var area = areas.of(draft.get().area());
        var check = new Field.Check();
        Trap.check(check, trap);
        check.that("yes".equals(sure), "sure", "Tick the box to say that this is true and that we may share it to look at it");
        check.that(area.open(), "sure", "We do not take forms here at the moment. We keep what you wrote for 28 days. Please call us");
        check.that(version != null && version == draft.get().version(), "sure", CHANGED);
        if (check.errors().any()) {
            return unprocessable(checkPage(draft.get(), trap, check.errors()));
        }
        limits.require("form sent", limits.address(), MOST_SENT, SENT_WITHIN, area.frame());
        return doors.apply(code.get(), version, Filled.of(answers, questions), RECEIPT, Templates.receipt(area.team(), area.telephone()).render())
                .map(reference -> to("/sent", carried.sent(code.get(), reference)))
                .orElseGet(() -> doors.draft(code.get()).map(now -> unprocessable(checkPage(now, "", Errors.one("sure", CHANGED)))).orElseGet(() -> to("/come-back")));
    }

    /** The code is shown here once; whoever opens the page again, or goes back to it, is not shown it. */
    @GET
    @Path("sent")
    public Object sent() {
        return carried.code().flatMap(code -> carried.reference().flatMap(reference -> doors.follow(reference, code))
                .map(f -> (Object) once(Templates.sent(areas.of(f.area()), f.reference(), code, carried.shown())))).orElseGet(() -> to("/follow"));
    }

    /** As on {@link #sent()}. */
    @GET
    @Path("saved")
    public Object saved() {
        return with(draft -> once(Templates.saved(areas.of(draft.area()), carried.code().orElseThrow(), carried.shown())));
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
        return to(firstOpen(draft.get().answers()).map(path -> path + changing(true)).orElse("/check"), carried.typed(typed.get(), null));
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

    /** Where the form goes on: the first page that was not answered, or holds something wrong since another answer was changed. Times that somebody was told need at least one. */
    private Optional<String> firstOpen(Answers answers) {
        var today = doors.today();
        return questions.askedOf(answers).stream().flatMap(q -> q.key().equals(Questions.REPORTS) ? openReport(answers, today).stream()
                : answers.seen().contains(q.key()) && !AnswerCheck.of(q, answers, today).any() ? Stream.empty() : Stream.of("/apply/" + q.key())).findFirst();
    }

    private Optional<String> openReport(Answers answers, LocalDate today) {
        return IntStream.range(0, Math.max(1, answers.reports().size()))
                .filter(n -> n >= answers.reports().size() || AnswerCheck.of(questions.report(), Answers.of(answers.reports().get(n)), today).any()).mapToObj(n -> "/apply/report/" + (n + 1)).findFirst();
    }

    /** On the way from the page on which all is read back, and to it again. */
    private static String changing(boolean change) {
        return change ? "?change=yes" : "";
    }

    private String following(String key, Answers answers, boolean change) {
        return (change ? firstOpen(answers) : questions.after(key, answers).map(q -> "/apply/" + q.key())).map(path -> path + changing(change)).orElse("/check");
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
        // While something is open, the page on which all is read back would lead here again.
        var back = change && firstOpen(answers).isEmpty() ? HERE + "/check" : questions.before(question.key(), answers).map(q -> HERE + "/apply/" + q.key()).orElse(HERE);
        return Templates.question(areas.of(draft.area()), question, question.fieldsFor(answers), answers, "", HERE + "/apply/" + question.key() + changing(change), back, errors);
    }

    private TemplateInstance reportPage(PublicDoors.Draft draft, int number, Answers typed, boolean change, Errors errors) {
        var back = HERE + (draft.answers().reports().isEmpty() ? "/apply/told" : "/apply/reports") + changing(change);
        return Templates.question(areas.of(draft.area()), questions.report(), questions.report().fields(), typed, typed.first(Answers.ID), HERE + "/apply/report/" + number + changing(change), back, errors);
    }

    private TemplateInstance reports(PublicDoors.Draft draft, boolean change, Errors errors) {
        return Templates.reports(areas.of(draft.area()), Told.of(draft.answers()), "Times you told someone", HERE + "/apply/reports" + changing(change), HERE + "/apply/report/remove" + changing(change), change ? HERE + "/check" : HERE + "/apply/told", change, draft.answers().reports().size() < MOST_REPORTS, YES_NO, errors);
    }

    private TemplateInstance checkPage(PublicDoors.Draft draft, String trap, Errors errors) {
        return Templates.check(areas.of(draft.area()), Section.of(draft.answers(), questions), Told.of(draft.answers()), "YES".equals(draft.answers().first("reported")), draft.version(), trap, errors);
    }

    private static List<Choice> choices(List<Area> areas) {
        return areas.stream().map(a -> Choice.of(a.key(), a.name())).toList();
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(HERE + path)).build();
    }

    private static Response to(String path, NewCookie carrying) {
        return Response.seeOther(URI.create(HERE + path)).cookie(carrying).build();
    }

    private Response once(TemplateInstance page) {
        return Response.ok(page).cookie(carried.nowShown()).build();
    }

    private static Response unprocessable(TemplateInstance page) {
        return Response.status(422).entity(page).build();
    }
}
