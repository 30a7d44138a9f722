package org.panelhub.access.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.engine.JqwikTestEngine;

/** The model check finds mistakes in the rule: each is planted in a database of its own, found by the same random histories, and thrown away with it. */
class PlantedFaultsTest {

    @Test
    void anExpiredDisclosureThatIsStillSeen() throws SQLException {
        finds("planted_expired", "(expires|days? pass(es)?)\\.\n=> .* sees .*release", sql -> rewrite(sql, "access.disclosure_facts", "(d.during @> hub.today())", "true"));
    }

    @Test
    void aDeputyAfterTheEndDate() throws SQLException {
        finds("planted_deputy", "days pass.\n=> Paul sees", sql -> rewrite(sql, "access.standing_facts", "(s.during @> hub.today())", "(s.during @> hub.today() or s.role = 'DEPUTY' and lower(s.during) <= hub.today())"));
    }

    @Test
    void aSealedCaseThroughASharedPerson() throws SQLException {
        finds("planted_person", "is sealed\\.", sql -> sql.execute("""
                create view access.known_elsewhere as
                  select p.id as person_id, o.case_id from hub.person p join hub.person o on o.partnership_id = p.partnership_id and o.panel_id = p.panel_id and o.search_name = p.search_name and o.id <> p.id;
                grant select on access.known_elsewhere to hub_app;
                drop policy bar_and_seal on hub.person;
                create policy bar_and_seal on hub.person as restrictive for all to hub_app using (case_id is null or case_id <> all ((select hub.pass('hub.barred'))::uuid[])
                  and (case_id = any ((select hub.pass('hub.admitted'))::uuid[]) or not exists (select from access.sealed_case s where s.case_id = person.case_id)
                    or exists (select from access.known_elsewhere k join hub.case_file c on c.id = k.case_id where k.person_id = person.id)))"""));
    }

    @Test
    void aBarThatIsHiddenFromThePolicyAndSoFailsOpen() throws SQLException {
        finds("planted_bar", "is barred from|tells that it", sql -> sql.execute("""
                drop policy bar_and_seal on hub.case_file;
                create policy bar_and_seal on hub.case_file as restrictive for all to hub_app using (
                  not exists (select from hub.case_bar b where b.case_id = case_file.id and b.member_id = (select hub.viewer()) and b.lifted_at is null)
                  and (not sealed or id = any ((select hub.pass('hub.admitted'))::uuid[])))"""));
    }

    @Test
    void aPolicyLostByDropCascade() throws SQLException {
        finds("planted_cascade", "and should not", sql -> sql.execute("drop view access.sealed_case cascade"));
    }

    @Test
    void aWithdrawnSignatureThroughAGuest() throws SQLException {
        finds("planted_guest", "is invited as a guest", sql -> {
            sql.execute("create view access.signature_once as " + definition(sql, "access.signature_in_force").replace("((g.withdrawn_on IS NULL) OR (g.withdrawn_on > hub.today()))", "true"));
            var facts = definition(sql, "access.asked_facts");
            int guest = facts.indexOf("'guest'");
            var planted = facts.substring(0, guest) + facts.substring(guest).replaceFirst("access\\.signature_in_force", "access.signature_once");
            assertTrue(guest > 0 && !planted.equals(facts), "the guest's signature stands elsewhere now");
            sql.execute("create or replace view access.asked_facts as " + planted);
        });
    }

    @Test
    void aConflictThatIsNotFoundWhereNoDateOfBirthIsKnown() throws SQLException {
        finds("planted_conflict", "tells that it", sql -> {
            rewriteFunction(sql, "access.find_conflicts(uuid, uuid, uuid)", "(f.born is null or cardinality(p.dates_of_birth) = 0 or f.born = any (p.dates_of_birth))", "f.born = any (p.dates_of_birth)");
        });
    }

    @Test
    void whoElseWasToldThatAnActionIsLate() throws SQLException {
        finds("planted_told", "is told as", sql -> sql.execute("alter policy visible on hub.escalation using (exists (select from hub.action a where a.id = action_id))"));
    }

    @Test
    void anOfferThatOutlastsTheSightOfItsAction() throws SQLException {
        finds("planted_offer", "is offered to", sql -> sql.execute("""
                alter policy visible on hub.action_offer using (to_agency_id = (select hub.agency()) or exists (select from hub.action a where a.id = action_id))"""));
    }

    @Test
    void whoAnswersForApplicationsWithoutItsBodysSignature() throws SQLException {
        finds("planted_handles", "=> .*(Cora|Sol) sees .*application", sql -> rewriteFunction(sql, "access.enter(text, text)", "set_config('hub.handles', coalesce(array_agg(distinct panel_id) filter (where seat_current and signed and undertaken",
                "set_config('hub.handles', coalesce(array_agg(distinct panel_id) filter (where seat_current and undertaken"));
    }

