package org.panelhub.trigger.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;
import org.panelhub.letters.LetterCheck;
import org.panelhub.page.Choice;
import org.panelhub.page.Dates;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.Applications;
import org.panelhub.trigger.Decided;
import org.panelhub.trigger.procedure.TriggerArrangements;
import org.panelhub.trigger.recommendations.Recommendations;
import org.panelhub.trigger.rules.Span;
import org.panelhub.trigger.rules.Stage;
import org.panelhub.trigger.rules.TriggerRules;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

/** The letters of an application: made from our words, edited by whoever answers for it, recorded as sent. */
@ApplicationScoped
class TriggerLetters implements PanacheRepositoryBase<TriggerLetter, UUID> {

    /** What the text leaves to the writer. */
    private static final Pattern LEFT_OPEN = Pattern.compile("\\[[^\\]]*]");
    /** A name written as one: two words or more that begin with capitals. */
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+)+");

    private static final String CALL = "The applicant asked to be called and not written to. Read the letter out on the telephone, where a call is safe, or hand it over in person.";

    private final Applications applications;
    private final LetterTexts texts;
    private final LetterCheck check;
    private final TriggerArrangements arrangements;
    private final Viewers viewers;
    private final Permissions permissions;
    private final Reads reads;
    private final Recommendations recommendations;

    TriggerLetters(Applications applications, LetterTexts texts, LetterCheck check, TriggerArrangements arrangements, Viewers viewers, Permissions permissions, Reads reads, Recommendations recommendations) {
        this.applications = applications;
        this.texts = texts;
        this.check = check;
        this.arrangements = arrangements;
        this.viewers = viewers;
        this.permissions = permissions;
        this.reads = reads;
        this.recommendations = recommendations;
    }

    record Applicant(String name, String organisation, String victimName, String address, String telephone, String email, Boolean safeEmail, Boolean safeCall, Boolean safeLetter, Boolean callMe, Boolean largePrint) {

        boolean takes(Told way) {
            return switch (way) {
                case POST -> safeLetter && !callMe;
                case EMAIL -> safeEmail && !callMe && !email.isBlank();
                case READ_OUT -> safeCall && !telephone.isBlank();
                case BY_HAND -> true;
            };
        }

    }

    record Scheme(String contactTeam, String telephone, String email, String furtherBody, String furtherContact) {
    }

    record Reported(String complainant, String what, String evidence, Boolean byApplicant) {
    }

    List<TriggerLetterView.Line> of(Application application) {
        return find("triggerId", Sort.by("madeAt").and("id"), application.id()).list().stream().map(l -> new TriggerLetterView.Line(l.id(), l.kind(), Dates.date(l.madeAt()), l.sentOn())).toList();
    }

    /** Whether the viewer is among those who see how the applicant is reached; of the others, those who sign a letter off read its words alone. */
    boolean reaches(Application application) {
        return getSession().createNativeQuery("select exists (select from hub.trigger_applicant where trigger_id = ?1)", Boolean.class).setParameter(1, application.id()).getSingleResult();
    }

    /** What may be written of an application as it stands. */
    List<LetterKind> fitting(Application application) {
        var past = applications.past(application);
        return Arrays.stream(LetterKind.values()).filter(k -> k.fits(application.state()) && (k.after() == null || past.contains(k.after()))).toList();
    }

    /**
     * Writes a letter as if it were sent today, or finds the one of that kind which somebody has begun.
     *
     * @throws LetterRefused when the application does not stand so
     * @throws NotFound for whoever does not see who applied
     */
    TriggerLetter draft(Application application, LetterKind kind, String language) {
        if (!kind.fits(application.state())) {
            throw new LetterRefused("kind", "The application does not stand so: " + application.state().label());
        }
        if (kind.after() != null && !applications.past(application).contains(kind.after())) {
            throw new LetterRefused("kind", switch (kind.after()) {
                case REVIEWED -> "The board has not reviewed it yet. A meeting outside the hub is recorded under “Record what happened”";
                case APPEALED -> "Nobody has asked for an appeal";
                default -> "The appeal is not decided yet";
            });
        }
        var begun = find("triggerId = ?1 and kind = ?2 and sentOn is null", application.id(), kind).firstResultOptional();
        if (begun.isPresent()) {
            return begun.get();
        }
        var text = texts.of(kind, language);
        var letter = new TriggerLetter(viewers.current(), application, kind, language, text.title(), why(application, kind, merge(application).into(text.body())));
        persist(letter);
        return letter;
    }

    /** @throws NotFound when there is no such letter of this application, or not for this viewer */
    TriggerLetter byId(Application application, UUID id) {
        var letter = findByIdOptional(id).filter(l -> l.triggerId().equals(application.id())).orElseThrow(() -> new NotFound("letter", id));
        reads.seen("trigger_letter", letter.id(), letter.caseId(), letter.panelId(), null);
        return letter;
    }

    /**
     * @throws LetterRefused when it has been sent, or says what a letter must not
     * @throws OptimisticLockException when somebody changed it since
     */
    void write(Application application, TriggerLetter letter, int version, String body) {
        editable(letter, version);
        wrong(application, letter, body).ifPresent(why -> {
            throw new LetterRefused("body", why);
        });
        letter.write(body);
    }

    /**
     * Records that it was sent, and what has happened by it.
     *
     * @throws LetterRefused when that way is not safe, something is left to be said, or the application does not stand so any more
     * @throws OptimisticLockException when somebody changed it since
     */
    void send(Application application, TriggerLetter letter, int version, LocalDate on, Told how) {
        editable(letter, version);
        var applicant = applicant(application);
        if (!applicant.takes(how)) {
            throw new LetterRefused("how", applicant.callMe() && how != Told.READ_OUT ? CALL : "The applicant has not said that this way is safe. Hand the letter over in person, where that is safe.");
        }
        if (!letter.kind().fits(application.state())) {
            throw new LetterRefused("sent", "The application does not stand so any more: " + application.state().label());
        }
        if (letter.kind() == LetterKind.RESOLUTION && !getSession().createNativeQuery("select access.signed_off(id, title, body) from hub.trigger_letter where id = ?1", Boolean.class).setParameter(1, letter.id()).getSingleResult()) {
            throw new LetterRefused("sent", "The chair and each relevant body sign it first: see who has, under “Sign-off by the chair and each relevant body”");
        }
        if (LEFT_OPEN.matcher(letter.body()).find()) {
            throw new LetterRefused("sent", "Something is left to be said: fill in or take out what stands in square brackets");
        }
        wrong(application, letter, letter.body()).ifPresent(why -> {
            throw new LetterRefused("sent", why);
        });
        if ((letter.kind() == LetterKind.MET || letter.kind() == LetterKind.NOT_MET) && applications.decided(application).map(Decided::on).stream().anyMatch(on::isBefore)) {
            throw new LetterRefused("sent", "The day it was sent must not be before the day of the decision");
        }
        letter.sent(viewers.current(), on, how);
        if (letter.kind().happens() != null) {
            applications.happened(application, letter.kind().happens(), "", on, letter.kind().label() + ". " + how.label(), "");
        }
        if (letter.kind() == LetterKind.PLAN || how != Told.EMAIL) {
            applications.tellToRead(application);
        }
    }

    TriggerLetterView view(Application application, TriggerLetter letter) {
        var viewer = viewers.current();
        var applicant = applicant(application);
        return new TriggerLetterView(letter.id(), application.reference(), marking(application), viewer.partnership(), letter.kind(), letter.language(), letter.title(), letter.body(), letter.sentOn() == null ? viewer.today() : letter.sentOn(), letter.sentOn(),
                letter.sentHow() == null ? null : letter.sentHow().label(), ways(applicant), unsafe(applicant), applicant.largePrint(), letter.sentOn() == null && permissions.may(Permission.HANDLE_APPLICATION, letter.panelId()), letter.version());
    }

    /** Of the board's panel. */
    String marking(Application application) {
        return getSession().createNativeQuery("select marking from hub.panel where id = ?1", String.class).setParameter(1, application.panelId()).getSingleResult();
    }

    private static List<Choice> ways(Applicant applicant) {
        return Arrays.stream(Told.values()).filter(applicant::takes).map(w -> Choice.of(w, w.label())).toList();
    }

    private static String unsafe(Applicant applicant) {
        return applicant.callMe() ? CALL : applicant.safeLetter() && applicant.safeEmail() ? "" : applicant.safeLetter() ? "The applicant has not said that an e-mail is safe." : applicant.safeEmail() ? "The applicant has not said that a letter by post is safe."
                : "The applicant has not said that it is safe to write, by post or e-mail. Hand the letter over in person, where that is safe.";
    }

    private static void editable(TriggerLetter letter, int version) {
        if (letter.sentOn() != null) {
            throw new LetterRefused("body", "The letter has been sent. What was sent is not changed.");
        }
        if (letter.version() != version) {
            throw new OptimisticLockException("Someone else changed the letter first");
        }
    }

    /** What is wrong with the words, for their writer. */
    private Optional<String> wrong(Application application, TriggerLetter letter, String body) {
        var gone = texts.of(letter.kind(), letter.language()).staying().stream().filter(heading -> !LetterCheck.words(body).contains(LetterCheck.words(heading))).findFirst();
        return gone.map(heading -> "The letter must say “" + heading + "”").or(() -> check.of(body, hidden(application)));
    }

    /** What is known of the application and no letter says: who else reported and what, who does it, and where anybody lives. */
    private LetterCheck.Hidden hidden(Application application) {
        var applicant = applicant(application);
        var told = getSession().createNativeQuery("select complainant, what, evidence, by_applicant from hub.trigger_complaint where trigger_id = ?1", Reported.class).setParameter(1, application.id()).getResultList();
        var place = getSession().createNativeQuery("select place from hub.trigger where id = ?1", String.class).setParameter(1, application.id()).getSingleResult();
        var others = new ArrayList<LetterCheck.Named>();
        told.stream().filter(t -> !t.byApplicant() && !t.complainant().isBlank()).forEach(t -> others.add(named(t.complainant())));
        NAME.matcher(application.respondent()).results().forEach(m -> others.add(named(m.group())));
        var addressees = Stream.of(applicant.name(), applicant.victimName(), applicant.organisation()).filter(n -> !n.isBlank()).toList();
        var said = told.stream().filter(t -> !t.byApplicant()).flatMap(t -> Stream.of(t.what(), t.evidence())).filter(t -> !t.isBlank()).map(t -> new LetterCheck.Said("somebody else reported", t)).toList();
        var own = new LetterCheck.Hidden(addressees, others, List.of(applicant.address(), place), Stream.of(applicant.telephone(), applicant.email()).filter(c -> !c.isBlank()).toList(), said);
        return application.caseId() == null ? own : own.and(check.inCase(application.caseId()));
    }

    private static LetterCheck.Named named(String name) {
        int last = name.strip().lastIndexOf(' ');
        return last < 0 ? new LetterCheck.Named("", name.strip(), List.of()) : new LetterCheck.Named(name.strip().substring(0, last), name.strip().substring(last + 1), List.of());
    }

    /** In one paragraph: a short line by itself would become a heading. */
    private String recommended(Application application) {
        var told = recommendations.told(application);
        return told.isEmpty() ? "[Nothing was recommended. Say so and why.]" : "We recommend:\n" + String.join("\n", told);
    }

    private Merge merge(Application application) {
        var viewer = viewers.current();
        var applicant = applicant(application);
        var scheme = getSession().createNativeQuery("select contact_team, telephone, email, further_body, further_contact from hub.trigger_scheme", Scheme.class).uniqueResultOptional().orElseGet(() -> new Scheme("", "", "", "", ""));
        var rules = arrangements.rulesOn(application.receivedOn());
        return new Merge(applicant.name(), application.reference(), Dates.day(application.receivedOn()), Dates.day(viewer.today()), String.join("\n", rules.thresholdWords()),
                within(rules, Stage.DECISION, "We will tell you what we decide "), within(rules, Stage.REVIEW, "They meet "), rules.span(Stage.APPEAL).map(s -> "Please ask " + s.words() + ".").orElse("Please ask as soon as you can."),
                contact(scheme), further(scheme), recommended(application), viewer.name(), viewer.agencyOrNone(), viewer.partnership());
    }

    /** By which rule it was decided, and why, as the decision says it; the writer still reads it over. */
    private String why(Application application, LetterKind kind, String text) {
        if (kind == LetterKind.APPEAL_OUTCOME) {
            return getSession().createNativeQuery("select outcome, outcome_words from hub.trigger_appeal where trigger_id = ?1 and outcome is not null order by outcome_on desc, asked_at desc fetch first row only", Answered.class)
                    .setParameter(1, application.id()).uniqueResultOptional().map(a -> LEFT_OPEN.matcher(text).replaceFirst(Matcher.quoteReplacement(a.words()))).orElse(text);
        }
        return applications.decided(application).filter(d -> kind == LetterKind.MET && d.met() || kind == LetterKind.NOT_MET && !d.met())
                .map(d -> LEFT_OPEN.matcher(text).replaceFirst(Matcher.quoteReplacement(d.letterWords()))).orElse(text);
    }

    record Answered(String outcome, String found) {

        /** What came of it, for whoever asked; then what the reviewer found, to be said in plain words. */
        String words() {
            return switch (outcome) {
                case "UPHELD" -> "You were right to ask: we agree with you.";
                case "PARTLY" -> "You were right in part.";
                default -> "We looked at all of it again, and the answer stays as it was.";
            } + "\n\n" + found;
        }
    }

    private static String within(TriggerRules rules, Stage stage, String begins) {
        return rules.span(stage).map(Span::words).map(words -> begins + words + ".").orElse("");
    }

    private static String contact(Scheme scheme) {
        var ways = Stream.of(scheme.telephone().isBlank() ? "" : "call " + scheme.telephone(), scheme.email().isBlank() ? "" : "write to " + scheme.email()).filter(w -> !w.isEmpty()).toList();
        return (scheme.contactTeam().isBlank() ? "us" : scheme.contactTeam()) + (ways.isEmpty() ? "" : " (" + String.join(" or ", ways) + ")");
    }

    private static String further(Scheme scheme) {
        return scheme.furtherBody().isBlank() ? "" : "If you still do not agree after that, you can go to " + scheme.furtherBody() + (scheme.furtherContact().isBlank() ? "" : ": " + scheme.furtherContact()) + ".";
    }

    private Applicant applicant(Application application) {
        return getSession().createNativeQuery("select name, organisation, victim_name, address, telephone, email, safe_email, safe_call, safe_letter, 'CALL_ME' = any (needs), 'LARGE_PRINT' = any (needs) from hub.trigger_applicant where trigger_id = ?1", Applicant.class)
                .setParameter(1, application.id()).uniqueResultOptional().orElseThrow(() -> new NotFound("applicant", application.reference()));
    }
}
