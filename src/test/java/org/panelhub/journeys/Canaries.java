package org.panelhub.journeys;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import org.panelhub.support.PlainRule;

/**
 * A unique word at the end of each text that has readers of its own, and who may read it, worked out here as a superuser from the rule as
 * it is written, in plain joins that share nothing with the policies of the database. Planted without a trace in the record, and taken
 * out again.
 */
final class Canaries implements AutoCloseable {

    /** What a planted word looks like wherever it turns up. */
    static final Pattern WORD = Pattern.compile("qm[0-9a-f]{8}mq", Pattern.CASE_INSENSITIVE);

    /**
     * One planted word.
     *
     * @param kind the text that carries it, such as {@code item.body}
     * @param id of the row
     * @param readers the members who may read it
     */
    record Canary(String word, String kind, UUID id, UUID caseId, Set<UUID> readers) {
    }

    /** The text, the column that names its row, and the members who may read each row: {@code (row, member)}. */
    private record Text(String table, String column, String key, String readers) {

        String kind() {
            return table + "." + column;
        }
    }

    private static final String BY_CASE = "select t.id, s.member from %s t join sees s on s.file = t.case_id ";

    private static final String ACTION_READERS = """
            select t.id, m.id from hub.action t join member m on m.partnership_id = t.partnership_id
             where (t.owner_member_id = m.id or t.owner_agency_id = m.agency_id and (m.id, t.panel_id) in (select member, panel from seat)
                 or (m.id, t.panel_id) in (select member, panel from standing) or (m.id, t.case_id) in (select member, file from team))
               and (t.case_id is null or (m.id, t.case_id) not in (select member, file from shut))""";
    private static final String OF_ACTION = "select o.id, r.member from %s o join (" + ACTION_READERS + ") r (action, member) on r.action = o.action_id";

    /** Whoever is to decide an appeal on the application, and is not shut out of its review. */
    private static final String DECIDING = """

            union select t.%1$s, x.reviewer_id from %2$s t join hub.trigger_appeal x on x.trigger_id = t.%1$s and x.outcome is null and (t.case_id is null or (x.reviewer_id, t.case_id) not in (select member, file from shut))""";
    private static final String DECIDING_ON = DECIDING.replace("x.trigger_id = t.%1$s", "x.trigger_id = t.trigger_id");
    /** Those who answer for applications; and, once its review is open, whoever sees that case. */
    private static final String OF_APPLICATION = """
            select t.%1$s, s.member from %2$s t join standing s on s.panel = t.panel_id where s.role in ('COORDINATOR', 'SPOC') and (t.case_id is null or (s.member, t.case_id) not in (select member, file from shut))
            union select t.%1$s, s.member from %2$s t join sees s on s.file = t.case_id""";
    /** Those who answer for applications, and whoever manages the review. */
    private static final String TO_ANSWER = """
            select t.%1$s, s.member from %2$s t join standing s on s.panel = t.panel_id where s.role in ('COORDINATOR', 'SPOC') and (t.case_id is null or (s.member, t.case_id) not in (select member, file from shut))
            union select t.%1$s, m.member from %2$s t join team m on m.file = t.case_id where m.role in ('CASE_MANAGER', 'CASE_OFFICER') and (m.member, t.case_id) not in (select member, file from shut)""";
    /** These, and who contacts people of the board's cases, once there is a review. */
    private static final String OF_APPLICANT = TO_ANSWER + """

            union select t.%1$s, s.member from %2$s t join standing s on s.panel = t.panel_id where s.role = 'VICTIM_REPRESENTATIVE' and t.case_id is not null and (s.member, t.case_id) not in (select member, file from shut)""";

