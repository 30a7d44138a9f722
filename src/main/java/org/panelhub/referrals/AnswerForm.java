package org.panelhub.referrals;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** What was typed with an answer to a referral. */
@TemplateData
public record AnswerForm(@RestForm String decision, @RestForm String reason, @RestForm String note, @RestForm String advice, @RestForm String summary, @RestForm String category,
        @RestForm String seal) {

    static final AnswerForm EMPTY = new AnswerForm("", "", "", "", "", "", "");
    static final String REFER = "REFER";
    static final String NOT = "NOT";
    private static final int TEXT = 4000;

    public boolean seals() {
        return "true".equals(seal);
    }

    Errors decided() {
        var check = new Field.Check();
        check.that(REFER.equals(decision) || NOT.equals(decision), "decision", "Say whether it goes to the panel");
        check.text("reason", "Reason", reason, TEXT, true);
        return check.errors();
    }

    Errors asked() {
        var check = new Field.Check();
        check.text("note", "What you need to know", note, TEXT, true);
        return check.errors();
    }

    /** A referral is declined with advice, never without [Lambeth 3.3.2]. */
    Errors declined() {
        var check = new Field.Check();
        check.text("advice", "Advice", advice, TEXT, true);
        return check.errors();
    }

    Errors accepted() {
        var check = new Field.Check();
        check.text("summary", "Summary for the panel", summary, TEXT, true);
        check.text("category", "Kind of behaviour", category, StepReader.NAME, true);
        return check.errors();
    }
}
