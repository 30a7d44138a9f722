package org.panelhub.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.panelhub.support.HubDatabase;
import org.panelhub.support.TestSubjects;

/**
 * For each table and each kind of viewer the rows it may see, named so that a person can judge them, read as {@code hub_app} from the demo
 * partnerships and a few planted rows. Works inside one transaction of a superuser, which is never committed.
 */
final class RowMatrix {

    /** Kinds of viewer, each by a demo account; nobody has none. */
    static final Map<String, String> VIEWERS = new LinkedHashMap<>();

    static {
        VIEWERS.put("police with a seat", "police");
        VIEWERS.put("police without a seat", "police.other");
        VIEWERS.put("chair", "chair");
        VIEWERS.put("coordinator", "coordinator");
        VIEWERS.put("analyst", "analyst");
        VIEWERS.put("single point of contact, on another panel", "spoc");
        VIEWERS.put("mental health", "mentalhealth");
        VIEWERS.put("housing, case manager", "housing");
        VIEWERS.put("housing, senior officer", "housing.senior");
        VIEWERS.put("another service of the council", "socialcare");
        VIEWERS.put("barred from one case", "childrens");
        VIEWERS.put("victim's representative", "victimsupport");
        VIEWERS.put("no undertaking", "noise");
        VIEWERS.put("unsigned landlord", "unsigned");
        VIEWERS.put("administrator", "admin");
        VIEWERS.put("information lead", "infolead");
        VIEWERS.put("observer", "observer");
        VIEWERS.put("no place on the panel", "probation");
        VIEWERS.put("the other partnership", "hillside.police");
        VIEWERS.put("guest of an unsigned body, with an undertaking", "planted.guest");
        VIEWERS.put("appeal reviewer", "planted.reviewer");
        VIEWERS.put("duty officer, in an emergency", "planted.duty");
        VIEWERS.put("deputy, after the last day", "planted.deputy");
        VIEWERS.put("nobody", null);
    }

    /** The record grows with every write; only the planted entries are counted. */
    /** Tables without any policy: what is in them is reached by doors alone. A row of each is planted all the same. */
    static final Set<String> SEEN_BY_NOBODY = Set.of("hub.public_attempt", "hub.trigger_draft");