    private static final List<Text> TEXTS = List.of(
            // An information lead reads its controller's own by a door, also past a seal, and never past a bar of its own.
            new Text("hub.item", "body", "id", "select item, member from item_reader union select item, member from lead_reader"),
            new Text("hub.withholding", "reason", "item_id", """
                    select w.item_id, r.member from hub.withholding w join item_reader r on r.item = w.item_id join member m on m.id = r.member and m.agency_id = w.agency_id
                    union select w.item_id, r.member from hub.withholding w join lead_reader r on r.item = w.item_id"""),
            new Text("hub.onward_request", "purpose", "id", """
                    select q.id, r.member from hub.onward_request q join item_reader r on r.item = q.item_id join member m on m.id = r.member and m.agency_id = q.agency_id
                    union select q.id, m.id from hub.onward_request q join member m on m.agency_id = q.asking_agency_id
                     where (m.id = q.asked_by or (m.id, q.panel_id) in (select member, panel from seat) or (m.id, q.case_id) in (select member, file from team)) and (m.id, q.case_id) not in (select member, file from shut)"""),
            new Text("hub.consent_withdrawal", "going_on_because", "id", "select w.id, r.member from hub.consent_withdrawal w join item_reader r on r.item = w.item_id join member m on m.id = r.member and m.agency_id = w.agency_id"),
            new Text("hub.outside_disclosure", "reason", "id", """
                    select x.id, r.member from hub.outside_disclosure x join item_reader r on r.item = x.item_id join member m on m.id = r.member and m.agency_id = x.agency_id
                    union select x.id, o.member_id from hub.outside_disclosure x join hub.agency a on a.id = x.agency_id join hub.agency b on b.signatory_id = a.signatory_id
                      join member m on m.agency_id = b.id join hub.office o on o.member_id = m.id, today where o.role = 'INFORMATION_LEAD' and today.d <@ o.during and (m.id, x.case_id) not in (select member, file from shut)"""),
            new Text("hub.safe_contact", "telephone", "person_id", """
                    select c.person_id, s.member from hub.safe_contact c join sees s on s.file = c.case_id
                     where (s.member, c.panel_id) in (select member, panel from standing where role in ('COORDINATOR', 'VICTIM_REPRESENTATIVE'))
                        or (s.member, c.case_id) in (select member, file from team where role in ('CASE_MANAGER', 'CASE_OFFICER'))
                    union select c.person_id, r.member from hub.safe_contact c join referral_reader r on r.referral = c.referral_id join member m on m.id = r.member
                     where m.agency_id = c.agency_id or (r.member, c.panel_id) in (select member, panel from standing where role in ('COORDINATOR', 'VICTIM_REPRESENTATIVE'))"""),
            new Text("hub.person", "family_name", "id", "select person, member from case_or_referral"),
            new Text("hub.person", "address", "id", "select person, member from case_or_referral"),
            new Text("hub.case_file", "subject", "id", "select file, member from sees"),
            new Text("hub.case_file", "summary", "id", "select file, member from sees"),
            new Text("hub.referral", "circumstances", "id", "select referral, member from referral_reader"),
            new Text("hub.referral", "senior_reason", "id", "select referral, member from referral_reader"),
            new Text("hub.assessment", "rationale", "id", """
                    select t.id, s.member from hub.assessment t join sees s on s.file = t.case_id
                    union select t.id, r.member from hub.assessment t join referral_reader r on r.referral = t.referral_id where (r.member, coalesce(t.case_id, r.referral)) not in (select member, file from shut)
                    union\s""" + ("select id, member from (" + OF_APPLICATION + DECIDING_ON + ") x where id in (select id from hub.assessment where trigger_id is not null)").formatted("id", "hub.assessment")),
            new Text("hub.case_reference", "reference", "md5(case_id::text || agency_id::text)::uuid", "select md5(t.case_id::text || t.agency_id::text)::uuid, s.member from hub.case_reference t join sees s on s.file = t.case_id join member m on m.id = s.member and m.agency_id = t.agency_id"),
            new Text("hub.case_bar", "reason", "id", "select t.id, s.member from hub.case_bar t join sees s on s.file = t.case_id where (s.member, t.panel_id) in (select member, panel from prepares)"),
            new Text("hub.plan", "aims", "id", BY_CASE.formatted("hub.plan")),
            new Text("hub.plan", "contingency", "id", BY_CASE.formatted("hub.plan")),
            new Text("hub.case_exit", "note", "id", BY_CASE.formatted("hub.case_exit")),
            new Text("hub.letter", "body", "id", BY_CASE.formatted("hub.letter") + """
                     where (s.member, t.panel_id) in (select member, panel from standing where role in ('CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR', 'COORDINATOR', 'ANALYST', 'SPOC'))
                        or (s.member, t.case_id) in (select member, file from team)"""),
            new Text("hub.action", "task", "id", ACTION_READERS),
            new Text("hub.action", "known_by", "id", ACTION_READERS),
            new Text("hub.action", "evidence", "id", ACTION_READERS),
            new Text("hub.action_offer", "reason", "id", OF_ACTION.formatted("hub.action_offer")),
            new Text("hub.action_extension", "reason", "id", OF_ACTION.formatted("hub.action_extension")),
            new Text("hub.case_handover", "notes", "id", BY_CASE.formatted("hub.case_handover")),
            new Text("hub.agenda_item", "late_reason", "id", """
                    select t.id, m.id from hub.agenda_item t join hub.meeting g on g.id = t.meeting_id join member m on m.partnership_id = t.partnership_id
                     where ((m.id, t.panel_id) in (select member, panel from prepares) or (m.id, t.panel_id) in (select member, panel from standing where role in ('ANALYST', 'SPOC'))
                         or g.state <> 'PLANNED' and ((m.id, t.panel_id) in (select member, panel from standing) or (m.id, t.case_id) in (select member, file from team))
                         or (m.id, t.meeting_id) in (select p.member, p.meeting from present p join observer o on o.member = p.member and o.meeting = p.meeting))
                       and (m.id, t.case_id) not in (select member, file from shut)"""),
            new Text("hub.decision", "rationale", "id", """
                    select t.id, s.member from hub.decision t join sees s on s.file = t.case_id
                     where (s.member, t.panel_id) in (select member, panel from prepares) or (s.member, t.meeting_id) in (select member, meeting from present) or (s.member, t.case_id) in (select member, file from team)
                        or (s.member, t.meeting_id) in (select member, meeting from declared) and exists (select 1 from hub.minutes n where n.meeting_id = t.meeting_id and n.state = 'CIRCULATED')"""),
            new Text("hub.trigger_asking", "what", "id", (OF_APPLICATION + DECIDING_ON).formatted("id", "hub.trigger_asking")),
            new Text("hub.trigger_complaint", "what", "id", (OF_APPLICATION + DECIDING_ON).formatted("id", "hub.trigger_complaint")),
            new Text("hub.trigger_complaint_step", "why", "id", (OF_APPLICATION + DECIDING_ON).formatted("id", "hub.trigger_complaint_step")),
            new Text("hub.trigger_decision", "why", "id", (OF_APPLICATION + DECIDING_ON).formatted("id", "hub.trigger_decision")),
            new Text("hub.trigger", "happening", "id", (OF_APPLICATION + DECIDING).formatted("id", "hub.trigger")),
            new Text("hub.trigger_event", "note", "id", (OF_APPLICATION + DECIDING_ON).formatted("id", "hub.trigger_event")),
            new Text("hub.trigger_message", "body", "id", (TO_ANSWER + DECIDING_ON).formatted("id", "hub.trigger_message")),
            new Text("hub.document", "name", "id", (TO_ANSWER + DECIDING_ON).formatted("id", "hub.document")),
            new Text("hub.document", "note", "id", (TO_ANSWER + DECIDING_ON).formatted("id", "hub.document")),
            new Text("hub.trigger_recommendation", "words", "id", (OF_APPLICATION + DECIDING_ON).formatted("id", "hub.trigger_recommendation")),
            new Text("hub.trigger_appeal", "words", "id", (TO_ANSWER + DECIDING_ON).formatted("id", "hub.trigger_appeal")),
            new Text("hub.trigger_interview", "note", "id", "select t.id, x.reviewer_id from hub.trigger_interview t join hub.trigger_appeal x on x.id = t.appeal_id"),
            new Text("hub.trigger_letter", "body", "id", OF_APPLICANT.formatted("id", "hub.trigger_letter")),
            new Text("hub.trigger_applicant", "address", "trigger_id", OF_APPLICANT.formatted("trigger_id", "hub.trigger_applicant")),
            new Text("hub.minutes_paragraph", "body", "id", PlainRule.PARAGRAPH_READERS));

