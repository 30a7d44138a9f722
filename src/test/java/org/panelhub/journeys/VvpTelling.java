package org.panelhub.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.panelhub.support.RunningHub;

/** The story of a case whole, from the referral to its end, with what the record and the mails hold of it afterwards. */
final class VvpTelling {

    private static final List<String> POLICE = List.of("Three calls from the block in October.", "One caller named a ground-floor flat.", "A patrol spoke to two visitors.", "No crime is recorded yet.");
    private static final List<String> HEALTH = List.of("Known to the community team since spring.", "Sleeps badly since August.", "Has a nurse whom she trusts.", "Agrees to a joint visit.");

    private VvpTelling() {
    }

    /** Lets time pass on the hub, and sets its clock back in any case. */
    static void tell(VvpStory story) throws SQLException {
        try {
            told(story);
        } finally {
            story.daysPass(0);
        }
    }

    private static void told(VvpStory story) throws SQLException {
        story.housingRefers();
        story.theSeniorOfficerDecides();
        story.theCoordinatorAccepts();
        story.theAnalystAsksTheAgencies(List.of("police", "mentalhealth", "socialcare", "housing", "fire", "childrens", "victimsupport"));
        story.anAgencyEntersFiveItemsAndWithholdsOne("police", with(POLICE, "An unrelated matter from 2009."), "An unrelated matter from 2009.");
        story.anAgencyEntersFiveItemsAndWithholdsOne("mentalhealth", with(HEALTH, VvpStory.WITHHELD), VvpStory.WITHHELD);
        story.theMeetingIsPlannedAndItsAgendaPublished();
        story.theDayOfTheMeetingComes();
        story.everyoneSigns(List.of("coordinator", "chair", "analyst", "police", "mentalhealth", "housing", "fire"));
        story.theMeetingIsHeld();
        story.releasesInTheRoom("police", POLICE);
        story.releasesInTheRoom("mentalhealth", HEALTH);
        story.oneFactIsSaidAloud("fire", "A letterbox guard can be fitted this week.");
        story.riskPlanAndActionsAreAgreed("housing", List.of("housing", "police", "mentalhealth", "fire", "socialcare", "police"));
        story.minutesGoOutBeforeTheMeetingCloses(with(POLICE, "A letterbox guard can be fitted this week."));
        story.actionsAreReported();
        story.thePlanIsReviewedAndTheCaseEnds();
        nothingOfTheCaseIsInAnyMail(story);
        story.daysPass(story.passed() + 9);
        story.theCaseClosesWhenTheNoticeHasRun();
        everyLookIsOnRecord(story.reference(), story.cast().names().get("police.other"));
        story.close();
    }

    private static void nothingOfTheCaseIsInAnyMail(VvpStory story) {
        var mails = RunningHub.get().mails().all();
        assertFalse(mails.isEmpty());
        for (var mail : mails) {
            assertFalse((mail.subject() + mail.text()).contains("Harrow"), mail.subject());
            assertFalse((mail.subject() + mail.text()).contains(story.reference()), mail.subject());
        }
        assertTrue(mails.stream().anyMatch(mail -> mail.subject().toLowerCase().contains("minutes")));
    }

    private static void everyLookIsOnRecord(String reference, String officerWithoutSeat) throws SQLException {
        try (var superuser = RunningHub.get().asSuperuser(); var statement = superuser.prepareStatement("""
                select count(*) filter (where act = 'READ' and kind = 'item'), count(*) filter (where act = 'INSERT' and kind = 'disclosure'),
                       (select count(*) from audit.entry r where r.act = 'REFUSED' and r.case_id = c.id and r.failed is not null and r.member_id = (select id from hub.member where name = ?))
                  from audit.entry e join hub.case_file c on c.id = e.case_id where c.reference = ? group by c.id""")) {
            statement.setString(1, officerWithoutSeat);
            statement.setString(2, reference);
            try (var rows = statement.executeQuery()) {
                assertTrue(rows.next());
                assertTrue(rows.getInt(1) > 8, "reads of items");
                assertEquals(9, rows.getInt(2), "releases: four and four, and one said aloud");
                assertTrue(rows.getInt(3) > 0, "the refused look of an officer without a seat, with the condition that failed");
            }
        }
    }

    private static List<String> with(List<String> list, String one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
