package org.panelhub.trigger.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.panelhub.page.Words;

import io.quarkus.qute.TemplateData;

/**
 * What one review procedure says (2014 Act, section 104(2)): the threshold and the times. It may ask for fewer complaints than three, never for more: three is the ceiling
 * (section 104(4), explanatory note 231).
 *
 * @param complaints qualifying complaints that meet the threshold by themselves, 1 to 3
 * @param reportMonths calendar months from the behaviour within which it must have been reported; one unless the procedure says otherwise (section 104(11)(a))
 * @param applyMonths calendar months from the report within which the application must come; six unless the procedure says otherwise (section 104(11)(b))
 * @param weighed which of persistence, harm and adequacy are weighed when the number is not reached (section 104(5))
 * @param hate the route by hate incidents; null where the area has none
 * @param community the route by different people; null where the area has none
 * @param discretion whether a manager may find the threshold met for a vulnerable victim
 * @param spans times of the stages; a stage that is not named has no clock
 * @param amberDays working days left with which a clock turns amber
 * @param within how soon others are told, and answer
 */
@TemplateData
public record TriggerRules(int complaints, int reportMonths, int applyMonths, Set<Route> weighed, Quota hate, Quota community, boolean discretion, List<Span> spans, int amberDays, Within within) {

    public static final int MOST_COMPLAINTS = 3;
    public static final int MOST_MONTHS = 24;
    public static final int MOST_PEOPLE = 50;
    public static final int MOST_AMBER = 20;
    public static final int MOST_WITHIN = 60;
    public static final int REPORT_MONTHS = 1;
    public static final int APPLY_MONTHS = 6;
    public static final int AMBER_DAYS = 2;
    public static final Set<Route> WEIGHED = Set.of(Route.PERSISTENCE, Route.HARM, Route.ADEQUACY);
    /** Why more than three are refused, for whoever asks for them. */
    public static final String CEILING = "Qualifying complaints must be 1, 2 or 3: the law does not let an area ask for more than three (2014 Act, section 104(4); explanatory note 231)";

    /**
     * So many within so long before the application.
     *
     * @param months calendar months, counted as {@link Months} does
     */
    @TemplateData
    public record Quota(int number, int months) {
        public Quota {
            if (number < 1 || number > MOST_PEOPLE || months < 1 || months > MOST_MONTHS) {
                throw new IllegalArgumentException("No such route: " + number + " in " + months + " months");
            }
        }

        public String monthsWords() {
            return Months.words(months);
        }
    }

    /**
     * How soon others are told of an application and answer about it, in working days. The Act sets no time; areas differ.
     *
     * @param tell from the receipt, to whoever must be told: the Hate Crime Coordinator, the youth offending team, the landlord
     * @param answer from the asking, for whoever is asked for information (Schedule 4, paragraph 7)
     */
    @TemplateData
    public record Within(int tell, int answer) {
        public Within {
            if (tell < 1 || tell > MOST_WITHIN || answer < 1 || answer > MOST_WITHIN) {
                throw new IllegalArgumentException("No such time to tell or to answer: " + tell + ", " + answer);
            }
        }
    }

    /** What holds where a procedure says nothing of it. */
    public static final Within USUALLY_WITHIN = new Within(2, 10);

    /** A procedure that says nothing of how soon others are told and answer. */
    public TriggerRules(int complaints, int reportMonths, int applyMonths, Set<Route> weighed, Quota hate, Quota community, boolean discretion, List<Span> spans, int amberDays) {
        this(complaints, reportMonths, applyMonths, weighed, hate, community, discretion, spans, amberDays, USUALLY_WITHIN);
    }

    /** @throws IllegalArgumentException when no procedure may say so */
    public TriggerRules {
        if (complaints < 1 || complaints > MOST_COMPLAINTS) {
            throw new IllegalArgumentException(CEILING);
        }
        if (reportMonths < 1 || reportMonths > MOST_MONTHS || applyMonths < 1 || applyMonths > MOST_MONTHS || amberDays < 0 || amberDays > MOST_AMBER) {
            throw new IllegalArgumentException("No such procedure");
        }
        if (!WEIGHED.containsAll(weighed)) {
            throw new IllegalArgumentException("Only persistence, harm and adequacy are weighed: " + weighed);
        }
        if (spans.stream().map(Span::stage).distinct().count() != spans.size()) {
            throw new IllegalArgumentException("A stage has two times");
        }
        weighed = weighed.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(weighed));
        spans = List.copyOf(spans);
        within = within == null ? USUALLY_WITHIN : within;
    }

    public Optional<Span> span(Stage stage) {
        return spans.stream().filter(s -> s.stage() == stage).findFirst();
    }

    /** "one month". */
    public String reportWords() {
        return Months.words(reportMonths);
    }

    /** "six months". */
    public String applyWords() {
        return Months.words(applyMonths);
    }

    /** What must be reached, in a sentence each, for an applicant to read. */
    public List<String> thresholdWords() {
        var words = new ArrayList<String>();
        words.add(complaints == 1 ? "One report of the behaviour is enough." : Words.upper(Months.number(complaints)) + " reports of the behaviour are enough.");
        words.add("A report counts when it was made within " + reportWords() + " of what happened, and you ask for the review within " + applyWords() + " of the report.");
        if (!weighed.isEmpty()) {
            words.add("With fewer reports we look at " + Words.join(weighed.stream().map(TriggerRules::plain).toList()) + ".");
        }
        if (hate != null) {
            words.add((hate.number() == 1 ? "One hate incident" : Words.upper(Months.number(hate.number())) + " hate incidents") + " in " + hate.monthsWords() + (hate.number() == 1 ? " is" : " are") + " enough.");
        }
        if (community != null) {
            words.add("Reports by " + Words.count(community.number(), "person", "different people") + " in " + community.monthsWords() + " are enough.");
        }
        if (discretion) {
            words.add("A manager may say yes for a person who is at special risk.");
        }
        return words;
    }

    private static String plain(Route route) {
        return switch (route) {
            case PERSISTENCE -> "how long it has gone on";
            case HARM -> "the harm it does or could do";
            default -> "what was done about it";
        };
    }
}
