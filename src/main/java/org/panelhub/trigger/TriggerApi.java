package org.panelhub.trigger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Given;
import org.panelhub.page.Idempotency;
import org.panelhub.page.Ids;
import org.panelhub.page.Invalid;
import org.panelhub.trigger.apply.Interview;
import org.panelhub.trigger.apply.Question;
import org.panelhub.trigger.rules.StageClock;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;

/** Applications for a case review, for programs: how each stands, and what came by telephone, letter or in person, keyed in with the questions of the public form. */
@Path("/api/triggers")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Transactional
public class TriggerApi {

    private final Applications applications;
    private final ApplicationClocks clocks;
    private final Keying keying;
    private final Interview interview;
    private final Permissions permissions;
    private final Idempotency idempotency;

    TriggerApi(Applications applications, ApplicationClocks clocks, Keying keying, Interview interview, Permissions permissions, Idempotency idempotency) {
        this.applications = applications;
        this.clocks = clocks;
        this.keying = keying;
        this.interview = interview;
        this.permissions = permissions;
        this.idempotency = idempotency;
    }

    /** One of the list. {@code dueOn} is the day by which {@code next} has to be done; both null where nothing has to be by a day. */
    public record Line(String reference, String subject, LocalDate receivedOn, Received how, ApplicationState state, String next, LocalDate dueOn) {
    }

    /** A stage with its clock. {@code dueOn} is null while the day is not known. */
    public record Clock(String stage, LocalDate dueOn, LocalDate doneOn, StageClock.Light light) {
        static Clock of(StageClock clock) {
            return new Clock(clock.stage().label(), clock.due(), clock.done(), clock.light());
        }
    }

    /** Something that happened. {@code by} is empty where the applicant did it, or the hub. */
    public record Happened(EventKind kind, LocalDate on, String note, String by) {
    }

    /** What was written, one way or the other. */
    public record Message(boolean fromApplicant, String kind, String body, Instant at, String by) {
    }

    /** The decision on the threshold that holds. {@code route} is null where it is not met. */
    public record Decision(boolean met, String route, LocalDate on, String why, String by) {
    }

    /**
     * An application as its board reads it.
     *
     * @param review reference of the case in which it is reviewed, or null
     * @param decision null while there is none
     * @param applicant null for whoever is not among those who contact the applicant
     */
    public record ApplicationJson(UUID id, String reference, ApplicationState state, Received how, LocalDate receivedOn, String subject, String happening, String place, String since, String impact, String wish,
            String hate, String respondent, String respondentMinor, String landlord, String children, String involvement, String review, Decision decision, List<Clock> clocks, List<Happened> happened,
            List<Message> messages, ApplicantView applicant) {
    }

    /**
     * What was told, by the names of the questions ({@code GET /api/triggers/questions}). Days are written as 2026-03-31.
     *
     * @param how TELEPHONE, LETTER, EMAIL or IN_PERSON
     * @param receivedOn the day from which the clocks run
     * @param answers values by name
     * @param reports each time that somebody was told, as values by name
     */
    public record NewApplication(String how, LocalDate receivedOn, Map<String, List<String>> answers, List<Map<String, List<String>>> reports) {
    }

    /** @param code that the applicant needs beside the reference to follow it; given once, null where the same call is made again */
    public record Entered(String reference, String code) {
    }

    /** What is asked, and of each time that somebody was told. */
    public record QuestionsJson(List<Question> questions, Question report) {
    }

    /** Those that are open, and those of the last two years; the one received first stands first. */
    @GET
    public List<Line> list() {
        permissions.require(Permission.SEE_APPLICATIONS);
        var lines = applications.lines();
        var next = clocks.next(lines);
        return lines.stream().map(l -> {
            var clock = next.get(l.id());
            return new Line(l.reference(), l.subject(), l.receivedOn(), l.how(), l.state(), clock == null ? null : clock.stage().label(), clock == null ? null : clock.due());
        }).toList();
    }

