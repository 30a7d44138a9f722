package org.panelhub.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewer;
import org.panelhub.live.Watched.Sight;

class RememberedTest {

    private static final UUID HERE = UUID.randomUUID();
    private static final UUID CASE = UUID.randomUUID();
    private static final UUID READER = UUID.randomUUID();

    private final Remembered remembered = new Remembered();
    private int asked;

    @BeforeEach
    void hears() {
        remembered.isHearing(true);
    }

    @Test
    void whatNothingTouchesIsSummedUpOnce() {
        assertEquals("sum 1", sum(reader(true)));
        remembered.hears(List.of(notice("item", HERE, UUID.randomUUID(), null), notice("item", UUID.randomUUID(), CASE, null), notice("undertaking", HERE, null, UUID.randomUUID())));
        assertEquals("sum 1", sum(reader(true)));
    }

    @Test
    void aChangeOfTheCaseOfItsReaderOrOfWhatEveryPageHangsFromHasItSummedUpAnew() {
        for (var told : List.of(notice("item", HERE, CASE, null), notice("undertaking", HERE, null, READER), notice("signature", HERE, null, null))) {
            var before = sum(reader(true));
            remembered.hears(List.of(told));
            assertFalse(before.equals(sum(reader(true))), told.table());
        }
    }

    @Test
    void whatIsHeardWhileItIsSummedUpIsNotForgottenByTheSum() {
        remembered.see(reader(true), "cases", "RV-7K4QM", () -> {
            remembered.hears(List.of(notice("item", HERE, CASE, null)));
            return Optional.of(Sight.of("as it was", CASE));
        });
        assertEquals("sum 1", sum(reader(true)));
    }

    @Test
    void otherReadersAndTheSameWithoutItsSignatureAreSummedUpForThemselves() {
        assertEquals("sum 1", sum(reader(true)));
        assertEquals("sum 2", sum(reader(false)));
        assertEquals("sum 3", sum(viewer(UUID.randomUUID(), true)));
        assertEquals("sum 1", sum(reader(true)));
    }

    @Test
    void timeThatPassesAndChangesThatGoUnheardLeaveNothingRemembered() {
        assertEquals("sum 1", sum(reader(true)));
        remembered.forgetsAll();
        assertEquals("sum 2", sum(reader(true)));
        remembered.isHearing(false);
        assertEquals("sum 3", sum(reader(true)));
        assertEquals("sum 4", sum(reader(true)));
        remembered.isHearing(true);
        assertEquals("sum 5", sum(reader(true)));
    }

    @Test
    void whatIsNotThereAndWhatAnyChangeMayMatterToIsNeverRemembered() {
        for (var sight : List.of(Optional.<Sight> empty(), Optional.of(Sight.of("all")))) {
            for (int n = 0; n < 2; n++) {
                remembered.see(reader(true), "home", "mine", () -> {
                    asked++;
                    return sight;
                });
            }
        }
        assertEquals(4, asked);
    }

    @Test
    void aPageIsStillAsItWasOnlyWhileNothingWasHeardAndOnlyByItsOwnSum() {
        var seen = new Sights.Seen(Standing.with(reader(true), sum(reader(true))), Set.of(CASE), reader(true));
        assertTrue(remembered.isStill(seen, "cases", "RV-7K4QM"));
        remembered.hears(List.of(notice("item", HERE, CASE, null)));
        assertFalse(remembered.isStill(seen, "cases", "RV-7K4QM"));
        sum(reader(true));
        assertFalse(remembered.isStill(seen, "cases", "RV-7K4QM"));
    }

    private String sum(Viewer viewer) {
        return remembered.see(viewer, "cases", "RV-7K4QM", () -> Optional.of(Sight.of("sum " + ++asked, CASE))).orElseThrow().sum();
    }

    private static Viewer reader(boolean signed) {
        return viewer(READER, signed);
    }

    private static Viewer viewer(UUID member, boolean signed) {
        return new Viewer(member, "Sgt Daniel Reyes", HERE, "Riverside", CASE, "Police", CASE, OffsetDateTime.now(), LocalDate.now(), Set.of(), List.of(new Viewer.Place(HERE, "VVP", Role.REPRESENTATIVE, signed, true)), List.of());
    }

    private static Notice notice(String table, UUID partnership, UUID caseId, UUID memberId) {
        return new Notice(table, partnership, UUID.randomUUID(), caseId, null, memberId);
    }
}
