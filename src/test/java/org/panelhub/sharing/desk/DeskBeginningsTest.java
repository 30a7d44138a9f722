package org.panelhub.sharing.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.panelhub.sharing.Consent;
import org.panelhub.sharing.DisclosureView;
import org.panelhub.sharing.Grading;
import org.panelhub.sharing.HandlingCode;
import org.panelhub.sharing.Item;
import org.panelhub.sharing.ItemState;
import org.panelhub.sharing.ItemView;
import org.panelhub.sharing.Nature;

/** With what a form begins, and what a consent that is withdrawn asks for. */
class DeskBeginningsTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final UUID PANEL = UUID.randomUUID();
    private static final UUID AGENCY = UUID.randomUUID();
    private static final UUID ITEM = UUID.randomUUID();

    @Test
    void aReleaseBeginsWithWhatWasRecordedOfThePersonUnlessConsentWasWithdrawnSince() {
        var first = ReleaseForm.offered(List.of(ITEM.toString()), true, null, TODAY);
        assertEquals(Arrays.asList("yes", null, "", null, ""), Arrays.asList(first.toPanel(), first.consent(), first.consentReason(), first.told(), first.notTold()));
        var again = ReleaseForm.offered(List.of(ITEM.toString()), false, last(null, true), TODAY);
        assertEquals(Arrays.asList(null, "REFUSED", "At risk at home", "yes", "Not now"), Arrays.asList(again.toPanel(), again.consent(), again.consentReason(), again.told(), again.notTold()));
        assertEquals("no", ReleaseForm.offered(List.of(ITEM.toString()), true, last(null, false), TODAY).told());
        var withdrawn = ReleaseForm.offered(List.of(ITEM.toString()), true, last(TODAY, true), TODAY);
        assertEquals(Arrays.asList(null, "", null, ""), Arrays.asList(withdrawn.consent(), withdrawn.consentReason(), withdrawn.told(), withdrawn.notTold()));
    }

    private static DisclosureView last(LocalDate consentWithdrawn, boolean told) {
        return release(ITEM, consentWithdrawn, told, false);
    }

    private static DisclosureView release(UUID id, LocalDate consentWithdrawn, boolean told, boolean consentAlone) {
        return new DisclosureView(id, ITEM, "the panel", Instant.EPOCH, TODAY, null, null, null, "To protect", "CDA 1998 s115", "", "Protocol", "Needed", "No more than needed", Consent.REFUSED, "At risk at home", told,
                "Not now", null, "", "", consentAlone, false, null, consentWithdrawn, null, TODAY);
    }

    @Test
    void anItemIsChangedFromWhatItSaysNow() {
        var plain = ItemForm.of(new ItemView(ITEM, ITEM, PANEL, AGENCY, "police", null, Nature.FACT, TODAY, "Seen at the door", Item.OFFICIAL, null, "", " ", "", ItemState.PREPARED, null, 3), null);
        assertEquals(List.of("FACT", "1", "3", "2027", "Seen at the door", Item.OFFICIAL, Item.INSTRUCTION, "", "", "", ""), List.of(plain.nature(), plain.day(), plain.month(), plain.year(), plain.body(), plain.marking(),
                plain.instruction(), plain.handlingCode(), plain.source(), plain.assessment(), plain.sanitisedBy()));
        assertEquals("3", plain.version());
        var graded = ItemForm.of(new ItemView(ITEM, ITEM, PANEL, AGENCY, "police", null, Nature.OPINION, null, "It is said", Item.OFFICIAL_SENSITIVE, HandlingCode.C, "Ask first", "For the panel only", "An analyst", ItemState.PREPARED, null, 0),
                new Grading(Grading.Source.UNTESTED, Grading.Assessment.B));
        assertEquals(List.of("OPINION", "C", "Ask first", "For the panel only", "An analyst", "UNTESTED", "B"), List.of(graded.nature(), graded.handlingCode(), graded.handling(), graded.instruction(), graded.sanitisedBy(),
                graded.source(), graded.assessment()));
    }

    @Test
    void whatGoesOnWithoutConsentHasAReason() {
        var one = UUID.randomUUID();
        var resting = List.of(release(one, null, true, false), release(UUID.randomUUID(), null, true, true));
        var silent = withdrawing(TODAY, List.of(), "").check(resting, TODAY);
        assertEquals("Enter reason for going on without consent", silent.errors().of("goingOn"));
        assertEquals("To protect a child", withdrawing(TODAY, List.of(), "To protect a child").check(resting, TODAY).goingOn());
        var ended = withdrawing(TODAY, List.of(one.toString()), "").check(resting, TODAY);
        assertTrue(ended.errors().isEmpty(), "what ends, and what rested on consent alone, needs none: " + ended.errors().all());
        assertEquals(List.of(one), withdrawing(TODAY, List.of(one.toString()), "").endingIds());
        assertEquals(TODAY, ended.day());
        assertEquals("Day on which consent was withdrawn must not be in the future", withdrawing(TODAY.plusDays(1), List.of(one.toString()), "").check(resting, TODAY).errors().of("on"));
    }

    private static ConsentPages.ConsentForm withdrawing(LocalDate on, List<String> ending, String goingOn) {
        return new ConsentPages.ConsentForm(Integer.toString(on.getDayOfMonth()), Integer.toString(on.getMonthValue()), Integer.toString(on.getYear()), ending, goingOn);
    }
}