    @Test
    void anApplicantWhomTheWholeBoardCanReach() throws SQLException {
        finds("planted_reach", "opens the review of .*hub.trigger_applicant", sql -> sql.execute("create policy board on hub.trigger_applicant for select to hub_app using (case_id is not null and panel_id = any ((select hub.pass('hub.panels'))::uuid[]))"));
    }

    @Test
    void anApplicationThatAConflictShutsAndThatIsSeenAllTheSame() throws SQLException {
        finds("planted_barred", "tells that it|against|comes in", sql -> sql.execute("drop policy bar_on_application on hub.trigger"));
    }

    @Test
    void theBoardThatWritesToAnApplicant() throws SQLException {
        finds("planted_writer", "may not write to the applicant of .*, and it was done", sql -> sql.execute("create policy board on hub.trigger_message for insert to hub_app with check (panel_id = any ((select hub.pass('hub.panels'))::uuid[]) and by = (select hub.viewer()))"));
    }

    @Test
    void aReviewerOfAnAppealWhoHadAPartInIt() throws SQLException {
        finds("planted_part", "may not name .*, and it was done", sql -> rewriteFunction(sql, "access.may_review_application(uuid, uuid)", " and not access.involved_in_application(t.id, p_member)", ""));
    }

    @Test
    void aReviewerWhoseAppealIsDecided() throws SQLException {
        finds("planted_decided", "decides the appeal of", sql -> rewriteFunction(sql, "access.enter(text, text)", "where a.reviewer_id = v_member.id and a.outcome is null\n", "where a.reviewer_id = v_member.id\n"));
    }

    @Test
    void whatAnApplicantWritesBeforeAGuestOfItsReview() throws SQLException {
        finds("planted_written", "is invited as a guest for the review of .*hub.trigger_message", sql -> sql.execute("create policy guests on hub.trigger_message for select to hub_app using (case_id = any ((select hub.pass('hub.cases'))::uuid[]))"));
    }

    @Test
    void anApplicationThatIsFollowedWithTheCodeOfAnother() throws SQLException {
        finds("planted_code", "with another's code", sql -> rewriteFunction(sql, "access.application_of(text, text)", "case when v_by_code = any (v_by_reference) then v_by_code end", "v_by_reference[1]"));
    }

    private static void finds(String database, String finding, Hub.Change fault) throws SQLException {
        try (var check = new Check(Hub.begin(database, fault))) {
            Histories.check = check;
            Histories.found = null;
            assertEquals(TestExecutionResult.Status.FAILED, played(), "no history found the fault. " + check.figures());
            System.out.println("Planted fault found: " + Histories.found.getMessage());
            assertTrue(Pattern.compile(finding, Pattern.DOTALL).matcher(Histories.found.getMessage()).find(), Histories.found.getMessage());
            assertTrue(Histories.found.history.sentences().size() <= 4, "cut down to a few sentences");
        } finally {
            Histories.check = null;
            Hub.drop(database);
        }
    }

    /** Plays the histories below as the model check's own are played; a run of its own, since this one is expected to fail. */
    private static TestExecutionResult.Status played() {
        var request = LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(Histories.class))
                .configurationParameter("jqwik.database", "").configurationParameter("jqwik.reporting.usejunitplatform", "true").build();
        var alone = LauncherConfig.builder().enableTestEngineAutoRegistration(false).addTestEngines(new JqwikTestEngine()).enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false).enablePostDiscoveryFilterAutoRegistration(false).enableTestExecutionListenerAutoRegistration(false).build();
        var status = new TestExecutionResult.Status[1];
        LauncherFactory.create(alone).execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    status[0] = result.getStatus();
                }
            }
        });
        return status[0];
    }

    static class Histories {

        private static Check check;
        private static Check.Found found;

        @Property(tries = 300, seed = "20270301", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF, afterFailure = AfterFailureMode.RANDOM_SEED)
        void agree(@ForAll("histories") History history) throws SQLException {
            try {
                check.play(history);
            } catch (Check.Found e) {
                found = e;
                throw e;
            }
        }

        @Provide
        Arbitrary<History> histories() {
            return History.any(40);
        }
    }

    private static void rewriteFunction(Statement sql, String function, String sound, String broken) throws SQLException {
        String before;
        try (var rows = sql.executeQuery("select pg_get_functiondef('" + function + "'::regprocedure)")) {
            rows.next();
            before = rows.getString(1);
        }
        assertTrue(before.contains(sound), "the rule no longer says " + sound);
        sql.execute(before.replace(sound, broken));
    }

    /** Changes a view of the rule as a careless hand would. */
    private static void rewrite(Statement sql, String view, String sound, String broken) throws SQLException {
        var before = definition(sql, view);
        assertTrue(before.contains(sound), "the rule no longer says " + sound + " in " + view);
        sql.execute("create or replace view " + view + " as " + before.replace(sound, broken));
    }

    private static String definition(Statement sql, String view) throws SQLException {
        try (var rows = sql.executeQuery("select pg_get_viewdef('" + view + "'::regclass)")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