    private static final String PLANTED = """
            insert into hub.member (partnership_id, id, agency_id, name) select a.partnership_id, md5('planted.' || x.k)::uuid, a.id, 'Planted ' || x.k from (values ('guest', 'Harbour Homes'), ('reviewer', 'probation'), ('duty', 'police'), ('deputy', 'mental health')) x (k, a) join hub.agency a on a.short_name = x.a and a.name not like 'Hillside%';
            insert into hub.sign_in (issuer, subject, partnership_id, member_id) select (select issuer from hub.sign_in limit 1), 'demo-planted-' || x.k, m.partnership_id, m.id from unnest(array['guest', 'reviewer', 'duty', 'deputy']) x (k) join hub.member m on m.id = md5('planted.' || x.k)::uuid;
            insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during) select p.partnership_id, gen_random_uuid(), md5('planted.' || k)::uuid, p.id, p.undertaking_text, daterange(hub.today() - 9, hub.today() + 300) from unnest(array['guest', 'deputy']) k, hub.panel p join hub.partnership n on n.id = p.partnership_id where n.reference_prefix = 'RV' and p.short_name = 'VVP';
            insert into hub.guest (partnership_id, id, meeting_id, panel_id, case_id, member_id) select i.partnership_id, gen_random_uuid(), i.meeting_id, i.panel_id, i.case_id, md5('planted.guest')::uuid from hub.agenda_item i join hub.meeting m on m.id = i.meeting_id and m.state = 'PUBLISHED' where i.title in ('RV-7K4QM', 'RV-C8WNP');
            insert into hub.attendance (partnership_id, id, meeting_id, panel_id, member_id, capacity) select distinct on (meeting_id) partnership_id, gen_random_uuid(), meeting_id, panel_id, member_id, 'GUEST' from hub.guest;
            insert into hub.seat (partnership_id, id, panel_id, member_id, role, during) select partnership_id, gen_random_uuid(), panel_id, md5('planted.deputy')::uuid, 'DEPUTY', daterange(hub.today() - 9, hub.today()) from hub.meeting where state = 'PLANNED';
            insert into hub.deputy (partnership_id, id, panel_id, agency_id, for_member, member_id, during, named_by, state, decided_by, decided_at) select m.partnership_id, gen_random_uuid(), s.panel_id, m.agency_id, m.id, md5('planted.deputy')::uuid, daterange(hub.today() - 9, hub.today()), m.id, 'CONFIRMED', m.id, hub.now() from hub.member m join hub.seat s on s.member_id = m.id join hub.panel p on p.id = s.panel_id where m.name = 'Dr Amara Cole' and p.short_name = 'VVP';
            insert into hub.appeal_review (partnership_id, id, case_id, panel_id, member_id, question, from_on, named_by) select partnership_id, gen_random_uuid(), id, panel_id, md5('planted.reviewer')::uuid, 'planted review', hub.today(), md5('planted.deputy')::uuid from hub.case_file where reference in ('RV-7K4QM', 'RV-C8WNP');
            insert into hub.office (partnership_id, id, member_id, role, during) select partnership_id, gen_random_uuid(), id, 'DUTY_OFFICER', daterange(hub.today() - 1, hub.today() + 30) from hub.member where name = 'Planted duty';
            insert into hub.emergency (partnership_id, id, case_id, panel_id, member_id, opened_as, reason, opened_at, until, review_by) select partnership_id, md5('planted ' || reference)::uuid, id, panel_id, md5('planted.duty')::uuid, 'DUTY_OFFICER', 'planted emergency', hub.now() - interval '1 minute', hub.now() + interval '2 hours', hub.today() + 3 from hub.case_file where reference in ('RV-7K4QM', 'RV-C8WNP');
            insert into hub.emergency_review (partnership_id, emergency_id, case_id, panel_id, outcome, note, reviewed_by) select partnership_id, id, case_id, panel_id, 'JUSTIFIED', 'planted outcome', member_id from hub.emergency where reason = 'planted emergency';
            insert into hub.reminder_choice (partnership_id, member_id, how) select s.partnership_id, s.member_id, 'WEEKLY' from hub.sign_in s where s.subject in ('demo-police', 'demo-observer');
            insert into hub.calendar_feed (partnership_id, id, member_id, code_hash) select s.partnership_id, gen_random_uuid(), s.member_id, md5('planted.' || s.subject) from hub.sign_in s where s.subject in ('demo-police', 'demo-observer');
            insert into hub.designated_officer (partnership_id, id, signatory_id, name, email, during) select partnership_id, gen_random_uuid(), id, 'planted officer of ' || name, 'officer@example.org', daterange(hub.today() - 9, null) from hub.signatory where name in ('Harbour Homes', 'Riverside Police');
            insert into hub.invitation (partnership_id, id, member_id, code_hash, expires_at) select partnership_id, gen_random_uuid(), id, md5('planted'), hub.now() + interval '1 day' from hub.member where name = 'Ella Wood';
            insert into hub.agenda_change (partnership_id, id, meeting_id, panel_id, case_id, edition, kind, title) select partnership_id, gen_random_uuid(), meeting_id, panel_id, case_id, 1, 'ADDED', 'planted change: ' || title from hub.agenda_item where title in ('RV-C8WNP', 'RV-P9ZTG', 'HS-4TRWK') and meeting_id <> (select meeting_id from hub.minutes);
            insert into hub.outbox (partnership_id, id, to_member, template, subject, body) select partnership_id, gen_random_uuid(), id, 'planted', 'OFFICIAL: planted mail', '' from hub.member where name = 'Sgt Daniel Reyes';
            insert into hub.lapse_reminder (partnership_id, id, about, days) select id, gen_random_uuid(), 'REVIEW', array[60, 14] from hub.partnership;
            insert into hub.public_attempt (kind, who, at) values ('planted', sha256('planted'), hub.now());
            insert into hub.draft (partnership_id, member_id, form, typed) select partnership_id, id, 'planted draft', '{}' from hub.member where name = 'Priya Nair';
            insert into hub.idempotency (partnership_id, member_id, key, request_hash, status) select partnership_id, id, 'planted key', '', 201 from hub.member where name = 'Priya Nair';
            insert into hub.action_update (partnership_id, id, action_id, panel_id, case_id, state, note, made_by) select partnership_id, gen_random_uuid(), id, panel_id, case_id, 'OPEN', 'Planted: ' || task, made_by from hub.action where task like 'Fit door%' or task like 'Speak to%';
            insert into hub.action_offer (partnership_id, id, action_id, panel_id, case_id, from_agency_id, to_agency_id, reason, offered_by) select x.partnership_id, gen_random_uuid(), x.id, x.panel_id, x.case_id, x.owner_agency_id, (select g.id from hub.agency g where g.partnership_id = x.partnership_id and g.id <> x.owner_agency_id order by g.name limit 1), 'Planted: ' || left(x.task, 24), x.made_by from hub.action x where x.task like 'Fit door%' or x.task like 'Speak to%';
            insert into hub.escalation_ladder (partnership_id, id, panel_id, during, owner_days) select partnership_id, gen_random_uuid(), id, daterange(hub.today(), null), 1 from hub.panel where short_name = 'VVP';
            insert into hub.trigger_arrangement (partnership_id, id, during, complaints, report_months, apply_months, weighed, discretion, spans, amber_days) select id, gen_random_uuid(), daterange(hub.today() - 900, hub.today() - 800), 3, 1, 6, array['HARM'], false, '[]', 2 from hub.partnership;
            insert into hub.escalation (partnership_id, id, action_id, panel_id, case_id, rung, due_on, member_id) select partnership_id, gen_random_uuid(), id, panel_id, case_id, 'CHAIR', due_on, made_by from hub.action where task like 'Fit door%' or task like 'Speak to%';
            insert into hub.case_file (partnership_id, id, panel_id, reference, subject) select partnership_id, md5('planted review case')::uuid, id, 'RV-B6ARD', 'Planted review' from hub.panel where kind = 'CT_MARAC';
            insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'planted bar' from hub.case_file c, hub.member m where c.reference = 'RV-B6ARD' and m.name = 'Dr Amara Cole';
            insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'CASE_OFFICER', daterange(hub.today() - 1, null) from hub.case_file c, hub.member m where c.reference = 'RV-B6ARD' and m.name = 'Stan Kowalski';
            insert into hub.appeal_review (partnership_id, id, case_id, panel_id, member_id, question, from_on, named_by) select partnership_id, gen_random_uuid(), id, panel_id, md5('planted.reviewer')::uuid, 'planted appeal of a review', hub.today(), md5('planted.deputy')::uuid from hub.case_file where reference = 'RV-B6ARD';
            insert into hub.trigger_draft (partnership_id, id, code_hash) select id, gen_random_uuid(), md5('planted draft ' || id) from hub.partnership;
            insert into hub.trigger (partnership_id, id, panel_id, case_id, reference, received_on, received_how, applicant_kind, subject, state) select p.partnership_id, md5('planted ' || x.r)::uuid, p.id, case x.r when 'RV-TBBBBBB' then md5('planted review case')::uuid end, x.r, hub.today(), 'ONLINE', 'PERSON', x.s, case x.r when 'RV-TBBBBBB' then 'MET' else 'RECEIVED' end from hub.panel p, (values ('RV-TAAAAAA', 'planted, to decide'), ('RV-TBBBBBB', 'planted, under review')) x (r, s) where p.kind = 'CT_MARAC';
            insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, case_id, name) select partnership_id, id, panel_id, case_id, 'Applicant of ' || reference from hub.trigger where subject like 'planted%';
            insert into hub.trigger_complaint (partnership_id, id, trigger_id, panel_id, case_id, reported_to, complainant) select partnership_id, gen_random_uuid(), id, panel_id, case_id, 'police', 'planted neighbour' from hub.trigger where subject like 'planted%';
            insert into hub.trigger_complaint_step (partnership_id, id, trigger_id, panel_id, case_id, complaint_id, kind, why, by) select c.partnership_id, gen_random_uuid(), c.trigger_id, c.panel_id, c.case_id, c.id, 'CHANGED', 'Planted: ' || t.subject, (select id from hub.member where name = 'Lena Fischer') from hub.trigger_complaint c join hub.trigger t on t.id = c.trigger_id where t.subject like 'planted%';
            insert into hub.trigger_complaint (partnership_id, id, trigger_id, panel_id, case_id, reported_to) select partnership_id, 'ffffffff-0000-4000-8000-000000000000'::uuid, id, panel_id, case_id, 'council' from hub.trigger where reference = 'RV-TAAAAAA';
            insert into hub.trigger_complaint (partnership_id, id, trigger_id, panel_id, case_id, reported_to) select partnership_id, 'ffffffff-0000-4000-8000-000000000001'::uuid, id, panel_id, case_id, 'council' from hub.trigger where reference = 'RV-TBBBBBB';
            insert into hub.trigger_complaint_pair (partnership_id, id, trigger_id, panel_id, case_id, first_id, second_id, verdict, by) select c.partnership_id, gen_random_uuid(), c.trigger_id, c.panel_id, c.case_id, c.id, d.id, 'SAME', (select id from hub.member where name = 'Lena Fischer') from hub.trigger_complaint c join hub.trigger_complaint d on d.trigger_id = c.trigger_id and c.id < d.id where c.reported_to = 'police' and d.id::text like 'ffffffff-0000-4000-8000-%';
            insert into hub.trigger_decision (partnership_id, id, trigger_id, panel_id, case_id, position, met, decided_on, why, weighed, found, by) select partnership_id, gen_random_uuid(), id, panel_id, case_id, 1, false, hub.today(), 'Planted decision of ' || reference, '{}', '{}', (select id from hub.member where name = 'Lena Fischer') from hub.trigger where subject like 'planted%';
            insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, case_id, kind, on_day, note) select partnership_id, gen_random_uuid(), id, panel_id, case_id, 'RECEIVED', received_on, 'Planted event of ' || reference from hub.trigger where subject like 'planted%';
            insert into hub.trigger_message (partnership_id, id, trigger_id, panel_id, case_id, from_applicant, body) select partnership_id, gen_random_uuid(), id, panel_id, case_id, true, 'Planted message of ' || reference from hub.trigger where subject like 'planted%';
            insert into hub.document (partnership_id, id, trigger_id, panel_id, case_id, from_applicant, came, name, kind, size, sha256, scanned_by) select partnership_id, md5('planted file ' || reference)::uuid, id, panel_id, case_id, true, 'ONLINE', 'Planted file of ' || reference, 'TEXT', 1, repeat('0', 64), 'nobody' from hub.trigger where subject like 'planted%';
            insert into hub.document (partnership_id, id, trigger_id, panel_id, case_id, from_applicant, came, name, kind, size, sha256, scanned_by, by) select partnership_id, md5('planted letter file ' || reference)::uuid, id, panel_id, case_id, false, 'LETTER', 'Planted file by letter of ' || reference, 'PDF', 1, repeat('0', 64), 'nobody', (select id from hub.member where name = 'Lena Fischer') from hub.trigger where subject like 'planted%';
            insert into hub.document_content (partnership_id, document_id, content) select partnership_id, id, 'x' from hub.document where name like 'Planted file%';
            insert into hub.trigger_letter (partnership_id, id, trigger_id, panel_id, case_id, kind, language, title, body, made_by) select partnership_id, gen_random_uuid(), id, panel_id, case_id, 'ACKNOWLEDGEMENT', 'en', 'Planted letter of ' || reference, 'planted', (select id from hub.member where name = 'Lena Fischer') from hub.trigger where subject like 'planted%';
            insert into hub.assessment (partnership_id, id, panel_id, trigger_id, agency_id, member_id, instrument_id, answers, score, band, judgement, assessed_on) select t.partnership_id, gen_random_uuid(), t.panel_id, t.id, m.agency_id, m.id, i.id, '{}', 0, 'LOW', 'LOW', hub.today() from hub.trigger t join hub.member m on m.name = 'Lena Fischer' join hub.instrument i on i.partnership_id = t.partnership_id and i.purpose = 'VULNERABILITY' where t.subject like 'planted%';
            insert into hub.trigger_asking (partnership_id, id, trigger_id, panel_id, case_id, reason, recipient, due_on, made_by) select partnership_id, gen_random_uuid(), id, panel_id, case_id, 'INFORMATION', 'Planted asking of ' || reference, hub.today(), (select id from hub.member where name = 'Lena Fischer') from hub.trigger where subject like 'planted%';
            insert into hub.trigger_letter (partnership_id, id, trigger_id, panel_id, case_id, kind, language, title, body, made_by, put_forward_at) select partnership_id, gen_random_uuid(), id, panel_id, case_id, 'RESOLUTION', 'en', 'Planted letter to sign of ' || reference, 'planted', (select id from hub.member where name = 'Lena Fischer'), hub.now() from hub.trigger where subject like 'planted%';
            insert into hub.trigger_sign_off (partnership_id, id, trigger_id, panel_id, case_id, letter_id, words_hash, signed_by) select partnership_id, gen_random_uuid(), trigger_id, panel_id, case_id, id, md5('planted'), made_by from hub.trigger_letter where title like 'Planted letter to sign%';
            insert into hub.trigger_recommendation (partnership_id, id, trigger_id, panel_id, case_id, addressee, words, made_on, made_by) select partnership_id, gen_random_uuid(), id, panel_id, case_id, 'Somebody', 'Planted recommendation of ' || reference, hub.today(), md5('planted.deputy')::uuid from hub.trigger where subject like 'planted%' and case_id is not null;
            insert into hub.trigger_appeal (partnership_id, id, trigger_id, panel_id, case_id, about, words, received_how, asked_on, reviewer_id, named_by, named_at) select partnership_id, md5('planted appeal ' || reference)::uuid, id, panel_id, case_id, 'HANDLING', 'Planted appeal of ' || reference, 'ONLINE', hub.today(), md5('planted.reviewer')::uuid, md5('planted.deputy')::uuid, hub.now() from hub.trigger where subject like 'planted%';
            insert into hub.trigger_appeal (partnership_id, id, trigger_id, panel_id, case_id, about, words, received_how, asked_on, reviewer_id, named_by, named_at, outcome, outcome_words, outcome_on, outcome_by) select partnership_id, md5('planted answered appeal ' || reference)::uuid, id, panel_id, case_id, 'THRESHOLD', 'Planted answered appeal of ' || reference, 'ONLINE', hub.today(), md5('planted.deputy')::uuid, md5('planted.deputy')::uuid, hub.now(), 'UPHELD', 'x', hub.today(), md5('planted.deputy')::uuid from hub.trigger where subject like 'planted%';
            insert into hub.trigger_interview (partnership_id, id, appeal_id, trigger_id, panel_id, case_id, whom, on_day, note, by) select a.partnership_id, gen_random_uuid(), a.id, a.trigger_id, a.panel_id, a.case_id, 'SPOC', hub.today(), 'Planted interview: ' || a.words, a.reviewer_id from hub.trigger_appeal a where a.words like 'Planted%';
            insert into hub.trigger_bar (partnership_id, id, trigger_id, panel_id, member_id, kind) select t.partnership_id, gen_random_uuid(), t.id, t.panel_id, m.id, 'PARTY' from hub.trigger t, hub.member m where (t.reference, m.name) in (('RV-TAAAAAA', 'Stan Kowalski'), ('RV-TAAAAAA', 'Noor Rahman'), ('RV-TBBBBBB', 'Stan Kowalski'));
            insert into hub.case_handover (partnership_id, id, case_id, panel_id, from_member, to_member, notes, offered_by) select t.partnership_id, gen_random_uuid(), t.case_id, t.panel_id, t.member_id, md5('planted.duty')::uuid, 'planted notes', t.member_id from hub.case_team t where t.role = 'CASE_MANAGER';
            insert into hub.action_extension (partnership_id, id, action_id, panel_id, case_id, was_due, due_on, reason, asked_by) select partnership_id, gen_random_uuid(), id, panel_id, case_id, due_on, due_on + 7, 'Planted: ' || left(task, 24), made_by from hub.action where task like 'Fit door%' or task like 'Speak to%';
            insert into hub.case_exit (partnership_id, id, case_id, panel_id, reason, proposed_by) select partnership_id, gen_random_uuid(), id, panel_id, 'RESOLVED', (select id from hub.member where name = 'Lena Fischer') from hub.case_file where reference in ('RV-H5LBK', 'RV-C8WNP', 'HS-4TRWK');
            insert into hub.letter (partnership_id, id, case_id, panel_id, kind, addressee, body, made_by) select partnership_id, gen_random_uuid(), id, panel_id, 'CLOSING_NOTICE', subject, 'Planted', (select id from hub.member where name = 'Lena Fischer') from hub.case_file where reference in ('RV-7K4QM', 'RV-C8WNP');
            insert into hub.referral (partnership_id, id, panel_id, agency_id, author_id, state, own_reference) select m.partnership_id, gen_random_uuid(), p.id, m.agency_id, m.id, 'DRAFT', 'planted draft of ' || m.name from hub.member m join hub.panel p on p.partnership_id = m.partnership_id where m.name in ('Priya Nair', 'Ella Wood') and p.short_name = 'VVP';
            insert into hub.member_identity (partnership_id, id, member_id, given_names, family_name, born, statement) select partnership_id, gen_random_uuid(), id, 'Daniel', 'Reyes', '1980-01-01', 'planted' from hub.member where name = 'Sgt Daniel Reyes';
            insert into hub.private_relation (partnership_id, id, member_id, name, relation) select partnership_id, gen_random_uuid(), id, 'Planted Cousin', 'cousin' from hub.member where name = 'Supt James Marsh';
            insert into hub.conflict_finding (partnership_id, id, bar_id, case_id, panel_id, member_id, kind, agrees) select partnership_id, gen_random_uuid(), id, case_id, panel_id, member_id, 'RELATION', 'NAME' from hub.case_bar where how = 'SET';
            insert into hub.referral_bar (partnership_id, id, referral_id, panel_id, member_id, kind, agrees) select r.partnership_id, gen_random_uuid(), r.id, r.panel_id, m.id, 'PARTY', 'NAME' from hub.referral r, hub.member m where (r.own_reference, m.name) in (('NG-20355', 'Owen Clarke'), ('NG-20440', 'Grace Adeyemi'));
            insert into hub.surname_hint (partnership_id, id, case_id, panel_id, member_id, person_id) select p.partnership_id, gen_random_uuid(), p.case_id, p.panel_id, m.id, p.id from hub.person p, hub.member m where p.family_name in ('Fitch', 'Demir') and m.name in ('Supt James Marsh', 'Priya Nair');
            insert into hub.controller_access (partnership_id, id, member_id, signatory_id, reason, until) select m.partnership_id, gen_random_uuid(), m.id, a.signatory_id, 'planted access of ' || m.name, hub.now() from hub.member m join hub.agency a on a.id = m.agency_id where m.name in ('Maya Lindqvist', 'Sgt Daniel Reyes');
            insert into audit.entry (partnership_id, member_id, agency_id, act, kind, subject, case_id, panel_id, about_agency_id)
              select m.partnership_id, m.id, m.agency_id, 'READ', 'item', 'planted: ' || m.name || ' read ' || left(i.body, 12), i.case_id, i.panel_id, i.agency_id from hub.member m, hub.item i where m.name in ('Priya Nair', 'Sgt Daniel Reyes') and i.body like 'Sleep and%';
            insert into audit.entry (partnership_id, member_id, agency_id, act, kind, subject, case_id, panel_id)
              select m.partnership_id, m.id, m.agency_id, 'READ', 'case_file', 'planted: the case, read by ' || m.name, c.id, c.panel_id from hub.member m, hub.case_file c where m.name = 'Priya Nair' and c.reference in ('RV-7K4QM', 'RV-C8WNP');
            insert into audit.entry (partnership_id, member_id, agency_id, act, kind, subject, case_id, panel_id, failed)
              select m.partnership_id, m.id, m.agency_id, 'REFUSED', 'case', 'planted: refused ' || m.name, c.id, c.panel_id, 'standing' from hub.member m, hub.case_file c where m.name in ('Karl Jensen', 'PC Tom Ashby') and c.reference = 'RV-7K4QM';
            insert into audit.verification (partnership_id, id, started_by, state) select partnership_id, gen_random_uuid(), id, 'DONE' from hub.member where name in ('Maya Lindqvist', 'Anna Bright');
            insert into audit.watch (partnership_id, id, during, refusals, refusal_days, cases, cases_minutes, exports, barred_days, set_by)
              select partnership_id, gen_random_uuid(), daterange(hub.today(), null), 10, 7, 25, 60, 20, 90, id from hub.member where name in ('Maya Lindqvist', 'Anna Bright');
            insert into audit.seal (partnership_id, number, encoding, epoch, epoch_reason, epoch_from, epoch_first_entry, system_identifier, timeline, carried, below, first_entry, entries, root, sealed_at, key_id, signature, entry_ids, leaves)
              select p.id, 1, 1, 1, 'planted seal', '0', 0, 1, 1, false, '1', 1, 1, sha256(''), hub.now(), 'key', '', array[1], sha256('') from (select id from hub.partnership union all select null) p;
            insert into audit.detail (entry_id, partnership_id, case_id, panel_id, about_agency_id, salt, body)
              select e.id, e.partnership_id, e.case_id, e.panel_id, (select id from hub.agency where short_name = x.a), '', jsonb_build_object('name', 'planted detail about ' || x.a)
                from audit.entry e, (values ('council housing', 'planted: Priya Nair'), ('mental health', 'planted: Sgt Daniel')) x (a, s) where e.subject like x.s || '%';
            """;

