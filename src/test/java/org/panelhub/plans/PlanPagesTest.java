package org.panelhub.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.panelhub.support.Visitor;
import org.panelhub.time.HubClock;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class PlanPagesTest {

    private static final String PLAN = "/cases/RV-M2XDT/plan";
    private final Visitor visitor = new Visitor();

    private static String[] typed(String version, String aims, String note, LocalDate review) {
        var today = LocalDate.now(HubClock.LONDON);
        return new String[] { "version", version, "reviewNote", note, "aims", aims, "measures", "Patrols; one contact.", "victimView", "Wants the hall light mended.",
                "consulted-day", String.valueOf(today.getDayOfMonth()), "consulted-month", String.valueOf(today.getMonthValue()), "consulted-year", String.valueOf(today.getYear()),
                "review-day", String.valueOf(review.getDayOfMonth()), "review-month", String.valueOf(review.getMonthValue()), "review-year", String.valueOf(review.getYear()), "manager", "" };
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aPlanIsWrittenReviewedAndItsEarlierEditionStaysReadable() {
        var review = LocalDate.now(HubClock.LONDON).plusWeeks(4);
        var form = visitor.page(PLAN + "/write");
        var version = form.select("input[name=version]").val();
        var first = visitor.done(PLAN + "/write", PLAN + "/write", typed(version, "Mr Fitch can use the hall at all hours.", "First look.", review));
        assertTrue(first.text().contains("Mr Fitch can use the hall at all hours."), first.text());

        var late = visitor.send(PLAN + "/write", PLAN + "/write", typed(version, "Somebody else’s aims.", "Note.", review));
        assertEquals(409, late.statusCode(), "the edition that was seen is no longer the one that stands");
        assertTrue(late.asString().contains("Mr Fitch can use the hall at all hours."));
        assertTrue(late.asString().contains("Somebody else"));

        var now = visitor.page(PLAN + "/write").select("input[name=version]").val();
        var noteless = visitor.send(PLAN + "/write", PLAN + "/write", typed(now, "Aims.", "", review));
        assertEquals(422, noteless.statusCode());
        assertTrue(noteless.asString().contains("Enter what the review found"));

        var second = visitor.done(PLAN + "/write", PLAN + "/write", typed(now, "Mr Fitch is not threatened.", "The light is mended.", review));
        var earlier = visitor.page(second.select("a[href^=/plans/]").first().attr("href"));
        assertTrue(earlier.text().contains("Mr Fitch can use the hall at all hours."));
    }

    @Test
    @TestSecurity(user = "coordinator")
    void aReviewInThePastIsRefused() {
        var version = visitor.page(PLAN + "/write").select("input[name=version]").val();
        var past = visitor.send(PLAN + "/write", PLAN + "/write", typed(version, "Aims.", "Note.", LocalDate.now(HubClock.LONDON)));
        assertEquals(422, past.statusCode());
        assertTrue(past.asString().contains("must be after today"));
    }

    @Test
    @TestSecurity(user = "police")
    void aRepresentativeReadsThePlanAndDoesNotWriteIt() {
        var plan = visitor.page("/cases/RV-7K4QM/plan");
        assertTrue(plan.text().contains("knows whom to call"));
        assertTrue(plan.text().contains("Priya Nair"), "the single contact is named");
        assertTrue(plan.select("a[href$=/plan/write]").isEmpty());
        assertEquals(403, visitor.answer("/cases/RV-7K4QM/plan/write").statusCode());
    }

    @Test
    @TestSecurity(user = "housing")
    void theCaseManagerIsToldThatTheReviewIsDue() {
        assertTrue(visitor.page("/cases/RV-7K4QM/plan").text().contains("Review is due"));
    }

    @Test
    @TestSecurity(user = "hillside.coordinator")
    void aPlanOfAnotherPartnershipIsNotThere() {
        assertEquals(404, visitor.answer("/cases/RV-7K4QM/plan").statusCode());
        assertEquals(404, visitor.answer("/plans/00000000-0000-0000-0000-000000000000").statusCode());
        assertFalse(visitor.answer("/cases/RV-7K4QM/plan").asString().contains("RV-7K4QM"));
    }
}
