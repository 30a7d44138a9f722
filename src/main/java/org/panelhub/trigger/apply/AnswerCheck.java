package org.panelhub.trigger.apply;

import java.time.LocalDate;
import java.util.List;

import org.panelhub.page.Errors;
import org.panelhub.page.Field;

/** What is wrong with the answers of a page, in words for whoever typed them. */
final class AnswerCheck {

    private static final int MOST = 6000;

    private AnswerCheck() {
    }

    static Errors of(Question question, Answers answers, LocalDate today) {
        return of(question, answers, today, "The date must be today or before today");
    }

    /**
     * @param latest no day that was answered is later
     * @param late what is said of one that is
     */
    static Errors of(Question question, Answers answers, LocalDate latest, String late) {
        var check = new Field.Check();
        for (var field : question.fieldsFor(answers)) {
            one(check, field, answers, latest, late);
        }
        rules(check, question.key(), answers);
        return check.errors();
    }

    private static void one(Field.Check check, Question.Field field, Answers answers, LocalDate latest, String late) {
        var typed = answers.first(field.name());
        switch (field.type()) {
            case "radios" -> check.that(field.optional() && typed.isEmpty() || offered(field, List.of(typed)), field.name(), field.error());
            case "checkboxes" -> check.that(offered(field, answers.all(field.name())), field.name(), "Choose from the list");
            case "date" -> {
                var day = check.date(field.name(), "The date", answers.date(field.name()), !field.optional());
                check.that(day == null || !day.isAfter(latest), field.name(), late);
                check.that(day == null || day.isAfter(latest.minusYears(100)), field.name(), "Check the year of the date");
            }
            default -> {
                check.that(field.optional() || !Field.clean(typed).isEmpty(), field.name(), field.error());
                if (field.type().equals("email")) {
                    check.email(field.name(), "Email", typed, false);
                } else {
                    check.text(field.name(), "This", typed, field.limit() == null ? MOST : field.limit(), false);
                }
            }
        }
    }

    private static boolean offered(Question.Field field, List<String> chosen) {
        return chosen.stream().allMatch(c -> field.choices().stream().anyMatch(o -> o.value().equals(c)));
    }

    /** What no single field can say. */
    private static void rules(Field.Check check, String page, Answers answers) {
        switch (page) {
            case "agree" -> check.that(!"NO".equals(answers.first("consent")), "consent", "We need this person’s yes first. Ask them when it is safe, or call us and we will help");
            case "reach" -> {
                check.that(!"EMAIL".equals(answers.first("reachBy")) || !blank(answers, "email"), "email", "Enter your email, or choose another way");
                check.that(!"TELEPHONE".equals(answers.first("reachBy")) || !blank(answers, "telephone"), "telephone", "Enter your phone number, or choose another way");
                check.that(blank(answers, "telephone") || Field.clean(answers.first("telephone")).matches("[+()\\d .-]{6,40}"), "telephone", "Enter a phone number, like 020 7946 0000");
                check.that(!"LETTER".equals(answers.first("reachBy")) || !blank(answers, "address"), "address", "Enter your address, or choose another way");
            }
            case "safe" -> check.that(answers.all("safe").contains(answers.first("reachBy")), "safe", switch (answers.first("reachBy")) {
                case "EMAIL" -> "You asked us to email you. Tick that if it is safe, or go back and choose another way";
                case "TELEPHONE" -> "You asked us to call you. Tick that if it is safe, or go back and choose another way";
                default -> "You asked us to write to you. Tick that if it is safe, or go back and choose another way";
            });
            case "report" -> {
                var happened = answers.date("happenedOn").parse(new Errors(), "", "", false);
                var told = answers.date("reportedOn").parse(new Errors(), "", "", false);
                check.that(happened == null || told == null || !told.isBefore(happened), "reportedOn", "You cannot have told them before it happened. Check both dates");
            }
            default -> {
            }
        }
    }

    private static boolean blank(Answers answers, String field) {
        return Field.clean(answers.first(field)).isEmpty();
    }
}