    private final Connection superuser;
    private final Map<String, Canary> byWord = new TreeMap<>();

    private Canaries(Connection superuser) {
        this.superuser = superuser;
    }

    /** A meeting that is being held, and a case that ends: the demo shows both before they begin. */
    private static final String STAGE = """
            create temp table staged as select id, state, opened_at, current_item_id, current_since from hub.meeting
             where state = 'PUBLISHED' and (starts_at at time zone 'Europe/London')::date = (now() at time zone 'Europe/London')::date;
            update hub.meeting m set state = 'OPEN', opened_at = now(), current_since = now(),
                current_item_id = (select i.id from hub.agenda_item i join hub.case_file c on c.id = i.case_id where i.meeting_id = m.id and not c.sealed order by i.position desc limit 1)
             where id in (select id from staged);
            update hub.attendance set present = true, arrived_at = now() where meeting_id in (select id from staged);
            insert into hub.declaration (partnership_id, id, meeting_id, panel_id, member_id, purpose, text_signed)
            select partnership_id, gen_random_uuid(), meeting_id, panel_id, member_id, 'MEETING', 'Signed for the crawl' from hub.attendance where meeting_id in (select id from staged);
            insert into hub.case_exit (partnership_id, id, case_id, panel_id, reason, note, proposed_by)
            select partnership_id, gen_random_uuid(), id, panel_id, 'QUIET', 'Staged for the crawl', (select id from hub.member where name = 'Lena Fischer') from hub.case_file where reference = 'RV-P9ZTG';
            insert into hub.letter (partnership_id, id, case_id, panel_id, kind, addressee, body, made_by)
            select partnership_id, gen_random_uuid(), id, panel_id, 'CLOSING_NOTICE', subject, 'Staged for the crawl', (select id from hub.member where name = 'Lena Fischer') from hub.case_file where reference = 'RV-P9ZTG';
            insert into hub.action_offer (partnership_id, id, action_id, panel_id, case_id, from_agency_id, to_agency_id, reason, offered_by)
            select a.partnership_id, gen_random_uuid(), a.id, a.panel_id, a.case_id, a.owner_agency_id, m.agency_id, 'Staged for the crawl', a.made_by from hub.action a, hub.member m where a.task like 'Fit door camera%' and m.name = 'Sgt Daniel Reyes';
            insert into hub.action_extension (partnership_id, id, action_id, panel_id, case_id, was_due, due_on, reason, asked_by)
            select a.partnership_id, gen_random_uuid(), a.id, a.panel_id, a.case_id, a.due_on, a.due_on + 30, 'Staged for the crawl', a.made_by from hub.action a where a.task like 'Fit door camera%';
            insert into hub.case_handover (partnership_id, id, case_id, panel_id, from_member, to_member, notes, offered_by)
            select t.partnership_id, gen_random_uuid(), t.case_id, t.panel_id, t.member_id, m.id, 'Staged for the crawl', t.member_id from hub.case_team t join hub.case_file c on c.id = t.case_id and c.reference = 'RV-7K4QM', hub.member m where t.role = 'CASE_MANAGER' and m.name = 'Dr Amara Cole';
            update hub.agenda_item set late_reason = 'Staged for the crawl', leave_by = (select id from hub.member where name = 'Supt James Marsh') where case_id is not null and meeting_id in (select id from staged);
            update hub.action set known_by = 'Staged for the crawl' where known_by = '';
            update hub.action set evidence = 'Staged for the crawl' where evidence = '' and state <> 'OPEN';
            update hub.plan set contingency = 'Staged for the crawl' where contingency = '';
            insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject, happening)
            select partnership_id, gen_random_uuid(), id, 'RV-TCRAWLX', (now() at time zone 'Europe/London')::date, 'ONLINE', 'PERSON', 'Somebody', 'Staged for the crawl' from hub.panel where kind = 'CT_MARAC';
            insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, address) select partnership_id, id, panel_id, 'Somebody', 'Staged for the crawl' from hub.trigger where happening = 'Staged for the crawl';
            insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, note) select partnership_id, gen_random_uuid(), id, panel_id, 'RECEIVED', received_on, 'Staged for the crawl' from hub.trigger where happening = 'Staged for the crawl';
            insert into hub.trigger_asking (partnership_id, id, trigger_id, panel_id, reason, recipient, what, due_on, made_by) select partnership_id, gen_random_uuid(), id, panel_id, 'INFORMATION', 'Somebody', 'Staged for the crawl', hub.today(), (select id from hub.member where name = 'Noor Rahman') from hub.trigger where happening = 'Staged for the crawl';
            insert into hub.assessment (partnership_id, id, panel_id, trigger_id, agency_id, member_id, instrument_id, occasion, answers, score, band, judgement, rationale, assessed_on)
            select t.partnership_id, gen_random_uuid(), t.panel_id, t.id, m.agency_id, m.id, i.id, 'RECEIPT', '{}', 0, 'LOW', 'HIGH', 'Staged for the crawl', t.received_on from hub.trigger t join hub.member m on m.name = 'Noor Rahman' join hub.instrument i on i.partnership_id = t.partnership_id and i.purpose = 'VULNERABILITY' where t.happening = 'Staged for the crawl';
            insert into hub.trigger_asking (partnership_id, id, trigger_id, panel_id, reason, recipient, what, due_on, made_by) select partnership_id, gen_random_uuid(), id, panel_id, 'VULNERABLE_PANEL', 'Somebody', 'Staged for the crawl', hub.today(), (select id from hub.member where name = 'Noor Rahman') from hub.trigger where happening = 'Staged for the crawl';
            insert into hub.trigger_message (partnership_id, id, trigger_id, panel_id, from_applicant, body) select partnership_id, gen_random_uuid(), id, panel_id, true, 'Staged for the crawl' from hub.trigger where happening = 'Staged for the crawl';
            insert into hub.document (partnership_id, id, trigger_id, panel_id, from_applicant, came, name, note, kind, size, sha256, scanned_by) select partnership_id, gen_random_uuid(), id, panel_id, true, 'ONLINE', 'diary.txt', 'Staged for the crawl', 'TEXT', 1, repeat('0', 64), 'nobody' from hub.trigger where happening = 'Staged for the crawl';
            insert into hub.trigger_complaint (partnership_id, id, trigger_id, panel_id, what) select partnership_id, gen_random_uuid(), id, panel_id, 'Staged for the crawl' from hub.trigger where happening = 'Staged for the crawl';
            insert into hub.trigger_complaint_step (partnership_id, id, trigger_id, panel_id, complaint_id, kind, why, by) select partnership_id, gen_random_uuid(), trigger_id, panel_id, id, 'QUALIFIES', 'Staged for the crawl', (select id from hub.member where name = 'Noor Rahman') from hub.trigger_complaint where what = 'Staged for the crawl';
            insert into hub.trigger_decision (partnership_id, id, trigger_id, panel_id, position, met, decided_on, why, weighed, found, by) select partnership_id, gen_random_uuid(), id, panel_id, 1, false, received_on, 'Staged for the crawl', '{}', '{}', (select id from hub.member where name = 'Noor Rahman') from hub.trigger where happening = 'Staged for the crawl';
            insert into hub.trigger_letter (partnership_id, id, trigger_id, panel_id, kind, language, title, body, made_by)
            select partnership_id, gen_random_uuid(), id, panel_id, 'ACKNOWLEDGEMENT', 'en', 'We have your form', 'Staged for the crawl', (select id from hub.member where name = 'Noor Rahman') from hub.trigger where happening = 'Staged for the crawl';
            insert into hub.trigger_letter (partnership_id, id, trigger_id, panel_id, kind, language, title, body, made_by, put_forward_at)
            select partnership_id, gen_random_uuid(), id, panel_id, 'RESOLUTION', 'en', 'What was done', 'Staged for the crawl', (select id from hub.member where name = 'Noor Rahman'), hub.now() from hub.trigger where happening = 'Staged for the crawl';
            insert into hub.trigger_appeal (partnership_id, id, trigger_id, panel_id, about, words, received_how, asked_on, reviewer_id, named_by, named_at)
            select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, 'HANDLING', 'Staged for the crawl', 'ONLINE', t.received_on, m.id, m.id, now() from hub.trigger t, hub.member m where t.happening = 'Staged for the crawl' and m.name = 'Grace Adeyemi';
            insert into hub.case_file (partnership_id, id, panel_id, reference, subject, summary) select partnership_id, md5('staged review')::uuid, id, 'RV-CRAWL', 'Somebody', 'Staged for the crawl' from hub.panel where kind = 'CT_MARAC';
            insert into hub.trigger (partnership_id, id, panel_id, case_id, reference, received_on, received_how, applicant_kind, subject, happening, state)
            select partnership_id, md5('staged application')::uuid, panel_id, id, 'RV-TCRAWLY', (now() at time zone 'Europe/London')::date, 'ONLINE', 'PERSON', 'Somebody', 'Staged for the crawl', 'MET' from hub.case_file where reference = 'RV-CRAWL';
            insert into hub.assessment (partnership_id, id, panel_id, case_id, trigger_id, agency_id, member_id, instrument_id, occasion, answers, score, band, judgement, rationale, assessed_on)
            select t.partnership_id, gen_random_uuid(), t.panel_id, t.case_id, t.id, m.agency_id, m.id, i.id, 'BEFORE_REVIEW', '{}', 0, 'LOW', 'LOW', 'Staged for the crawl', t.received_on from hub.trigger t join hub.member m on m.name = 'Noor Rahman' join hub.instrument i on i.partnership_id = t.partnership_id and i.purpose = 'VULNERABILITY' where t.reference = 'RV-TCRAWLY';
            insert into hub.trigger_recommendation (partnership_id, id, trigger_id, panel_id, case_id, addressee, words, made_on, made_by)
            select partnership_id, gen_random_uuid(), id, panel_id, case_id, 'A landlord', 'Staged for the crawl', (now() at time zone 'Europe/London')::date, (select id from hub.member where name = 'Noor Rahman') from hub.trigger where reference = 'RV-TCRAWLY';
            insert into hub.trigger_interview (partnership_id, id, appeal_id, trigger_id, panel_id, whom, on_day, note, by)
            select partnership_id, gen_random_uuid(), id, trigger_id, panel_id, 'CHAIR', asked_on, 'Staged for the crawl', reviewer_id from hub.trigger_appeal where words = 'Staged for the crawl';
            insert into hub.controller_access (partnership_id, id, member_id, signatory_id, reason, until)
            select o.partnership_id, gen_random_uuid(), o.member_id, a.signatory_id, 'Staged for the crawl', now() + interval '8 hours' from hub.office o join hub.member m on m.id = o.member_id join hub.agency a on a.id = m.agency_id where o.role = 'INFORMATION_LEAD';
            """;

