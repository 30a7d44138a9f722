package org.panelhub.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases that are open to a member by name: guests, deputies, appeal reviewers, and whoever acts in an emergency. In PostgreSQL, as the serving role. */
class NamedGroundsTest {

    private static final String REFUSED = "42501";
    private static final String CASE = "(select id from hub.case_file where reference = 'RV-7K4QM')";
    private static final String GUEST = "planted.guest";
    private static final String REVIEWER = "planted.reviewer";
    private static final String DUTY = "planted.duty";
    private static final String DEPUTY = "planted.deputy";
    private static Connection database;

    @BeforeAll
    static void begin() throws SQLException {
        database = RowMatrix.database("named");
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
    void barAndSealComeBeforeEveryGround() throws SQLException {
        for (var account : List.of(GUEST, REVIEWER, DUTY)) {
            // Of two reviews, each is shut by itself.
            var other = account.equals(REVIEWER) ? List.of("RV-B6ARD") : List.<String>of();
            assertEquals(Stream.concat(Stream.of("RV-7K4QM"), other.stream()).toList(), RowMatrix.references(database, account), account);
            var before = database.setSavepoint();
            change("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select partnership_id, gen_random_uuid(), id, panel_id, md5('" + account + "')::uuid, 'x' from hub.case_file where reference = 'RV-7K4QM'");
            assertEquals(other, RowMatrix.references(database, account), account + ", barred");
            assertEquals(List.of(), all(account, "select body from hub.item"), account + ", barred");
            assertEquals("0", one(account, "select count(*) from hub.meeting"), account + ", barred: not even the date tells of it");
            database.rollback(before);
            change("update hub.case_file set sealed = true where reference = 'RV-7K4QM'");
            assertEquals(other, RowMatrix.references(database, account), account + ", sealed");
            database.rollback(before);
        }
    }

    @Test
    void aGuestSeesItsCaseFromTheInvitationUntilTheMeetingIsOver() throws SQLException {
        change("update hub.meeting set state = 'PLANNED' where state = 'PUBLISHED'");
        assertEquals(List.of("RV-7K4QM"), RowMatrix.references(database, GUEST), "before the agenda is out");
        assertEquals(List.of(), all(GUEST, "select title from hub.agenda_item"), "the agenda itself comes with publication");
        change("update hub.meeting set state = 'OPEN' where id in (select meeting_id from hub.guest)");
        assertEquals(List.of("RV-7K4QM"), all(GUEST, "select title from hub.agenda_item"));
        change("update hub.meeting set state = 'CLOSED' where id in (select meeting_id from hub.guest)");
        assertEquals(List.of(), RowMatrix.references(database, GUEST));
        assertEquals(List.of(), all(GUEST, "select body from hub.item"));
    }

    @Test
    void aGuestWhomNeitherSignatureNorUndertakingBindsSeesNothing() throws SQLException {
        change("update hub.undertaking set during = daterange(lower(during), hub.today() + 1) where member_id = md5('planted.guest')::uuid");
        assertEquals(List.of("RV-7K4QM"), RowMatrix.references(database, GUEST), "on its last day");
        change("update hub.undertaking set during = daterange(lower(during), hub.today()) where member_id = md5('planted.guest')::uuid");
        assertEquals(List.of(), RowMatrix.references(database, GUEST), "the day after");
    }

    @Test
    void anInvitationThatWasEndedOpensNothing() throws SQLException {
        change("update hub.guest set ended_at = hub.now()");
        assertEquals(List.of(), RowMatrix.references(database, GUEST));
        assertEquals("0", one(GUEST, "select count(*) from hub.meeting"));
    }

    @Test
    void aGuestMayComeForSeveralCasesAndASignatureWithdrawnEndsWhatItOpened() throws SQLException {
        change("insert into hub.guest (partnership_id, id, meeting_id, panel_id, case_id, member_id) select i.partnership_id, gen_random_uuid(), i.meeting_id, i.panel_id, i.case_id, m.id from hub.agenda_item i, hub.member m where i.title in ('RV-7K4QM', 'RV-M2XDT') and m.name = 'Ella Wood' and i.meeting_id in (select meeting_id from hub.guest)");
        assertEquals(List.of("RV-7K4QM", "RV-M2XDT"), RowMatrix.references(database, "probation"));
        change("update hub.signature set withdrawn_on = hub.today(), withdrawn_reason = 'x' where signatory_id = (select id from hub.signatory where name = 'Riverside Probation')");
        assertEquals(List.of(), RowMatrix.references(database, "probation"));
    }

    @Test
    void aGuestWhoAlsoWatchesAnotherMeetingSeesOnThatAgendaNothingBeforeItOpens() throws SQLException {
        var another = "select partnership_id, %s, md5('another meeting')::uuid, panel_id, %s from hub.case_file where reference = 'RV-7K4QM'";
        change("insert into hub.meeting (partnership_id, starts_at, id, panel_id, cut_off_on, agenda_by, state) " + another.formatted("hub.now()", "hub.today(), hub.today(), 'PUBLISHED'"));
        change("insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, position, kind, case_id, title, minutes_planned) " + another.formatted("gen_random_uuid()", "1, 'CASE', id, 'the same case there', 10"));
        change("insert into hub.attendance (partnership_id, id, meeting_id, panel_id, member_id, capacity) " + another.formatted("gen_random_uuid()", "md5('planted.guest')::uuid, 'OBSERVER'"));
        assertEquals(List.of("RV-7K4QM"), all(GUEST, "select title from hub.agenda_item"));
        change("insert into hub.guest (partnership_id, id, meeting_id, panel_id, case_id, member_id) " + another.formatted("gen_random_uuid()", "id, md5('planted.guest')::uuid"));
        assertEquals(2, all(GUEST, "select title from hub.agenda_item").size(), "invited for it there, too");
    }

    @Test
    void aGuestWhoWasThereKeepsThePlanUntilTheCaseCloses() throws SQLException {
        change("update hub.meeting set state = 'CLOSED' where id in (select meeting_id from hub.guest)");
        assertEquals("0", one(GUEST, "select count(*) from hub.plan"), "it was not there");
        change("insert into hub.declaration (partnership_id, id, meeting_id, panel_id, member_id, purpose, text_signed) select distinct on (meeting_id) partnership_id, gen_random_uuid(), meeting_id, panel_id, member_id, 'MEETING', 'x' from hub.guest");
        assertEquals("1", one(GUEST, "select count(*) from hub.plan"));
        assertEquals(List.of(), RowMatrix.references(database, GUEST), "the plan, and not the case");
        var before = database.setSavepoint();
        change("update hub.case_file set state = 'CLOSED' where reference = 'RV-7K4QM'");
        assertEquals("0", one(GUEST, "select count(*) from hub.plan"));
        database.rollback(before);
        change("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select partnership_id, gen_random_uuid(), id, panel_id, md5('planted.guest')::uuid, 'x' from hub.case_file where reference = 'RV-7K4QM'");
        assertEquals("0", one(GUEST, "select count(*) from hub.plan"), "never past a bar");
    }

    @Test
    void theNameOfAGuestOnTheListTellsNobodyOfACaseThatIsShutToIt() throws SQLException {
        change("delete from hub.guest where case_id <> (select id from hub.case_file where reference = 'RV-C8WNP')");
        var listed = "select count(*) from hub.attendance where capacity = 'GUEST'";
        assertEquals("1", one("coordinator", listed));
        assertEquals("0", one("mentalhealth", listed), "the case is sealed, and it is not on its list");
        assertEquals("0", one(GUEST, listed), "nor is the guest");
    }

    @Test
    void aDeputySeesOnItsLastDayAndNothingTheDayAfter() throws SQLException {
        var seat = "update hub.seat set during = daterange(lower(during), %s) where role = 'DEPUTY'";
        change(seat.formatted("hub.today() + 1"));
        assertEquals(4, RowMatrix.references(database, DEPUTY).size());
        change(seat.formatted("hub.today()"));
        assertEquals(List.of(), RowMatrix.references(database, DEPUTY));
        change("update hub.seat set during = daterange(hub.today() + 1, hub.today() + 9) where role = 'DEPUTY'");
        assertEquals(List.of(), RowMatrix.references(database, DEPUTY), "nor the day before its first");
    }

    @Test
    void aDeputyIsSeatedByAnotherThanWhoNamedItAndOnlyForItsOwnAgency() throws SQLException {
        change("delete from hub.deputy; delete from hub.seat where role = 'DEPUTY'");
        var name = "insert into hub.deputy (partnership_id, id, panel_id, agency_id, for_member, member_id, during, named_by) select hub.partnership(), md5('new deputy')::uuid, panel_id, hub.agency(), hub.viewer(), '%s', daterange(hub.today(), hub.today() + 7), hub.viewer() from (select id as panel_id from hub.panel where short_name = 'VVP') p";
        assertEquals(REFUSED, refusal("mentalhealth", name.formatted(one(null, "select id from hub.member where name = 'PC Tom Ashby'"))), "not of its agency");
        assertEquals(REFUSED, refusal(DEPUTY, name.formatted(one(null, "select md5('planted.deputy')::uuid"))), "nobody names itself");
        kept("mentalhealth", name.formatted(one(null, "select md5('planted.deputy')::uuid")));
        assertEquals(List.of(), RowMatrix.references(database, DEPUTY), "named is not confirmed");
        var confirm = "update hub.deputy set state = 'CONFIRMED', decided_by = hub.viewer(), decided_at = hub.now()";
        assertEquals(REFUSED, refusal("mentalhealth", confirm));
        kept("coordinator", confirm);
        assertEquals(4, RowMatrix.references(database, DEPUTY).size());
        kept("mentalhealth", "update hub.deputy set state = 'ENDED', decided_by = hub.viewer(), decided_at = hub.now()");
        assertEquals(List.of(), RowMatrix.references(database, DEPUTY));
    }

    @Test
    void aReviewerReadsTheFileFromTheFirstDayUntilTheOutcome() throws SQLException {
        assertEquals(List.of("Four calls from the ", "Front door replaced ", "Sleep and appetite h"), RowMatrix.items(database, REVIEWER), "what was released to the panel, and nothing else");
        assertEquals("1", one(REVIEWER, "select count(*) from hub.decision"));
        assertEquals("0", one(REVIEWER, "select count(*) from hub.safe_contact"));
        change("update hub.appeal_review set from_on = hub.today() + 1");
        assertEquals(List.of(), RowMatrix.references(database, REVIEWER), "the day before");
        change("update hub.appeal_review set from_on = hub.today(), outcome = 'UPHELD', outcome_on = hub.today(), outcome_by = named_by");
        assertEquals(List.of(), RowMatrix.references(database, REVIEWER), "the outcome is on record");
        assertEquals("0", one(REVIEWER, "select count(*) from hub.appeal_review"));
    }

    @Test
    void whoHadAPartInTheCaseOrTheBoardReviewsNothing() throws SQLException {
        var may = "select access.may_review(" + CASE + ", (select id from hub.member where name = '%s'))";
        change("delete from hub.appeal_review; insert into hub.member (partnership_id, id, agency_id, name) select partnership_id, gen_random_uuid(), agency_id, 'Nobody Involved' from hub.member where name = 'Ella Wood'");
        for (var involved : List.of("Priya Nair", "Sgt Daniel Reyes", "Karl Jensen", "Supt James Marsh", "Planted guest", "Helen Brandt")) {
            assertEquals("f", one("coordinator", may.replace("(select id from hub.member where name = '%s')", "'" + one(null, "select id from hub.member where name = '" + involved + "'") + "'")), involved);
        }
        var free = one(null, "select id from hub.member where name = 'Nobody Involved'");
        assertEquals("t", one("coordinator", "select access.may_review(" + CASE + ", '" + free + "')"));
        assertEquals("f", one("mentalhealth", "select access.may_review(" + CASE + ", '" + free + "')"), "only to who may name a reviewer");
        var naming = "insert into hub.appeal_review (partnership_id, id, case_id, panel_id, member_id, question, from_on, named_by) select partnership_id, gen_random_uuid(), id, panel_id, '%s', 'x', hub.today(), hub.viewer() from hub.case_file where reference = 'RV-7K4QM'";
        assertEquals("", refusal("coordinator", naming.formatted(free)));
        assertEquals(REFUSED, refusal("coordinator", naming.formatted(one(null, "select id from hub.member where name = 'Priya Nair'"))));
        assertEquals(REFUSED, refusal("mentalhealth", naming.formatted(free)));
        change("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select partnership_id, gen_random_uuid(), id, panel_id, '" + free + "', 'x' from hub.case_file where reference = 'RV-7K4QM'");
        assertEquals(REFUSED, refusal("coordinator", naming.formatted(free)), "barred");
    }

    /** Each table that hangs from a case and that the serving role may write to at all, with a row that would be the viewer's own. */
    @Test
    void whoReviewsOrActsInAnEmergencyWritesToNoTable() throws SQLException {
        var tried = new ArrayList<String>();
        for (var account : List.of(REVIEWER, DUTY)) {
            for (var table : all(null, "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' where n.nspname = 'hub' and c.relkind = 'r' and c.relname <> 'case_bar' order by 1")) {
                var row = one(null, "select to_jsonb(x)::text from hub." + table + " x where x.case_id = " + CASE + " limit 1");
                if (row == null) {
                    continue;
                }
                var own = one(account, "select jsonb_build_object('agency_id', hub.agency(), 'author_id', hub.viewer(), 'member_id', hub.viewer(), 'made_by', hub.viewer(), 'asked_by', hub.viewer(), 'proposed_by', hub.viewer(), 'released_by', hub.viewer(), 'decided_by', hub.viewer(), 'recorded_by', hub.viewer(), 'named_by', hub.viewer(), 'invited_by', hub.viewer(), 'id', gen_random_uuid(), 'state', 'PREPARED')::text");
                // Not those that are worked out from others.
                var columns = one(null, "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = 'hub." + table + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''");
                var insert = "insert into hub." + table + " (" + columns + ") select " + columns + " from jsonb_populate_record(null::hub." + table + ", '" + row.replace("'", "''") + "'::jsonb || '" + own + "'::jsonb - " + (table.equals("item") ? "'none'" : "'state'") + ") r";
                assertEquals(REFUSED, refusal(account, insert), account + " inserts into " + table);
                for (var column : all(null, "select a.attname from pg_attribute a where a.attrelid = 'hub." + table + "'::regclass and has_column_privilege('hub_app', a.attrelid, a.attnum, 'update') limit 1")) {
                    assertEquals("0", one(account, "with changed as (update hub." + table + " set " + column + " = " + column + " where case_id = " + CASE + " returning 1) select count(*) from changed"), account + " changes " + table);
                }
                tried.add(table);
            }
            assertEquals("0", one(account, "with changed as (update hub.case_file set summary = 'x' returning 1) select count(*) from changed"));
            assertEquals("0", one(account, "with changed as (update hub.case_file set sealed = true returning 1) select count(*) from changed"));
        }
        assertTrue(tried.containsAll(List.of("action", "agenda_item", "appeal_review", "case_reference", "case_team", "decision", "disclosure", "item", "person", "plan", "safe_contact")), tried.toString());
        assertEquals(REFUSED, refusal(DUTY, "insert into hub.case_reference (partnership_id, case_id, panel_id, agency_id, reference) select partnership_id, id, panel_id, hub.agency(), 'x' from hub.case_file"));
    }

    @Test
    void inAnEmergencyOneSeesWhatWasReleasedToThePanelAndHowThePersonIsSafelyContacted() throws SQLException {
        assertEquals(List.of("Care assessment offe", "Four calls from the ", "Front door replaced ", "Home visit done; smo", "Sleep and appetite h"), all(DUTY, "select left(body, 20) from hub.item order by 1"),
                "released to the panel or its meeting, or to its own agency; nothing prepared, withheld, or of code C");
        assertEquals("1", one(DUTY, "select count(*) from hub.safe_contact"));
        assertEquals("1", one(DUTY, "select count(*) from hub.plan"));
        assertEquals("0", one(DUTY, "select (select count(*) from hub.withholding) + (select count(*) from hub.agenda_item) + (select count(*) from hub.letter) + (select count(*) from hub.minutes_paragraph) + (select count(*) from hub.research_request)"));
    }

    @Test
    void anEmergencyEndsByItselfAndWithTheOfficeAndWhenItIsClosed() throws SQLException {
        var before = database.setSavepoint();
        change("update hub.emergency set opened_at = hub.now() - interval '2 hours', until = hub.now()");
        assertEquals(List.of(), RowMatrix.references(database, DUTY), "its time is over");
        database.rollback(before);
        change("update hub.office set during = daterange(lower(during), hub.today()) where role = 'DUTY_OFFICER'");
        assertEquals(List.of(), RowMatrix.references(database, DUTY), "the day after the term");
        database.rollback(before);
        assertEquals("f", one("mentalhealth", "select access.close_emergency((select id from hub.emergency limit 1))"));
        kept("coordinator", "select access.close_emergency((select id from hub.emergency where case_id = " + CASE + " and ended_at is null and until > hub.now()))");
        assertEquals(List.of(), RowMatrix.references(database, DUTY));
    }

    @Test
    void aDutyOfficerFindsExactlyAndOpensOneCaseForAsLongAsIsAgreed() throws SQLException {
        change("delete from hub.emergency_review; delete from hub.emergency; update hub.arrangement set emergency_hours = 2");
        assertEquals(List.of("RV-7K4QM"), all(DUTY, "select * from access.find_in_emergency('', 'martha ', 'OKORO', '1959-03-14')"));
        assertEquals(List.of(), all(DUTY, "select * from access.find_in_emergency('', 'Martha', 'Okoro', '1959-03-15')"));
        assertEquals(List.of(), all(DUTY, "select * from access.find_in_emergency('', '', 'Okoro', '1959-03-14')"));
        assertEquals(List.of(), all(DUTY, "select * from access.find_in_emergency('RV-C8WNP', null, null, null)"), "sealed");
        assertEquals(List.of(), all(DUTY, "select * from access.find_in_emergency('HS-4TRWK', null, null, null)"), "of another partnership");
        assertEquals(REFUSED, refusal("mentalhealth", "select * from access.find_in_emergency('RV-7K4QM', null, null, null)"));
        assertEquals(REFUSED, refusal("mentalhealth", "select * from access.open_in_emergency('RV-7K4QM', 'Threat to life tonight', 1)"));
        var open = "select coalesce(refused, reference) from access.open_in_emergency('%s', '%s', %d)";
        assertEquals("NO_SUCH_CASE", one(DUTY, open.formatted("RV-C8WNP", "Threat to life tonight", 1)));
        assertEquals("NO_SUCH_CASE", one(DUTY, open.formatted("RV-ZZZZZ", "Threat to life tonight", 1)));
        assertEquals("HOURS", one(DUTY, open.formatted("RV-7K4QM", "Threat to life tonight", 3)), "the panel's own limit");
        assertEquals("REASON", one(DUTY, open.formatted("RV-7K4QM", "urgent", 1)));
        kept(DUTY, open.formatted("rv-7k4qm", "Threat to life tonight", 2));
        assertEquals(List.of("RV-7K4QM"), RowMatrix.references(database, DUTY));
        assertEquals("ONE_AT_A_TIME", one(DUTY, open.formatted("RV-M2XDT", "Threat to life tonight", 1)));
        var told = all(null, "select m.name from hub.outbox o join hub.member m on m.id = o.to_member where o.template = 'emergency' order by 1");
        assertTrue(told.containsAll(List.of("Supt James Marsh", "Maya Lindqvist", "Dr Amara Cole", "Priya Nair")), told.toString());
        assertFalse(told.contains("Theo Webb"), "has released nothing: " + told);
        assertEquals("0", one(null, "select count(*) from hub.outbox where template = 'emergency' and (subject || body) ~ 'Okoro|7K4QM|Planted|Threat'"), "a mail names nobody");
        assertEquals("emergency", one(null, "select capacity from audit.entry where kind = 'emergency' order by id desc limit 1"));
    }

    @Test
    void everySearchIsOnRecordAlsoOneThatFoundNothing() throws SQLException {
        change("delete from hub.emergency_review; delete from hub.emergency");
        kept(DUTY, "select * from access.find_in_emergency('', 'Martha', 'Okoro', '1959-03-15')");
        assertEquals("nothing found", one(null, "select subject from audit.entry where kind = 'emergency_search' order by id desc limit 1"));
        kept(DUTY, "select * from access.find_in_emergency('', 'Martha', 'Okoro', '1959-03-14')");
        assertEquals("RV-7K4QM", one(null, "select subject from audit.entry where kind = 'emergency_search' and case_id is not null order by id desc limit 1"));
    }

    @Test
    void aSealedCaseIsOpenedInAnEmergencyByItsChairAloneWhoCanNeitherUnsealItNorLetItselfIn() throws SQLException {
        change("delete from hub.admission where member_id = (select id from hub.member where name = 'Supt James Marsh'); update hub.item set state = 'PREPARED' where body like 'Three reports%'");
        assertFalse(RowMatrix.references(database, "chair").contains("RV-C8WNP"));
        assertEquals("NO_SUCH_CASE", one("chair", "select refused from access.open_in_emergency('RV-7K4QM', 'Threat to life tonight', 1)"), "what is open already is not opened");
        kept("chair", "select access.open_in_emergency('RV-C8WNP', 'Threat to life tonight', 1)");
        assertTrue(RowMatrix.references(database, "chair").contains("RV-C8WNP"));
        assertEquals("0", one("chair", "select count(*) from hub.item i join hub.case_file c on c.id = i.case_id where c.reference = 'RV-C8WNP' and i.agency_id <> hub.agency()"), "unreleased stays unreleased");
        assertEquals(REFUSED, refusal("chair", "insert into hub.admission (partnership_id, case_id, panel_id, member_id) select partnership_id, id, panel_id, hub.viewer() from hub.case_file where reference = 'RV-C8WNP'"));
        assertEquals("0", one("chair", "with changed as (update hub.case_file set sealed = false where reference = 'RV-C8WNP' returning 1) select count(*) from changed"));
        assertEquals("1", one("chair", "with changed as (update hub.case_file set risk = 'MEDIUM' where reference = 'RV-M2XDT' returning 1) select count(*) from changed"), "other cases as before");
        var told = all(null, "select distinct m.name from hub.outbox o join hub.member m on m.id = o.to_member where o.template = 'emergency' order by 1");
        assertFalse(told.contains("Dr Amara Cole"), "a seal keeps it from originators who are not on its list: " + told);
        change("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'x' from hub.case_file c, hub.member m where c.reference = 'RV-C8WNP' and m.name = 'Supt James Marsh'");
        assertFalse(RowMatrix.references(database, "chair").contains("RV-C8WNP"), "nothing passes a bar");
    }

    @Test
    void thoseWhoAnswerForItReviewItOnceAndNobodyReviewsItsOwn() throws SQLException {
        change("delete from hub.emergency_review");
        assertEquals(List.of("RV-7K4QM"), all("infolead", "select reference from access.emergencies() where reference <> 'RV-C8WNP' and reason = 'planted emergency'"));
        assertEquals(List.of(), all("mentalhealth", "select reference from access.emergencies()"));
        assertEquals(List.of(), all("coordinator", "select reference from access.emergencies()"));
        assertEquals(List.of(), all("hillside.coordinator", "select reference from access.emergencies()"));
        var review = "select access.review_emergency(md5('planted RV-7K4QM')::uuid, 'JUSTIFIED', 'It was.')";
        assertEquals("f", one("mentalhealth", review));
        change("update hub.emergency set member_id = (select id from hub.member where name = 'Supt James Marsh')");
        assertEquals("f", one("chair", review), "its own");
        kept("infolead", review);
        assertEquals("f", one("infolead", review), "once");
        assertEquals("JUSTIFIED", one("infolead", "select outcome from access.emergencies() where reference = 'RV-7K4QM' and reason = 'planted emergency'"));
    }

    @Test
    void whatIsReadUnderAGroundIsRecordedWithIt() throws SQLException {
        var read = "select audit.read(jsonb_build_array(jsonb_build_object('kind', 'case_file', 'subject', 'tried', 'caseId', c.id, 'panelId', c.panel_id))) from hub.case_file c";
        for (var ground : List.of(List.of(DUTY, "emergency"), List.of(REVIEWER, "appeal reviewer"), List.of(GUEST, "guest"))) {
            kept(ground.getFirst(), read);
            assertEquals(ground.getLast(), one(null, "select capacity from audit.entry where subject = 'tried' order by id desc limit 1"));
        }
        assertEquals(List.of("case_file"), all("infolead", "select kind from access.emergency_reads(md5('planted RV-7K4QM')::uuid)"));
        assertEquals(List.of(), all("mentalhealth", "select kind from access.emergency_reads(md5('planted RV-7K4QM')::uuid)"));
    }

    @Test
    void aCaseWorkerKeepsWhatItsAgencyWroteWhenTheBodyHasWithdrawn() throws SQLException {
        change("delete from hub.seat where member_id = (select id from hub.member where name = 'Priya Nair'); update hub.item set author_id = (select id from hub.member where name = 'Owen Clarke') where body like 'Front door%'");
        change("update hub.signature set withdrawn_on = hub.today(), withdrawn_reason = 'x' where signatory_id = (select id from hub.signatory where name = 'Riverside Council')");
        assertEquals(List.of(), RowMatrix.references(database, "housing"));
        assertEquals(List.of("Front door replaced "), RowMatrix.items(database, "housing"));
        assertEquals(List.of("NG-20377"), all("housing", "select reference from hub.case_reference"));
        assertEquals("2", one("housing", "select count(*) from hub.action"));
        change("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'x' from hub.case_file c, hub.member m where c.reference = 'RV-7K4QM' and m.name = 'Priya Nair'");
        assertEquals(List.of(), RowMatrix.items(database, "housing"), "never past a bar");
    }

    @Test
    void aNoticeReachesEveryDesignatedOfficerOnceByMailAndNamesNobody() throws SQLException {
        var notify = "select access.notify_designated((select id from hub.partnership where reference_prefix = 'RV'), 'RV-T4RKM', 'tried')";
        assertEquals(REFUSED, refusal("coordinator", notify));
        change("update hub.designated_officer set during = daterange(lower(during), hub.today()) where name like '%Police' or email like '%@riverside.example'");
        assertEquals("1", service("notices", notify.replace("(select id from hub.partnership where reference_prefix = 'RV')", "'" + one(null, "select id from hub.partnership where reference_prefix = 'RV'") + "'")));
        assertEquals("officer@example.org", one(null, "select d.email from hub.outbox o join hub.designated_officer d on d.id = o.to_officer where o.template = 'notice'"));
        assertTrue(service("mail", "select string_agg(address, ',') from access.claim_mail(50, interval '1 minute')").contains("officer@example.org"));
        assertEquals("0", service("notices", notify.replace("(select id from hub.partnership where reference_prefix = 'RV')", "'" + one(null, "select id from hub.partnership where reference_prefix = 'RV'") + "'")), "once");
    }

    private static void change(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            statement.execute(sql);
            statement.execute("set local session_replication_role = origin");
        }
    }

    /** The first column of the first row, and nothing of it stays. Nobody asks as the superuser. */
    private static String one(String account, String sql) throws SQLException {
        var all = all(account, sql);
        return all.isEmpty() ? null : all.getFirst();
    }

    private static List<String> all(String account, String sql) throws SQLException {
        var before = database.setSavepoint();
        try {
            return rows(account, sql);
        } finally {
            database.rollback(before);
        }
    }

    /** What was done stays for the rest of the test, and the viewer leaves. */
    private static void kept(String account, String sql) throws SQLException {
        rows(account, sql);
        try (var statement = database.createStatement()) {
            statement.execute("reset role; select set_config('hub.viewer', '', true), set_config('hub.sign_in', '', true), set_config('hub.partnership', '', true)");
        }
    }

    private static String service(String name, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("set local role hub_app; select access.enter_service('" + name + "')");
        }
        var found = rows(null, sql);
        try (var statement = database.createStatement()) {
            statement.execute("reset role; select set_config('hub.service', '', true)");
        }
        return found.getFirst();
    }

    private static List<String> rows(String account, String sql) throws SQLException {
        if (account != null) {
            RowMatrix.enter(database, account);
        }
        var found = new ArrayList<String>();
        try (var statement = database.createStatement()) {
            if (statement.execute(sql)) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            } else {
                found.add(Integer.toString(statement.getUpdateCount()));
            }
        }
        return found;
    }

    private static String refusal(String account, String sql) throws SQLException {
        var before = database.setSavepoint();
        try {
            rows(account, sql);
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            database.rollback(before);
        }
    }
}
