package org.panelhub.sharing.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.page.Errors;
import org.panelhub.sharing.Consent;
import org.panelhub.sharing.Grading;
import org.panelhub.sharing.HandlingCode;
import org.panelhub.sharing.Item;
import org.panelhub.sharing.Nature;
import org.panelhub.sharing.Recipient;
import org.panelhub.sharing.Release;

/** What must be said before something is entered, released or released to more. */
class DeskFormsTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final UUID PANEL = UUID.randomUUID();
    private static final UUID AGENCY = UUID.randomUUID();
    private static final UUID MEMBER = UUID.randomUUID();
    private static final UUID ITEM = UUID.randomUUID();

    /** A release that is in order, with one thing of it changed. */
    private static final class Releasing {
        List<String> items = List.of(ITEM.toString());
        String toPanel = "yes";
        List<String> agencies = List.of();
        List<String> members = List.of();
        String necessity = "Needed";
        String proportionality = "No more than needed";
        String consent = "GIVEN";
        String consentReason = "";
        String told = "yes";
        String notTold = "";
        LocalDate until = TODAY;
        String onward = "ask";

        ReleaseForm form() {
            return new ReleaseForm(items, toPanel, agencies, members, necessity, proportionality, consent, consentReason, told, notTold, Integer.toString(until.getDayOfMonth()),
                    Integer.toString(until.getMonthValue()), Integer.toString(until.getYear()), onward, null);
        }

        Errors wrong() {
            var checked = form().check(PANEL, TODAY);
            assertNull(checked.release(), "nothing is released that is not whole");
            return checked.errors();
        }

        Release right() {
            var checked = form().check(PANEL, TODAY);
            assertTrue(checked.errors().isEmpty(), checked.errors().all().toString());
            return checked.release();
        }
    }

    @Test
    void aReleaseIsReadAsItWasTyped() {
        assertEquals(new Release(List.of(Recipient.panel(PANEL)), "Needed", "No more than needed", Consent.GIVEN, "", true, "", TODAY, false), new Releasing().right());
        var freely = new Releasing();
        freely.onward = "freely";
        assertTrue(freely.right().onwardFreely());
        freely.onward = null;
        assertFalse(freely.right().onwardFreely(), "not asked is not allowed");
        freely.onward = "always";
        assertEquals("Choose whether it may be used further without asking", freely.wrong().of("onward"));
    }

    @Test
    void itemsAndRecipientsMustBeChosen() {
        var release = new Releasing();
        release.items = List.of("no id");
        assertEquals("Choose at least one item", release.wrong().of("items"));
        release.items = null;
        assertEquals("Choose at least one item", release.wrong().of("items"));
        release.toPanel = null;
        assertEquals("Choose to whom it is released", release.wrong().of("toPanel"));
    }

    @Test
    void recipientsAreThePanelAgenciesAndMembersInThatOrder() {
        var release = new Releasing();
        release.agencies = List.of(AGENCY.toString(), "forged");
        release.members = List.of(MEMBER.toString());
        assertEquals(List.of(Recipient.panel(PANEL), Recipient.agency(AGENCY), Recipient.member(MEMBER)), release.right().to());
        release.toPanel = null;
        assertEquals(List.of(Recipient.agency(AGENCY), Recipient.member(MEMBER)), release.right().to());
    }

    @Test
    void necessityAndProportionalityAreAskedEachTime() {
        var release = new Releasing();
        release.necessity = " ";
        release.proportionality = "";
        assertEquals(List.of("Enter why it is necessary", "Enter why it is proportionate"), List.of(release.wrong().of("necessity"), release.wrong().of("proportionality")));
    }

    @Test
    void goingOnWithoutConsentNeedsItsReason() {
        var release = new Releasing();
        release.consent = "REFUSED";
        assertEquals("Enter reason for going on without consent", release.wrong().of("consentReason"));
        release.consentReason = "Risk to life";
        assertEquals("Risk to life", release.right().consentReason());
        release.consent = null;
        release.consentReason = "";
        assertEquals("Say whether the person consented", release.wrong().of("consent"));
        assertNull(release.wrong().of("consentReason"), "not asked before it is known");
    }

    @Test
    void notTellingThePersonNeedsItsReason() {
        var release = new Releasing();
        release.told = "no";
        assertEquals("Enter reason why the person was not told", release.wrong().of("notTold"));
        release.notTold = "Unsafe";
        assertFalse(release.right().subjectTold());
        release.told = "perhaps";
        assertEquals("Say whether the person was told", release.wrong().of("told"));
    }

    @Test
    void aReleaseLastsAtLeastToday() {
        var release = new Releasing();
        assertEquals(TODAY, release.right().until());
        release.until = TODAY.minusDays(1);
        assertEquals("Last day of the release must not be in the past", release.wrong().of("until"));
    }

    @Test
    void whatIsOfferedGoesToThePanelUnlessItMayNot() {
        var offered = ReleaseForm.offered(List.of(ITEM.toString()), true, null, TODAY);
        assertEquals("yes", offered.toPanel());
        assertNull(offered.consent(), "nothing is known of the person's consent");
        assertNull(offered.told());
        assertEquals(List.of("", "", "ask", "1", "3", "2027"), List.of(offered.consentReason(), offered.notTold(), offered.onward(), offered.until().day(), offered.until().month(), offered.until().year()));
        assertFalse(offered.isNamed());
        assertTrue(ReleaseForm.offered(List.of(), false, null, TODAY).isNamed());
        assertEquals(List.of(ITEM), offered.itemIds());
        assertFalse(offered.previewOnly());
        assertFalse(offered.isOpen(Errors.none()));
        assertTrue(offered.isOpen(Errors.one("until", "x")));
    }

    @Test
    void aFormShowsThoseNamedAndWhatWasUnfolded() {
        var release = new Releasing();
        release.agencies = List.of(AGENCY.toString());
        assertTrue(release.form().isNamed());
        release.agencies = List.of();
        release.members = List.of(MEMBER.toString());
        assertTrue(release.form().isNamed());
        release.onward = "freely";
        assertTrue(release.form().isOpen(Errors.none()));
    }

    @Test
    void wideningNeedsRecipientsAndReasonsOfTheirOwn() {
        assertEquals(3, WidenForm.EMPTY.check(PANEL).all().size());
        var typed = new WidenForm(null, List.of(AGENCY.toString()), List.of(MEMBER.toString()), "Needed", "No more");
        assertTrue(typed.check(PANEL).isEmpty());
        assertEquals(List.of(Recipient.agency(AGENCY), Recipient.member(MEMBER)), typed.recipients(PANEL));
        assertTrue(typed.isOpen());
        assertFalse(typed.isPanel());
        var panel = new WidenForm("yes", List.of(), List.of(), "Needed", "No more");
        assertEquals(List.of(Recipient.panel(PANEL)), panel.recipients(PANEL));
        assertTrue(panel.isPanel() && panel.isOpen());
        assertFalse(WidenForm.EMPTY.isOpen());
        assertEquals("Choose to whom it is released as well", WidenForm.EMPTY.check(PANEL).of("agencies"));
    }

    /** An item that is in order, with one thing of it changed. */
    private static final class Entering {
        String nature = "FACT";
        LocalDate date = TODAY;
        String body = "What is known";
        String marking = Item.OFFICIAL_SENSITIVE;
        String instruction = "For the panel";
        String code = "";
        String handling = "";
        String sanitisedBy = "";
        String source = "";
        String assessment = "";

        ItemForm form() {
            return new ItemForm(nature, Integer.toString(date.getDayOfMonth()), Integer.toString(date.getMonthValue()), Integer.toString(date.getYear()), body, marking, instruction, code, handling, sanitisedBy, source,
                    assessment, "1");
        }

        Errors wrong() {
            var checked = form().check(TODAY);
            assertNull(checked.content());
            return checked.errors();
        }

        Item.Content right() {
            var checked = form().check(TODAY);
            assertTrue(checked.errors().isEmpty(), checked.errors().all().toString());
            return checked.content();
        }
    }

    @Test
    void anItemIsReadAsItWasTyped() {
        assertEquals(new Item.Content(Nature.FACT, TODAY, "What is known", Item.OFFICIAL_SENSITIVE, "For the panel", null, "", "", null), new Entering().right());
        var official = new Entering();
        official.marking = Item.OFFICIAL;
        official.instruction = "";
        assertEquals(Item.OFFICIAL, official.right().marking());
    }

    @Test
    void natureTextDateAndMarkingMustBeSaid() {
        var item = new Entering();
        item.nature = "";
        item.body = " ";
        item.marking = "SECRET";
        item.date = TODAY.plusDays(1);
        var errors = item.wrong();
        assertEquals(List.of("Say whether it is a fact or an opinion", "Enter information", "Choose a marking", "Date of the source must not be in the future"),
                List.of(errors.of("nature"), errors.of("body"), errors.of("marking"), errors.of("sourceDate")));
    }

    @Test
    void officialSensitiveNeedsAnInstruction() {
        var item = new Entering();
        item.instruction = "";
        assertEquals("Enter handling instruction", item.wrong().of("instruction"));
        item.instruction = null;
        assertEquals(Item.INSTRUCTION, item.right().instruction(), "a program that does not ask for it leaves what is offered");
    }

    @Test
    void codeCNeedsConditionsAndIntelligenceWhoSanitisedIt() {
        var item = new Entering();
        item.code = "C";
        item.sanitisedBy = "An analyst";
        assertEquals("Enter the handling conditions that code C requires", item.wrong().of("handling"));
        item.handling = "Not to be acted on";
        assertEquals(HandlingCode.C, item.right().handlingCode());
        item.sanitisedBy = "";
        assertEquals("Enter who sanitised it", item.wrong().of("sanitisedBy"));
        item.code = "P";
        item.handling = "";
        item.sanitisedBy = "An analyst";
        assertEquals(HandlingCode.P, item.right().handlingCode());
        item.code = "X";
        assertEquals("Choose a handling code, or none", item.wrong().of("handlingCode"));
    }

    @Test
    void aGradingIsWholeAndOfIntelligenceOnly() {
        var item = new Entering();
        item.code = "P";
        item.sanitisedBy = "An analyst";
        item.source = "RELIABLE";
        assertEquals("Choose how the information is known", item.wrong().of("assessment"));
        item.assessment = "B";
        assertEquals(new Grading(Grading.Source.RELIABLE, Grading.Assessment.B), item.right().grading());
        item.source = "";
        assertEquals("Choose how reliable the source is", item.wrong().of("source"));
        item.source = "RELIABLE";
        item.code = "";
        assertEquals("Only intelligence is graded: choose its handling code", item.wrong().of("handlingCode"));
    }

    @Test
    void whatIsAskedOfIntelligenceIsShownWhereItMatters() {
        var item = new Entering();
        assertFalse(item.form().isIntelligence(Errors.none()));
        assertTrue(item.form().isIntelligence(Errors.one("source", "x")));
        assertFalse(item.form().isIntelligence(Errors.one("body", "x")));
        item.code = "P";
        assertTrue(item.form().isIntelligence(Errors.none()));
        item.code = null;
        assertFalse(item.form().isIntelligence(Errors.none()));
        assertEquals(Item.INSTRUCTION, ItemForm.empty().instruction());
        assertEquals(List.of(Item.OFFICIAL_SENSITIVE, ""), List.of(ItemForm.empty().marking(), ItemForm.empty().handlingCode()));
        assertEquals(4, ItemForm.SOURCES.size());
        assertEquals("Not graded", ItemForm.ASSESSMENTS.getFirst().text());
    }
}