    private static final String STRIKE = """
            delete from hub.action_offer where reason = 'Staged for the crawl';
            delete from hub.action_extension where reason = 'Staged for the crawl';
            delete from hub.case_handover where notes = 'Staged for the crawl';
            update hub.agenda_item set late_reason = '', leave_by = null where late_reason = 'Staged for the crawl';
            update hub.action set known_by = '' where known_by = 'Staged for the crawl';
            update hub.action set evidence = '' where evidence = 'Staged for the crawl';
            update hub.plan set contingency = '' where contingency = 'Staged for the crawl';
            delete from hub.assessment where rationale like 'Staged for the crawl%';
            delete from hub.trigger_asking where what like 'Staged for the crawl%';
            delete from hub.trigger_interview where note like 'Staged for the crawl%';
            delete from hub.trigger_appeal where words like 'Staged for the crawl%';
            delete from hub.document_content where document_id in (select id from hub.document where note like 'Staged for the crawl%');
            delete from hub.document where note like 'Staged for the crawl%';
            delete from hub.trigger_message where body like 'Staged for the crawl%';
            delete from hub.trigger_event where note like 'Staged for the crawl%';
            delete from hub.trigger_decision where why like 'Staged for the crawl%';
            delete from hub.trigger_complaint_step where why like 'Staged for the crawl%';
            delete from hub.trigger_complaint where what like 'Staged for the crawl%';
            delete from hub.trigger_letter where body like 'Staged for the crawl%';
            delete from hub.trigger_applicant where address like 'Staged for the crawl%';
            delete from hub.trigger_recommendation where trigger_id in (select id from hub.trigger where happening like 'Staged for the crawl%');
            delete from hub.trigger_event where trigger_id in (select id from hub.trigger where happening like 'Staged for the crawl%');
            delete from hub.trigger where happening like 'Staged for the crawl%';
            delete from hub.case_file where reference = 'RV-CRAWL';
            delete from hub.controller_access where reason = 'Staged for the crawl';
            delete from hub.declaration where text_signed = 'Signed for the crawl';
            delete from hub.case_exit where note like 'Staged for the crawl%';
            delete from hub.letter where body like 'Staged for the crawl%';
            update hub.attendance set present = false, arrived_at = null where meeting_id in (select id from staged);
            update hub.meeting m set state = s.state, opened_at = s.opened_at, current_item_id = s.current_item_id, current_since = s.current_since from staged s where s.id = m.id;
            """;