    private RowMatrix() {
    }

    static Connection database() throws SQLException {
        return database("rowmatrix");
    }

    static Connection database(String name) throws SQLException {
        var connection = HubDatabase.another(name);
        try (var statement = connection.createStatement()) {
            for (var table : List.of("detail", "entry")) {
                statement.execute("alter table audit." + table + " disable trigger user; delete from audit." + table + "; alter table audit." + table + " enable always trigger unchangeable");
            }
            statement.execute("alter table audit.detail enable always trigger erased_by_decision");
            statement.execute("set local session_replication_role = replica");
            statement.execute(PLANTED);
            statement.execute("set local session_replication_role = origin");
        }
        connection.commit();
        return connection;
    }

    static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('hub', 'audit') and c.relkind in ('r', 'p') order by 1""")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** Table by table, viewer by viewer, what it sees, as lines. */
    static List<String> read(Connection connection) throws SQLException {
        var labels = labels(connection);
        var lines = new ArrayList<String>();
        var seen = new TreeMap<String, Map<String, List<String>>>();
        for (var viewer : VIEWERS.entrySet()) {
            Savepoint before = connection.setSavepoint();
            enter(connection, viewer.getValue());
            for (var table : tables(connection)) {
                seen.computeIfAbsent(table, t -> new LinkedHashMap<>()).put(viewer.getKey(), visible(connection, table, labels));
            }
            connection.rollback(before);
        }
        seen.forEach((table, viewers) -> {
            lines.add("");
            lines.add(table);
            // Viewers who see the same are named together.
            var groups = new LinkedHashMap<List<String>, List<String>>();
            viewers.forEach((viewer, rows) -> groups.computeIfAbsent(rows, r -> new ArrayList<>()).add(viewer));
            groups.forEach((rows, group) -> {
                lines.add("  " + String.join("; ", group) + ": " + rows.size());
                rows.forEach(row -> lines.add("      " + row));
            });
        });
        return lines;
    }

    /** Lays the viewer's pass into this transaction and takes on the serving role, as the hub's one interceptor does. */
    static void enter(Connection connection, String account) throws SQLException {
        try (var statement = connection.prepareStatement("select access.enter(?, ?)"); var role = connection.createStatement()) {
            role.execute("set local role hub_app");
            if (account != null) {
                statement.setString(1, HubDatabase.ISSUER);
                statement.setString(2, TestSubjects.subject(account));
                statement.execute();
            }
        }
    }

    static List<String> references(Connection connection, String account) throws SQLException {
        Savepoint before = connection.setSavepoint();
        enter(connection, account);
        var references = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select reference from hub.case_file order by 1")) {
            while (rows.next()) {
                references.add(rows.getString(1));
            }
        }
        connection.rollback(before);
        return references;
    }

    static List<String> items(Connection connection, String account) throws SQLException {
        Savepoint before = connection.setSavepoint();
        enter(connection, account);
        var bodies = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select left(body, 20) from hub.item order by 1")) {
            while (rows.next()) {
                bodies.add(rows.getString(1));
            }
        }
        connection.rollback(before);
        return bodies;
    }

    private static List<String> visible(Connection connection, String table, Map<String, String> labels) throws SQLException {
        var rows = new ArrayList<String>();
        Savepoint before = connection.setSavepoint();
        // Names come from the catalogue, and are quoted by the server; columns that are not to be read at all are left out.
        try (var statement = connection.createStatement(); var result = statement.executeQuery("select to_jsonb(t)::text from (select " + columns(connection, table) + " from " + table + ") t")) {
            while (result.next()) {
                rows.add(RowLabel.of(result.getString(1), labels));
            }
        } catch (SQLException e) {
            connection.rollback(before);
            return List.of("(no privilege)");
        }
        rows.sort(null);
        return rows;
    }

    private static String columns(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select coalesce(string_agg(quote_ident(attname), ', ' order by attnum), 'null') from pg_attribute
                 where attrelid = ?::regclass and attnum > 0 and not attisdropped and has_column_privilege(attrelid, attnum, 'select')""")) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** What ids stand for: names, references. */
    private static Map<String, String> labels(Connection connection) throws SQLException {
        var labels = new TreeMap<String, String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                select id::text, name from hub.partnership union all select id::text, name from hub.signatory union all select id::text, short_name from hub.agency
                union all select id::text, name from hub.member union all select id::text, reference from hub.case_file
                union all select p.id::text, p.short_name || ' of ' || n.name from hub.panel p join hub.partnership n on n.id = p.partnership_id
                union all select m.id::text, 'meeting ' || m.state || ' of ' || n.reference_prefix from hub.meeting m join hub.partnership n on n.id = m.partnership_id
                union all select id::text, left(body, 24) from hub.item union all select id::text, left(task, 24) from hub.action
                union all select id::text, 'referral ' || own_reference from hub.referral union all select id::text, family_name from hub.person
                union all select id::text, left(body, 24) from hub.minutes_paragraph""")) {
            while (rows.next()) {
                labels.put(rows.getString(1), rows.getString(2));
            }
        }
        return labels;
    }
}
