package org.panelhub.trigger.apply;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.panelhub.page.Errors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

/** The questions of the public form asked by somebody who keys in the answers: all of them on one page, what is not asked of this applicant left blank. */
@ApplicationScoped
public class Interview {

    private static final int ROOM = 3;
    private static final int MOST = 40;
    private static final String LATE = "The date must not be after the day it was received";

    private final Questions questions;

    Interview(Questions questions) {
        this.questions = questions;
    }

    /** All that may be asked. */
    public List<Question> questions() {
        return questions.all().stream().filter(q -> !q.fields().isEmpty()).toList();
    }

    public Question report() {
        return questions.report();
    }

    /** The times that somebody was told, with room for some more. */
    public List<Answers> reports(Answers answers) {
        return IntStream.range(0, Math.min(MOST, answers.reports().size() + ROOM)).mapToObj(n -> n < answers.reports().size() ? Answers.of(answers.reports().get(n)) : Answers.none()).toList();
    }

    /** What was keyed in. A time that somebody was told and that says nothing is none. */
    public Answers read(MultivaluedMap<String, String> sent) {
        var answers = Answers.none();
        for (var question : questions()) {
            answers = answers.with(question.fields(), sent);
        }
        var reports = new ArrayList<Answers>();
        for (int n = 0; n < MOST; n++) {
            var prefix = "report-" + n + "-";
            var own = new MultivaluedHashMap<String, String>();
            sent.forEach((name, values) -> {
                if (name.startsWith(prefix)) {
                    own.put(name.substring(prefix.length()), values);
                }
            });
            if (own.values().stream().flatMap(List::stream).anyMatch(v -> !v.isBlank())) {
                reports.add(Answers.none().with(questions.report().fields(), own));
            }
        }
        return new Answers(answers.given(), null, reports.stream().map(Answers::given).toList());
    }

    /**
     * What is wrong with it, field by field; of a time that somebody was told under the names of its place on the page.
     *
     * @param received when it came: nothing that was told then happened later
     */
    public Errors check(Answers answers, LocalDate received) {
        var errors = new Errors();
        for (var question : questions.askedOf(answers)) {
            AnswerCheck.of(question, answers, received, LATE).all().forEach(e -> errors.add(e.field(), e.message()));
        }
        var told = "YES".equals(answers.first("reported"));
        errors.addIf(told && answers.reports().isEmpty(), "report-0-what", "Say what was reported, or choose that nobody was told");
        for (int n = 0; told && n < answers.reports().size(); n++) {
            var place = n;
            AnswerCheck.of(questions.report(), Answers.of(answers.reports().get(n)), received, LATE).all().forEach(e -> errors.add("report-" + place + "-" + e.field(), e.message()));
        }
        return errors;
    }

    /** What an applicant is mailed once the application is here, with <code>{reference}</code> in place of its reference. */
    public String receipt(String team, String telephone) {
        return ApplyPages.Templates.receipt(team, telephone).render();
    }

    public Filled filled(Answers answers) {
        return Filled.of(answers, questions);
    }
}
