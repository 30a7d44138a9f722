package org.panelhub.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a signed-in person could write if it got past the pages: SQL of its own, as the serving role, after entering. PostgreSQL lets it
 * change nothing that it does not see, nothing of another's, and nothing that was signed, agreed, sent or answered.
 */
class HandsOffTest {

    private static final String REFUSED = "42501";
    private static Connection database;

    @BeforeAll
    static void begin() throws SQLException {
        database = RowMatrix.database("handsoff");
    }

    @AfterEach
    void undo() throws SQLException {
        database.rollback();
    }

    @AfterAll
    static void end() throws SQLException {
        database.close();
    }

    @Test
    void noUpdateOrDeleteWithoutAConditionReachesARowThatTheViewerDoesNotSee() throws SQLException {
        // A trigger notes which rows a command reaches, and leaves them as they are.
        run("create table public.reached (tab text, line jsonb)");
        run("grant usage on schema public to hub_app; grant select on public.reached to hub_app");
        run("create function public.reach() returns trigger language plpgsql security definer as 'begin insert into public.reached values (tg_table_schema || ''.'' || tg_table_name, to_jsonb(old)); return null; end'");
        for (var table : RowMatrix.tables(database)) {
            run("create trigger aa_reach before update or delete on " + table + " for each row execute function public.reach()");
        }
        var reachedByAnyone = new TreeSet<String>();
        for (var viewer : RowMatrix.VIEWERS.entrySet()) {
            Savepoint before = database.setSavepoint();
            RowMatrix.enter(database, viewer.getValue());
            for (var table : RowMatrix.tables(database)) {
                for (var column : one("select string_agg(attname, ',') from pg_attribute where attrelid = '" + table + "'::regclass and attnum > 0 and not attisdropped and has_column_privilege('hub_app', attrelid, attnum, 'update')")) {
                    // Nothing is read, so that PostgreSQL asks no SELECT policy of its own accord.
                    run("update " + table + " set " + column + " = null");
                }
                if (one("select has_table_privilege('hub_app', '" + table + "', 'delete')::text").contains("true")) {
                    run("delete from " + table);
                }
            }
            var reached = lines("select distinct tab, line::text from public.reached");
            var unseen = new ArrayList<String>();
            for (var row : reached) {
                reachedByAnyone.add(row.getFirst());
                try (var statement = database.prepareStatement("select count(*) from " + row.getFirst() + " t where to_jsonb(t) = ?::jsonb")) {
                    statement.setString(1, row.get(1));
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        if (rows.getInt(1) == 0) {
                            unseen.add(row.toString());
                        }
                    }
                }
            }
            database.rollback(before);
            assertEquals(List.of(), unseen, viewer.getKey());
        }
        assertTrue(reachedByAnyone.containsAll(List.of("hub.case_file", "hub.referral", "hub.item", "hub.action", "hub.seat", "hub.draft", "hub.admission")), reachedByAnyone.toString());
    }

    @Test
    void anObserverMakesItselfNoGuestOfACase() throws SQLException {
        assertEquals(REFUSED, attempt("observer", "update hub.attendance set capacity = 'GUEST'"));
        assertEquals("1", attempt("observer", "update hub.attendance set reply = 'COMING'"), "its reply is its own");
        assertEquals("0", attempt("socialcare", "update hub.attendance set present = true, arrived_at = hub.now() where meeting_id = {meeting last}"), "the meeting is over");
    }

    @Test
    void nobodySignsAfterwardsForARoomItWasNotIn() throws SQLException {
        var sign = "insert into hub.declaration (partnership_id, id, meeting_id, panel_id, member_id, purpose, text_signed) values (hub.partnership(), gen_random_uuid(), {meeting last}, {riverside panel vvp}, hub.viewer(), '%s', 'x')";
        assertEquals(REFUSED, attempt("socialcare", sign.formatted("MEETING")));
        assertEquals("1", attempt("socialcare", sign.formatted("MINUTES")), "to receive the minutes");
        assertEquals(REFUSED, attempt("police", "update hub.declaration set purpose = 'MEETING', text_signed = 'nothing', signed_at = '2001-01-01'"));
        assertEquals(REFUSED, attempt("police", sign.replace("last", "next").formatted("MEETING")), "its day has not come");
    }

    @Test
    void aDeclarationOfOneWhoDidNotComeOpensNoRoom() throws SQLException {
        run(sql("insert into hub.declaration (partnership_id, id, meeting_id, panel_id, member_id, purpose, text_signed) values ({riverside}, gen_random_uuid(), {meeting last}, {riverside panel vvp}, {member socialcare}, 'MEETING', 'x')"));
        assertEquals(List.of("0"), seenBy("socialcare", "select count(*)::text from hub.item where how = 'SAID_ALOUD'"));
        assertEquals(List.of("1"), seenBy("police", "select count(*)::text from hub.item where how = 'SAID_ALOUD'"));
    }

    @Test
    void agreedMinutesDecisionsAndClosedMeetingsAreFrozen() throws SQLException {
        untouched("coordinator", "update hub.minutes set state = 'DRAFT'", "update hub.minutes set agreed_by = {member chair}, agreed_at = hub.now()", "update hub.minutes_paragraph set body = 'rewritten'",
                "delete from hub.minutes_paragraph", "delete from hub.minutes_source", "update hub.decision set rationale = 'rewritten'", "update hub.meeting set state = 'OPEN' where state = 'CLOSED'");
        run("update hub.minutes set state = 'DRAFT', agreed_by = null, agreed_at = null, circulated_at = null");
        untouched("coordinator", "update hub.minutes set state = 'AGREED', agreed_by = {member chair}, agreed_at = hub.now()", "update hub.minutes set state = 'AGREED', agreed_by = hub.viewer(), agreed_at = hub.now()",
                "update hub.minutes set state = 'CIRCULATED', circulated_at = hub.now()");
        assertEquals("1", attempt("chair", "update hub.minutes set state = 'AGREED', agreed_by = hub.viewer(), agreed_at = hub.now()"));
    }

    @Test
    void nobodyHidesAParagraphOfTheMinutes() throws SQLException {
        var hide = "insert into hub.minutes_source (partnership_id, paragraph_id, item_id, case_id) values (hub.partnership(), {paragraph 8}, {item p3}, {case RV-7K4QM})";
        assertEquals(REFUSED, attempt("police", hide));
        run("update hub.minutes set state = 'DRAFT'");
        assertEquals(REFUSED, attempt("police", hide), "a draft is the coordinator's");
    }

    @Test
    void whatWasReferredStandsAsItWasSentAndEachStepIsTakenInPerson() throws SQLException {
        untouched("housing",
                "update hub.referral set state = 'SENT', received_at = hub.now(), senior_name = 'Owen Clarke', senior_member_id = {member housing.senior}, senior_decided_at = hub.now() where id = {referral senior}",
                "update hub.referral set state = 'SENT', received_at = hub.now() where id = {referral senior}", "update hub.referral set senior_name = 'Owen Clarke' where id = {referral senior}",
                "update hub.referral set agency_id = {riverside agency police}", "update hub.referral set state = 'ACCEPTED', case_id = {case RV-7K4QM} where id = {referral sent}",
                "update hub.referral set circumstances = 'rewritten' where id = {referral sent}", "update hub.referral set state = 'SENT' where state = 'DECLINED'",
                "update hub.person set address = 'elsewhere' where case_id is not null", "update hub.person set address = 'elsewhere' where referral_id = {referral sent}", "update hub.assessment set judgement = 'LOW' where referral_id = {referral sent}",
                "insert into hub.referral (partnership_id, id, panel_id, agency_id, author_id, state, received_at) values (hub.partnership(), gen_random_uuid(), {riverside panel vvp}, hub.agency(), hub.viewer(), 'SENT', hub.now())");
        untouched("housing.senior", "update hub.referral set state = 'SENT', received_at = hub.now(), senior_name = 'Somebody' where id = {referral senior}");
        untouched("victimsupport", "update hub.assessment set judgement = 'LOW'", "update hub.person set address = 'elsewhere'");
        untouched("analyst", "update hub.referral set state = 'ACCEPTED', triaged_by = hub.viewer(), case_id = {case RV-M2XDT} where id = {referral sent}",
                "update hub.referral set state = 'DECLINED', triage_note = 'no', triaged_by = {member coordinator}, triaged_at = hub.now() where id = {referral sent}");
        assertEquals("1", attempt("coordinator", "update hub.referral set state = 'DECLINED', triage_note = 'no', triaged_by = hub.viewer(), triaged_at = hub.now() where id = {referral sent}"));
        assertEquals("1", attempt("housing", "update hub.assessment set judgement = 'LOW', member_id = hub.viewer() where referral_id = {referral more}"), "more was asked of it");
    }

    @Test
    void aReleaseIsNeitherRewrittenNorTakenUpAgain() throws SQLException {
        untouched("housing", "update hub.disclosure set during = daterange('2000-01-01', null)", "update hub.disclosure set to_panel = null, to_agency = {riverside agency harbour}", "update hub.disclosure set necessity = 'x'",
                "update hub.disclosure set released_by = {member housing.senior}", "update hub.disclosure set withdrawn_at = hub.now(), withdrawn_by = {member housing.senior}", "update hub.item set made_at = '2001-01-01', author_id = {member chair}");
        assertEquals("1", attempt("housing", "update hub.disclosure set withdrawn_at = hub.now(), withdrawn_by = hub.viewer(), withdrawn_reason = 'x' where item_id = {item h1}"));
        run(sql("update hub.disclosure set withdrawn_at = hub.now() where item_id = {item h1}"));
        untouched("housing", "update hub.disclosure set withdrawn_at = null where item_id = {item h1}");
    }

    @Test
    void anActionIsChangedByThoseWhoAgreeItAndReportedByItsOwner() throws SQLException {
        untouched("fire", "update hub.action set task = 'other' where id = {action 5}", "update hub.action set made_by = {member chair}", "update hub.action set state = 'DONE' where id = {action 1}",
                "insert into hub.action_update (partnership_id, id, action_id, panel_id, case_id, state, note, made_by) values (hub.partnership(), gen_random_uuid(), {action 1}, {riverside panel vvp}, {case RV-7K4QM}, 'OPEN', 'x', hub.viewer())");
        untouched("police", "update hub.action set due_on = '2040-01-01' where id = {action 3}");
        assertEquals("1", attempt("police", "update hub.action set state = 'DONE', outcome = 'x' where id = {action 3}"));
    }

    @Test
    void whatIsAskedIsAnsweredByThoseWhoAreAsked() throws SQLException {
        var answer = ", answered_by = hub.viewer(), answered_at = hub.now()";
        for (var account : new String[] {"fire", "coordinator", "housing"}) {
            untouched(account, "update hub.action_extension set state = 'AGREED'" + answer, "update hub.action_offer set state = 'ACCEPTED'" + answer, "update hub.case_handover set state = 'ACCEPTED'" + answer,
                    "update hub.action_offer set reason = 'x'", "insert into hub.escalation (partnership_id, id, action_id, panel_id, case_id, rung, due_on) select partnership_id, gen_random_uuid(), id, panel_id, case_id, 'OWNER', due_on from hub.action",
                    "insert into hub.plan_approval (partnership_id, id, plan_id, case_id, panel_id, approved_by) select p.partnership_id, gen_random_uuid(), p.id, p.case_id, p.panel_id, hub.viewer() from hub.plan p");
        }
        assertEquals("2", attempt("chair", "update hub.action_extension set state = 'AGREED'" + answer));
        run("delete from hub.plan_approval");
        var approve = "insert into hub.plan_approval (partnership_id, id, plan_id, case_id, panel_id, approved_by) select p.partnership_id, gen_random_uuid(), p.id, p.case_id, p.panel_id, hub.viewer() from hub.plan p";
        assertEquals("1", attempt("chair", approve));
        run("delete from hub.plan_approval");
        run("update hub.plan set made_by = (select member_id from hub.sign_in where subject = 'demo-chair')");
        untouched("chair", approve);
        run("update hub.plan set made_by = (select member_id from hub.sign_in where subject = 'demo-coordinator'), victim_consulted_on = null");
        untouched("chair", approve);
        untouched("coordinator", "update hub.action set due_on = due_on + 1 where task like 'Fit door%'");
    }

    @Test
    void lettersExitsAndPlansAreWrittenInOnesOwnNameAndStayAsTheyWere() throws SQLException {
        var of = " values (hub.partnership(), gen_random_uuid(), {case RV-7K4QM}, {riverside panel vvp}, ";
        untouched("analyst", "insert into hub.letter (partnership_id, id, case_id, panel_id, kind, addressee, body, made_by, sent_on)" + of + "'CLOSING_NOTICE', 'x', 'x', hub.viewer(), hub.today())",
                "insert into hub.plan (partnership_id, id, case_id, panel_id, edition, aims, review_on, made_by)" + of + "99, 'x', hub.today(), {member chair})",
                "insert into hub.case_exit (partnership_id, id, case_id, panel_id, reason, proposed_by)" + of + "'RESOLVED', hub.viewer())");
        untouched("housing", "insert into hub.letter (partnership_id, id, case_id, panel_id, kind, addressee, body, made_by, sent_on)" + of + "'CLOSING_NOTICE', 'x', 'x', hub.viewer(), hub.today())",
                "insert into hub.case_exit (partnership_id, id, case_id, panel_id, reason, proposed_by, signed_off_by, signed_off_at)" + of + "'RESOLVED', hub.viewer(), {member housing.senior}, hub.now())");
        run("update hub.letter set sent_on = hub.today()");
        untouched("coordinator", "update hub.letter set body = 'rewritten'", "update hub.case_exit set signed_off_by = hub.viewer(), signed_off_at = hub.now()", "update hub.case_exit set signed_off_by = {member chair}, signed_off_at = hub.now()",
                "update hub.case_exit set notice_on = hub.today(), closes_on = hub.today()", "update hub.case_exit set proposed_by = {member chair}");
        assertEquals("1", attempt("chair", "update hub.case_exit set signed_off_by = hub.viewer(), signed_off_name = 'Supt James Marsh', signed_off_at = hub.now() where case_id = {case RV-H5LBK}"));
    }

    @Test
    void referencesAndForeignKeysDoNotTellOfHiddenCases() throws SQLException {
        for (var reference : List.of("RV-C8WNP", "RV-ZZZZZ")) {
            assertEquals(REFUSED, attempt("analyst", "update hub.case_file set reference = '" + reference + "' where reference = 'RV-7K4QM'"));
            assertEquals("1", attempt("analyst", "insert into hub.case_file (partnership_id, id, panel_id, reference, subject) values (hub.partnership(), gen_random_uuid(), {riverside panel vvp}, '" + reference + "', 'x')"));
        }
        for (var hidden : List.of("{case RV-M2XDT}", "{case RV-C8WNP}", "gen_random_uuid()")) {
            assertEquals(REFUSED, attempt("unsigned", "update hub.item set case_id = " + hidden));
            assertEquals(REFUSED, attempt("housing", "update hub.person set case_id = " + hidden));
            assertEquals(REFUSED, attempt("housing", "update hub.case_reference set case_id = " + hidden));
            assertEquals(REFUSED, attempt("analyst", "update hub.referral set state = 'ACCEPTED', triaged_by = hub.viewer(), case_id = " + hidden + " where id = {referral sent}"));
        }
        assertEquals(REFUSED, attempt("admin", "update hub.partnership set reference_prefix = 'HS'"));
        assertEquals(REFUSED, attempt("admin", "update hub.partnership set reference_prefix = 'ZZ'"));
    }

    @Test
    void anAdministratorGivesItselfNeitherSeatNorOfficeNorAnothersUndertaking() throws SQLException {
        untouched("admin", "insert into hub.seat (partnership_id, id, panel_id, member_id, role, during) values (hub.partnership(), gen_random_uuid(), {riverside panel vvp}, hub.viewer(), 'COORDINATOR', daterange(hub.today(), null))",
                "insert into hub.office (partnership_id, id, member_id, role, during) values (hub.partnership(), gen_random_uuid(), hub.viewer(), 'INFORMATION_LEAD', daterange(hub.today(), null))",
                "update hub.seat set member_id = hub.viewer()", "update hub.seat set role = 'COORDINATOR'", "update hub.seat set during = daterange('2000-01-01', null)", "update hub.undertaking set member_id = hub.viewer()",
                "insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during) select hub.partnership(), gen_random_uuid(), {member noise}, id, undertaking_text, daterange(hub.today(), hub.today() + 365) from hub.panel",
                "update hub.member set agency_id = {riverside agency police}", "update hub.signature set signatory_id = {riverside body harbour}", "update hub.invitation set code_hash = 'chosen'");
        untouched("housing", "update hub.undertaking set during = daterange('2020-01-01', null)",
                "insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during) select hub.partnership(), gen_random_uuid(), hub.viewer(), id, undertaking_text, daterange(hub.today(), null) from hub.panel",
                "insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during) select hub.partnership(), gen_random_uuid(), hub.viewer(), id, 'nothing', daterange(hub.today(), hub.today() + 365) from hub.panel");
        assertEquals("1", attempt("admin", "update hub.seat set during = daterange(lower(during), hub.today()) where id = (select id from hub.seat where member_id = {member fire})"), "a seat can be ended");
    }

    @Test
    void aSignatureIsWithdrawnByItsOwnOfficerForGoodAndNothingElseOfItIsTouched() throws SQLException {
        untouched("police", "update hub.signature set designated_officer = 'Nobody'", "update hub.signature set designated_member_id = null where designated_member_id = hub.viewer()",
                "update hub.signature set withdrawn_on = hub.today() - 1 where designated_member_id = hub.viewer()");
        untouched("mentalhealth", "update hub.signature set withdrawn_on = hub.today(), withdrawn_reason = 'x' where designated_member_id <> hub.viewer()");
        untouched("fire", "update hub.signature set withdrawn_on = hub.today(), withdrawn_reason = 'x'");
        assertEquals("1", attempt("police", "update hub.signature set withdrawn_on = hub.today() + 3, withdrawn_reason = 'x'"), "one's own only");
        assertEquals("1", attempt("admin", "update hub.signature set designated_officer = 'Another' where designated_member_id = {member police}"));
        run(sql("update hub.signature set withdrawn_on = hub.today() + 3, withdrawn_reason = 'x' where designated_member_id = {member police}"));
        untouched("admin", "update hub.signature set withdrawn_on = null where designated_member_id = {member police}");
        untouched("police", "update hub.signature set withdrawn_on = null where designated_member_id = {member police}");
        untouched("police", "insert into hub.protocol_document (partnership_id, id, protocol_id, media_type, marking, size, sha256, added_by) values (hub.partnership(), gen_random_uuid(), {riverside protocol 3}, 'application/pdf', 'OFFICIAL', 1, repeat('a', 64), hub.viewer())",
                "update hub.lapse_reminder set days = array[1]");
        untouched("admin", "insert into hub.protocol_file (partnership_id, document_id, content) values (hub.partnership(), {riverside protocol 3 text}, 'x')", "delete from hub.protocol_document", "update hub.protocol_file set content = 'x'");
    }

    @Test
    void aTeamIsNamedByWhoPreparesAndACaseSealedByItsChair() throws SQLException {
        var name = "insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during) values (hub.partnership(), gen_random_uuid(), {case RV-7K4QM}, {riverside panel vvp}, %s, '%s', daterange(hub.today(), null))";
        untouched("analyst", name.formatted("hub.viewer()", "CASE_WORKER"), "update hub.case_file set sealed = true", "update hub.case_file set risk = 'LOW'", "update hub.case_file set state = 'CLOSING'",
                "update hub.case_team set during = 'empty'");
        untouched("housing", name.formatted("{member police.other}", "SENIOR_OFFICER"), name.formatted("{member housing.senior}", "SENIOR_OFFICER"), name.formatted("{member housing.senior}", "CASE_OFFICER"),
                "update hub.case_file set state = 'CLOSED', closed_on = hub.today()", "update hub.case_file set opened_on = '2000-01-01'", "update hub.case_file set sealed = true");
        untouched("coordinator", "insert into hub.admission (partnership_id, case_id, panel_id, member_id) values (hub.partnership(), {case RV-7K4QM}, {riverside panel vvp}, hub.viewer())", "update hub.case_file set sealed = true",
                "update hub.case_file set state = 'CLOSED', closed_on = hub.today()");
        assertEquals("1", attempt("coordinator", name.formatted("{member yos}", "CASE_WORKER")));
        assertEquals("1", attempt("housing", "update hub.case_team set during = daterange(lower(during), hub.today()) where member_id = hub.viewer()"), "a place can be given up");
        untouched("housing", "update hub.case_team set during = daterange('2000-01-01', null) where member_id = hub.viewer()");
        run(sql("insert into hub.case_exit (partnership_id, id, case_id, panel_id, reason, proposed_by) values ({riverside}, gen_random_uuid(), {case RV-7K4QM}, {riverside panel vvp}, 'RESOLVED', {member housing})"));
        assertEquals("1", attempt("housing", name.formatted("{member housing.senior}", "SENIOR_OFFICER")), "asked to sign off");
        untouched("housing", name.formatted("{member police.other}", "SENIOR_OFFICER"));
    }

    @Test
    void safeContactIsForThoseWhoContactThePersonNotForTheWholeTeam() throws SQLException {
        var seen = "select count(*)::text from hub.safe_contact where case_id = {case RV-7K4QM}";
        assertEquals(List.of("1"), seenBy("housing", seen), "the case manager");
        for (var role : List.of("RESEARCHER", "SENIOR_OFFICER", "CASE_WORKER", "CASE_OFFICER")) {
            var before = database.setSavepoint();
            run(sql("insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during) values ({riverside}, gen_random_uuid(), {case RV-7K4QM}, {riverside panel vvp}, {member fire}, '" + role + "', daterange(hub.today(), null))"));
            assertEquals(List.of(role.equals("CASE_OFFICER") ? "1" : "0"), seenBy("fire", seen), role);
            database.rollback(before);
        }
    }

    private static void untouched(String account, String... attacks) throws SQLException {
        for (var attack : attacks) {
            var answer = attempt(account, attack);
            assertTrue(answer.equals("0") || answer.equals(REFUSED), account + ": " + attack + ": " + answer);
        }
    }

    /** How many rows the member changes, or the state with which PostgreSQL refuses; undone. */
    private static String attempt(String account, String attack) throws SQLException {
        var before = database.setSavepoint();
        RowMatrix.enter(database, account);
        try (var statement = database.createStatement()) {
            return Integer.toString(statement.executeUpdate(sql(attack)));
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            database.rollback(before);
        }
    }

    private static List<String> seenBy(String account, String query) throws SQLException {
        var before = database.setSavepoint();
        RowMatrix.enter(database, account);
        try {
            return lines(sql(query)).stream().map(List::getFirst).toList();
        } finally {
            database.rollback(before);
        }
    }

    /** The demo's rows have ids made from their names: {case RV-7K4QM}. */
    private static String sql(String text) {
        return text.replaceAll("\\{([^}]+)}", "md5('panel hub demo $1')::uuid");
    }

    private static void run(String statement) throws SQLException {
        try (var sql = database.createStatement()) {
            sql.execute(statement);
        }
    }

    private static List<String> one(String query) throws SQLException {
        var first = lines(query).getFirst().getFirst();
        return first == null ? List.of() : List.of(first.split(","));
    }

    private static List<List<String>> lines(String query) throws SQLException {
        var lines = new ArrayList<List<String>>();
        try (var statement = database.createStatement(); var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                var line = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.add(rows.getString(i));
                }
                lines.add(line);
            }
        }
        return lines;
    }
}