    /** Plants a word in each text there is now, with a meeting under way. */
    static Canaries plant(Connection superuser) throws SQLException {
        superuser.setAutoCommit(true);
        try (var statement = superuser.createStatement()) {
            // No triggers: planting is no write of the hub, and the record would carry the words on.
            statement.execute("set session_replication_role = replica");
            statement.execute(STAGE);
        }
        var canaries = new Canaries(superuser);
        for (var text : TEXTS) {
            canaries.plant(text);
        }
        // What is in a file has the readers of its note: it holds the same word, and is read by its download alone.
        try (var statement = superuser.createStatement()) {
            statement.execute("insert into hub.document_content (partnership_id, document_id, content) select partnership_id, id, convert_to(note, 'UTF8') from hub.document where note like 'Staged for the crawl%'");
        }
        return canaries;
    }

    private void plant(Text text) throws SQLException {
        Map<UUID, Set<UUID>> readers = new HashMap<>();
        try (var statement = superuser.createStatement(); var rows = statement.executeQuery(PlainRule.FACTS + text.readers)) {
            while (rows.next()) {
                readers.computeIfAbsent(rows.getObject(1, UUID.class), id -> new HashSet<>()).add(rows.getObject(2, UUID.class));
            }
        }
        var caseColumn = text.table.equals("hub.case_file") ? "id" : "case_id";
        List<Object[]> found = new ArrayList<>();
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery("select " + text.key + ", " + caseColumn + ", ctid::text from " + text.table + " where " + text.column + " <> ''")) {
            while (rows.next()) {
                found.add(new Object[] {rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getString(3)});
            }
        }
        for (var row : found) {
            var word = "qm" + UUID.randomUUID().toString().substring(0, 8) + "mq";
            try (var update = superuser.prepareStatement("update " + text.table + " set " + text.column + " = " + text.column + " || ' ' || ? where ctid = ?::tid")) {
                update.setString(1, word);
                update.setString(2, (String) row[2]);
                update.executeUpdate();
            }
            byWord.put(word, new Canary(word, text.kind(), (UUID) row[0], (UUID) row[1], readers.getOrDefault((UUID) row[0], Set.of())));
        }
    }

    Map<String, Canary> byWord() {
        return byWord;
    }

    /** The texts are as they were. */
    @Override
    public void close() throws SQLException {
        try (superuser) {
            for (var text : TEXTS) {
                try (var update = superuser.prepareStatement("update " + text.table + " set " + text.column + " = regexp_replace(" + text.column + ", ' qm[0-9a-f]{8}mq', '', 'g') where " + text.column + " ~ 'qm[0-9a-f]{8}mq'")) {
                    update.executeUpdate();
                }
            }
            try (var statement = superuser.createStatement()) {
                statement.execute(STRIKE);
            }
        }
    }
}
