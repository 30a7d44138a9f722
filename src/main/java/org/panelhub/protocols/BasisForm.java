package org.panelhub.protocols;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;

import io.quarkus.qute.TemplateData;

/** A legal basis as typed. {@code storesResearch} is "yes", or "no" where research is only spoken. */
@TemplateData
public record BasisForm(@RestForm String purpose, @RestForm String gateway, @RestForm String article6, @RestForm String article9, @RestForm String dpaPart3,
        @RestForm String schedule1, @RestForm String policyDocument, @RestForm String controllership, @RestForm String privacyNotice,
        @RestForm String storesResearch, @RestForm Integer version) {

    private static final int LONGEST = 300;

    static BasisForm of(LegalGround g, Integer version) {
        return new BasisForm(g.purpose(), g.gateway(), g.article6(), g.article9(), g.dpaPart3(), g.schedule1(), g.policyDocument(), g.controllership(), g.privacyNotice(),
                g.storesResearch() ? "yes" : "no", version);
    }

    /**
     * Refuses here what {@link LegalCheck} would refuse when something is released, as far as a field can mend it: conditions that hold only
     * with a paragraph of Schedule 1 (Data Protection Act 2018 s10), and with the policy document that most of its paragraphs ask for.
     *
     * @throws Invalid naming the fields to mend
     */
    LegalGround read() {
        var check = new Field.Check();
        var why = check.text("purpose", "Purpose", purpose, LONGEST, true);
        var power = check.text("gateway", "Gateway", gateway, LONGEST, true);
        var six = check.text("article6", "Article 6 condition", article6, LONGEST, false);
        var nine = check.text("article9", "Article 9 or 10 condition", article9, LONGEST, false);
        var three = check.text("dpaPart3", "Part 3 basis", dpaPart3, LONGEST, false);
        check.that(!six.isEmpty() || !three.isEmpty(), "article6", "Enter an Article 6 condition, or a Part 3 basis below");
        var one = check.text("schedule1", "Schedule 1 paragraph", schedule1, LONGEST, false);
        check.that(!LegalCheck.needsSchedule1(nine) || !one.isEmpty(), "schedule1", "This condition needs a Schedule 1 paragraph");
        var policy = check.text("policyDocument", "Policy document", policyDocument, LONGEST, false);
        check.that(!LegalCheck.needsPolicyDocument(nine) || !policy.isEmpty(), "policyDocument", "This condition needs an appropriate policy document");
        var controller = check.text("controllership", "Controllership", controllership, LONGEST, true);
        var notice = check.text("privacyNotice", "Privacy notice", privacyNotice, LONGEST, false);
        check.that("yes".equals(storesResearch) || "no".equals(storesResearch), "storesResearch", "Say whether the panel stores its research");
        Invalid.unless(check.errors());
        return new LegalGround(why, power, orNull(six), orNull(nine), orNull(three), orNull(one), orNull(policy), controller, orNull(notice), "yes".equals(storesResearch));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
