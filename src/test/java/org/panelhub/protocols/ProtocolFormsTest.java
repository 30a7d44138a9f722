package org.panelhub.protocols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;
import org.panelhub.panels.PanelView;
import org.panelhub.time.DateRange;

/** What may be written into a protocol. */
class ProtocolFormsTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final Typed SOUND = new Typed();

    /** A basis that is in order, with one thing of it changed. */
    private static final class Typed {
        String purpose = "To protect";
        String gateway = "CDA 1998 s115";
        String six = "6(1)(e)";
        String nine = "";
        String three = "";
        String one = "";
        String policy = "";
        String controllership = "Separate controllers";
        String notice = "";
        String stores = "yes";

        BasisForm form() {
            return new BasisForm(purpose, gateway, six, nine, three, one, policy, controllership, notice, stores, 3);
        }
    }

    private static Errors wrong(BasisForm form) {
        return assertThrows(Invalid.class, form::read).errors();
    }

    @Test
    void aSoundBasisIsReadAsItWasTyped() {
        var ground = new Typed();
        ground.nine = "9(2)(g)";
        ground.three = "s35";
        ground.one = "paragraph 18";
        ground.policy = "Policy";
        ground.notice = "Notice";
        assertEquals(new LegalGround("To protect", "CDA 1998 s115", "6(1)(e)", "9(2)(g)", "s35", "paragraph 18", "Policy", "Separate controllers", "Notice", true), ground.form().read());
    }

    @Test
    void whatDoesNotApplyIsNull() {
        assertEquals(new LegalGround("To protect", "CDA 1998 s115", "6(1)(e)", null, null, null, null, "Separate controllers", null, true), SOUND.form().read());
    }

    @Test
    void aBasisIsShownAsItWasRead() {
        var read = SOUND.form().read();
        assertEquals("yes", BasisForm.of(read, 4).storesResearch());
        assertEquals(4, BasisForm.of(read, 4).version());
        var spoken = new Typed();
        spoken.stores = "no";
        assertFalse(spoken.form().read().storesResearch());
        assertEquals("no", BasisForm.of(spoken.form().read(), 1).storesResearch());
    }

    @Test
    void purposeGatewayAndControllershipMustBeTyped() {
        var ground = new Typed();
        ground.purpose = "";
        ground.gateway = " ";
        ground.controllership = null;
        var errors = wrong(ground.form());
        assertEquals(List.of("Enter purpose", "Enter gateway", "Enter controllership"), List.of(errors.of("purpose"), errors.of("gateway"), errors.of("controllership")));
        assertEquals(3, errors.all().size());
    }

    @Test
    void anArticle6ConditionOrAPart3BasisIsNeeded() {
        var ground = new Typed();
        ground.six = "";
        assertEquals("Enter an Article 6 condition, or a Part 3 basis below", wrong(ground.form()).of("article6"));
        ground.three = "s35";
        assertNull(ground.form().read().article6());
    }

    @Test
    void aConditionThatNeedsAScheduleParagraphIsRefusedWithoutIt() {
        var ground = new Typed();
        ground.nine = "9(2)(h)";
        assertEquals("This condition needs a Schedule 1 paragraph", wrong(ground.form()).of("schedule1"));
        assertEquals(1, wrong(ground.form()).all().size(), "health and care ask for no policy document");
        ground.one = "paragraph 2";
        assertEquals("paragraph 2", ground.form().read().schedule1());
    }

    @Test
    void aConditionThatNeedsAPolicyDocumentIsRefusedWithoutIt() {
        var ground = new Typed();
        ground.nine = "9(2)(g)";
        ground.one = "paragraph 18";
        assertEquals("This condition needs an appropriate policy document", wrong(ground.form()).of("policyDocument"));
        ground.policy = "Policy";
        assertEquals("Policy", ground.form().read().policyDocument());
    }

    @Test
    void itIsSaidWhetherResearchIsStored() {
        var ground = new Typed();
        ground.stores = "perhaps";
        assertEquals("Say whether the panel stores its research", wrong(ground.form()).of("storesResearch"));
        ground.stores = null;
        assertEquals("Say whether the panel stores its research", wrong(ground.form()).of("storesResearch"));
    }

    @Test
    void aSoundProtocolIsReadAsItWasTyped() {
        var errors = Errors.none();
        var read = protocol(FIRST, FIRST.plusDays(10), FIRST.plusDays(10)).read(errors);
        assertTrue(errors.isEmpty(), errors.toString());
        assertEquals(new ProtocolForm.Read("Protocol", "About it", FIRST, FIRST.plusDays(10), FIRST.plusDays(10)), read);
        assertEquals(DateRange.through(FIRST, FIRST.plusDays(10)), read.days());
    }

    @Test
    void aProtocolMayLastOneDayButNotEndBeforeItBegins() {
        assertNull(errors(FIRST, FIRST, FIRST.plusDays(1)).of("until"));
        assertEquals("Last day must not be before the first day", errors(FIRST, FIRST.minusDays(1), null).of("until"));
    }

    @Test
    void theReviewIsAfterTheFirstDayAndNotAfterTheLast() {
        assertEquals("Review date must be after the first day", errors(FIRST, null, FIRST).of("review"));
        assertNull(errors(FIRST, null, FIRST.plusDays(1)).of("review"));
        assertEquals("Review date must not be after the last day", errors(FIRST, FIRST.plusDays(5), FIRST.plusDays(6)).of("review"));
        assertEquals("Enter review date", errors(FIRST, null, null).of("review"));
    }

    @Test
    void aNameAndAFirstDayMustBeTyped() {
        var errors = Errors.none();
        ProtocolForm.of("", "", null, FIRST, FIRST, List.of(), false, null).read(errors);
        assertEquals("Enter name", errors.of("name"));
        assertEquals("Enter first day", errors.of("from"));
        assertNull(errors.of("until"), "there is no first day to compare with");
        assertNull(errors.of("review"));
    }

    @Test
    void aProtocolIsShownInTheBoxesOfItsForm() {
        var panel = UUID.randomUUID();
        var view = new ProtocolView(UUID.randomUUID(), "Protocol", 2, "About it", DateRange.through(FIRST, FIRST.plusDays(9)), FIRST.plusDays(5), List.of(), 7);
        var form = ProtocolForm.of(view);
        assertEquals(List.of("Protocol", "About it", "1", "3", "2027"), List.of(form.name(), form.summary(), form.from().day(), form.from().month(), form.from().year()));
        assertEquals(List.of("10", "6", "7"), List.of(form.until().day(), form.review().day(), form.version().toString()));
        assertFalse(view.covers(panel));
    }

    @Test
    void anEditionCoversThePanelsThatItNames() {
        var covered = new PanelView(UUID.randomUUID(), null, "VVP", "VVP", null, null, false, null, null, 0);
        var view = new ProtocolView(UUID.randomUUID(), "Protocol", 2, "", DateRange.from(FIRST), FIRST.plusDays(5), List.of(covered), 0);
        assertTrue(view.covers(covered.id()));
        assertFalse(view.covers(UUID.randomUUID()));
        assertEquals(List.of(covered.id().toString()), ProtocolForm.of(view).panels());
    }

    @Test
    void anEditionIsAheadInForceOrEnded() {
        var view = new ProtocolView(UUID.randomUUID(), "Protocol", 2, "", DateRange.through(FIRST, FIRST.plusDays(9)), FIRST.plusDays(5), List.of(), 0);
        assertEquals(List.of("Not yet in force", "blue"), List.of(view.state(FIRST.minusDays(1)), view.colour(FIRST.minusDays(1))));
        assertEquals(List.of("In force", "green"), List.of(view.state(FIRST), view.colour(FIRST)));
        assertEquals(List.of("In force", "green"), List.of(view.state(FIRST.plusDays(9)), view.colour(FIRST.plusDays(9))));
        assertEquals(List.of("Ended", "grey"), List.of(view.state(FIRST.plusDays(10)), view.colour(FIRST.plusDays(10))));
        assertFalse(view.endedBy(FIRST));
        assertTrue(view.endedBy(FIRST.plusDays(10)));
        assertEquals("Protocol, edition 2", view.title());
        assertFalse(view.reviewOverdue(FIRST.plusDays(5)));
        assertTrue(view.reviewOverdue(FIRST.plusDays(6)));
        assertFalse(view.reviewOverdue(FIRST.plusDays(10)), "it has ended");
        var never = new ProtocolView(UUID.randomUUID(), "Protocol", 3, "", DateRange.EMPTY, FIRST, List.of(), 0);
        assertTrue(never.endedBy(FIRST), "superseded before its first day");
    }

    private static Errors errors(LocalDate from, LocalDate until, LocalDate review) {
        var errors = Errors.none();
        protocol(from, until, review).read(errors);
        return errors;
    }

    private static ProtocolForm protocol(LocalDate from, LocalDate until, LocalDate review) {
        return ProtocolForm.of("Protocol", "About it", from, until, review, List.of(), false, 1);
    }
}