    @GET
    @Path("questions")
    public QuestionsJson questions() {
        permissions.require(Permission.HANDLE_APPLICATION);
        return new QuestionsJson(interview.questions(), interview.report());
    }

    /** By its reference, or its id. */
    @GET
    @Path("{reference}")
    public ApplicationJson one(@RestPath String reference) {
        var application = Ids.parse(reference).map(applications::byId).orElseGet(() -> applications.byReference(reference));
        var view = applications.view(application);
        var decision = applications.decided(application).map(d -> new Decision(d.met(), d.way(), d.on(), d.why(), d.by())).orElse(null);
        return new ApplicationJson(view.id(), view.reference(), view.state(), view.how(), view.receivedOn(), view.subject(), view.happening(), view.place(), view.since(), view.impact(), view.wish(), view.hate(),
                view.respondent(), view.respondentMinor(), view.landlord(), view.children(), view.involvement(), view.review(), decision, clocks.of(application).clocks().stream().map(Clock::of).toList(),
                applications.events(application).stream().map(e -> new Happened(e.kind(), e.on(), e.note(), e.by())).toList(),
                applications.messages(application).stream().map(m -> new Message(m.fromApplicant(), m.kind(), m.body(), m.at(), m.by())).toList(), applications.applicant(application).orElse(null));
    }

    /** By whoever answers for applications. The code is in the first answer alone. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enter(@RestHeader(Idempotency.HEADER) String key, NewApplication input) {
        var board = keying.requireBoard();
        var made = new Keying.Made[1];
        return idempotency.created(key, "/api/triggers", input, () -> {
            var given = Given.the(input);
            var keyed = keying.read(given.how, given.receivedOn == null ? DateBoxes.EMPTY : DateBoxes.of(given.receivedOn), interview.read(sent(given)));
            Invalid.unless(named(keyed.errors()));
            made[0] = keying.make(board, keyed);
            return applications.byReference(made[0].reference()).id();
        }, id -> new Entered(applications.byId(id).reference(), made[0] == null ? null : made[0].code().text()));
    }

    /** As a page would send it: a day in three boxes, a report under its place. */
    private MultivaluedHashMap<String, String> sent(NewApplication given) {
        var sent = new MultivaluedHashMap<String, String>();
        put(sent, "", given.answers, interview.questions().stream().flatMap(q -> q.fields().stream()).toList());
        var reports = given.reports == null ? List.<Map<String, List<String>>>of() : given.reports;
        for (int n = 0; n < reports.size(); n++) {
            put(sent, "report-" + n + "-", reports.get(n), interview.report().fields());
        }
        return sent;
    }

    private static void put(MultivaluedHashMap<String, String> sent, String before, Map<String, List<String>> values, List<Question.Field> fields) {
        var given = values == null ? Map.<String, List<String>>of() : values;
        for (var field : fields) {
            var all = new ArrayList<>(given.getOrDefault(field.name(), List.of()).stream().map(v -> v == null ? "" : v).toList());
            if (field.type().equals("date")) {
                var day = (all.isEmpty() ? "" : all.getFirst()).split("-", -1);
                boolean three = day.length == 3;
                sent.put(before + field.name() + "-day", List.of(three ? day[2] : day[0]));
                sent.put(before + field.name() + "-month", List.of(three ? day[1] : ""));
                sent.put(before + field.name() + "-year", List.of(three ? day[0] : ""));
            } else {
                sent.put(before + field.name(), all);
            }
        }
    }

    /** The fields as a program named them. */
    private static Errors named(Errors errors) {
        var names = new LinkedHashMap<String, String>();
        errors.all().forEach(e -> names.put(e.field().equals("on") ? "receivedOn" : e.field().equals("how") ? "how" : e.field().startsWith("report-") ? e.field().replaceFirst("report-(\\d+)-", "reports[$1].") : "answers." + e.field(), e.message()));
        var named = new Errors();
        names.forEach(named::add);
        return named;
    }
}
