package org.panelhub.referrals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubRows;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** A referral keeps what the fields of its form hold, and nothing else that is sent with them. */
@QuarkusTest
class StepFieldsTest {

    /** Kept on the referral itself and not among what was typed, or not at all. */
    private static final Set<String> OF_EVERY_PAGE = Set.of("version", "then", "panel", "subject");

    @Test
    @TestSecurity(user = "mentalhealth")
    void whatEachTaskKeepsIsWhatItsFormHas() {
        var form = new Forms().begin();
        for (var step : EnumSet.complementOf(EnumSet.of(Step.ASSESSMENT, Step.RECEIPT, Step.HOUSEHOLD, Step.PLACE, Step.GROUP))) {
            assertEquals(new TreeSet<>(step.fields()), fields(form.page(step.key())), step.key());
        }
        var people = fields(form.page("household"));
        assertTrue(people.size() > 6 && Step.HOUSEHOLD.fields().containsAll(people), people.toString());
    }

    @Test
    @TestSecurity(user = "coordinator")
    void whatIsKeptOfAReceiptIsWhatItsFormHas() {
        assertEquals(new TreeSet<>(Step.RECEIPT.fields()), fields(new Visitor().page("/referrals/key-in")));
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void whatNoFormHasIsNotKept() {
        var form = new Forms().begin();
        form.fill("person", "given", "Noor", "family", "Aalto", "sealed", "true", "caseId", "1", "given13", "x", "toCall", "YES", "anything", "y".repeat(30_000));
        assertEquals("family given", HubRows.one("select string_agg(k, ' ' order by k) from hub.referral r, jsonb_object_keys(r.typed -> 'person') k where r.id = ?::uuid", id(form)));
        form.answered("daily", "yes", "no").save("assessment?part=1", "q-nothing", "yes", "given", "Noor");
        assertEquals("0", HubRows.one("select count(*) from hub.referral r, jsonb_object_keys(r.typed -> 'assessment') k where r.id = ?::uuid and k in ('q-nothing', 'given')", id(form)));
    }

    @Test
    @TestSecurity(user = "mentalhealth")
    void onePersonTooManyIsSaidAndNotLost() {
        var refused = new Forms().begin().save("household", "any", "YES", "given13", "Ann", "part13", "HOUSEHOLD");
        assertEquals(422, refused.statusCode());
        assertTrue(refused.asString().contains("Enter no more than 12 people"));
    }

    private static String id(Forms form) {
        return form.path().replaceFirst(".*/", "");
    }

    private static Set<String> fields(Document page) {
        return page.select("main form [name]").stream().filter(e -> !e.is("button")).map((Element e) -> e.attr("name")).filter(n -> !OF_EVERY_PAGE.contains(n) && !n.endsWith("-token")).collect(Collectors.toCollection(TreeSet::new));
    }
}
