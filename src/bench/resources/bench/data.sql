-- One large partnership, invented: 200 agencies of 80 bodies, 2,000 members, 100 panels, and as many cases as bench.cases says, with ten items each. Laid down
-- set by set, without triggers and foreign keys (every key below is made from the table that it points to), so that it takes minutes and not hours.
set session_replication_role = replica;
set work_mem = '256MB';
set maintenance_work_mem = '256MB';
select setseed(0.42);

create temp table one as select gen_random_uuid() as id;
insert into hub.partnership (id, name, reference_prefix) select id, 'Safer Fellshire Partnership', 'FL' from one;

create temp table body as select n, gen_random_uuid() as id from generate_series(0, 79) n;
insert into hub.signatory (partnership_id, id, name, sector, relevant_authority)
select one.id, body.id, 'Body ' || n, (array['COUNCIL', 'POLICE', 'HEALTH', 'HOUSING', 'FIRE', 'PROBATION', 'CHARITY', 'OTHER'])[1 + n % 8], n % 8 < 6 from one, body;
create temp table agency as select n, gen_random_uuid() as id, n % 80 as body from generate_series(0, 199) n;
insert into hub.agency (partnership_id, id, signatory_id, name, short_name, kind)
select one.id, agency.id, body.id, 'Service ' || agency.n || ' of body ' || body.n, 'service ' || agency.n, 'SERVICE' from one, agency join body on body.n = agency.body;
create temp table member as select n, gen_random_uuid() as id, n % 200 as agency from generate_series(0, 1999) n;
insert into hub.member (partnership_id, id, agency_id, name, job_title, active)
select one.id, member.id, agency.id, 'Member ' || member.n || ' Example', 'Officer', member.n % 50 <> 49 from one, member join agency on agency.n = member.agency;
insert into hub.member_contact (partnership_id, member_id, email) select one.id, member.id, 'member' || n || '@fellshire.example' from one, member;
insert into hub.sign_in (issuer, subject, partnership_id, member_id) select current_setting('bench.issuer'), 'member-' || n, one.id, member.id from one, member;
insert into hub.office (partnership_id, id, member_id, role, during)
select one.id, gen_random_uuid(), member.id, case when n < 2 then 'ADMINISTRATOR' when n < 80 then 'INFORMATION_LEAD' else 'SENIOR_OFFICER' end, daterange(hub.today() - 900, null)
  from one, member where n < 280;

-- Panels: ten agencies around each, two or three members of each agency.
create temp table panel as select n, gen_random_uuid() as id from generate_series(0, 99) n;
insert into hub.panel (partnership_id, id, kind, name, short_name, purpose, undertaking_text, declaration_text)
select one.id, panel.id, (array['VVP', 'CT_MARAC', 'PTG', 'MARAC', 'OTHER'])[1 + n % 5], 'Panel of district ' || n, 'P' || n, 'Agree how to protect the people it is about.',
       'I will keep what I learn through this panel confidential.', 'What is shared in this meeting is confidential.' from one, panel;
insert into hub.arrangement (partnership_id, id, panel_id, during, recurrence, venue, minutes_per_case, cut_off_days, agenda_days, research_days, actions_days, minutes_days, triage_days, review_weeks)
select one.id, gen_random_uuid(), panel.id, daterange(hub.today() - 900, null), 'second Thursday', 'Town Hall, room ' || n, 12, 8, 5, 5, 1, 3, 2, 8 from one, panel;
create temp table around as
  select x.panel, x.k, x.agency, row_number() over (partition by x.agency order by x.panel) - 1 as nth
    from (select panel.n as panel, k, (panel.n * 7 + k * 19) % 200 as agency from panel, generate_series(0, 9) k) x;
insert into hub.panel_agency (partnership_id, panel_id, agency_id)
select one.id, panel.id, agency.id from one, around join panel on panel.n = around.panel join agency on agency.n = around.agency;
create temp table seat as
  select around.panel, around.k, i, around.agency, around.agency + 200 * ((around.nth * 2 + i) % 10) as member,
         case when k = 0 and i = 0 then 'COORDINATOR' when k = 0 and i = 1 then 'ANALYST' when k = 1 and i = 0 then 'CHAIR' when k = 1 and i = 1 then 'VICE_CHAIR'
              when k = 2 and i = 0 then 'VICTIM_REPRESENTATIVE' when k = 2 and i = 1 then 'SPOC' when i = 1 then 'DEPUTY' else 'REPRESENTATIVE' end as role
    from around, generate_series(0, 2) i where i < 2 or (around.panel + around.k) % 5 < 3;
insert into hub.seat (partnership_id, id, panel_id, member_id, role, during)
select one.id, gen_random_uuid(), panel.id, member.id, role, daterange(hub.today() - 700, null) from one, seat join panel on panel.n = seat.panel join member on member.n = seat.member;
insert into hub.seat (partnership_id, id, panel_id, member_id, role, during)
select one.id, gen_random_uuid(), panel.id, member.id, role, daterange(hub.today() - 1500, hub.today() - 700) from one, seat join panel on panel.n = seat.panel join member on member.n = (seat.member + 1000) % 2000;
insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during)
select one.id, gen_random_uuid(), member.id, panel.id, 'I will keep what I learn through this panel confidential.', daterange(hub.today() - 90 - y * 365, hub.today() + 275 - y * 365)
  from one, (select distinct panel, member from seat) s join panel on panel.n = s.panel join member on member.n = s.member, generate_series(0, 2) y
 where y > 0 or (s.panel + s.member) % 30 <> 0;

-- Five protocols in their third edition, each for twenty panels, signed by every body.
create temp table protocol as select n, edition, gen_random_uuid() as id from generate_series(0, 4) n, generate_series(1, 3) edition;
insert into hub.protocol (partnership_id, id, name, edition, in_force, review_by)
select one.id, protocol.id, 'Information sharing protocol ' || n, edition, daterange(hub.today() - 400 - (3 - edition) * 365, case when edition = 3 then hub.today() + 330 else hub.today() - 400 - (2 - edition) * 365 end), hub.today() + 65
  from one, protocol;
insert into hub.protocol_panel (partnership_id, protocol_id, panel_id) select one.id, protocol.id, panel.id from one, protocol join panel on panel.n % 5 = protocol.n;
insert into hub.signature (partnership_id, id, protocol_id, signatory_id, signed_by, designated_officer, during, withdrawn_on, withdrawn_reason)
select one.id, gen_random_uuid(), protocol.id, body.id, 'Chief officer ' || body.n, 'Designated officer ' || body.n, daterange(hub.today() - 400 - (3 - edition) * 365, case when edition = 3 then hub.today() + 330 else hub.today() - 400 - (2 - edition) * 365 end),
       case when body.n = 79 and protocol.n = 4 and edition = 3 then hub.today() - 10 end, case when body.n = 79 and protocol.n = 4 and edition = 3 then 'Leaves the partnership' end
  from one, protocol, body;
insert into hub.legal_basis (partnership_id, id, protocol_id, agency_id, purpose, gateway, article6, article9, schedule1, policy_document, controllership)
select one.id, gen_random_uuid(), protocol.id, agency.id, 'Protecting vulnerable people', 'Crime and Disorder Act 1998 s115', 'Article 6(1)(e) public task', 'Article 9(2)(g) substantial public interest', 'Schedule 1 paragraph 18',
       'Appropriate policy document', 'Separate controllers' from one, agency, protocol where edition = 3;

-- Cases: a thousand a panel, the newest tenth open. Half of the panels seal one case in fifty.
create temp table file as
  select x.n, gen_random_uuid() as id, panel.n as panel, x.n / 100 as rank, panel.id as panel_id,
         case when x.n / 100 < 110 then 'OPEN' when x.n / 100 < 120 then 'CLOSING' else 'CLOSED' end as state,
         hub.today() - 2 - x.n / 100 * 3 as opened_on, x.n % 2 = 0 and x.n / 100 % 48 = 5 as sealed
    from generate_series(0, current_setting('bench.cases')::int - 1) as x (n) join panel on panel.n = x.n % 100;
create index on file (n);
create index on file (panel, rank);
analyze file, seat, around, member, agency, panel;
insert into hub.case_file (partnership_id, id, panel_id, reference, subject, summary, category, risk, sealed, state, opened_on, review_on, closed_on)
select one.id, file.id, panel_id,
       'FL-' || (select string_agg(substr('ABCDEFGHJKMNPQRSTVWXYZ23456789', 1 + ((n::bigint * 7919 + 1234567) % 24300000 / (30 ^ d)::bigint % 30)::int, 1), '') from generate_series(0, 4) d),
       'Person ' || n || ' Example', 'Repeated incidents at home over several months. ' || repeat('The person has asked for help and is afraid to go out. ', 4), 'Harassment by neighbours',
       (array['LOW', 'MEDIUM', 'HIGH', 'MEDIUM'])[1 + n % 4], sealed, state, opened_on, case when state = 'OPEN' then hub.today() + n % 50 end, case when state = 'CLOSED' then opened_on + 180 end
  from one, file;

-- Who works on a case: of the panel's seats, two a case; on closed cases their places have ended.
create temp table sitting as select panel, k, i, agency.id as agency_id, member.id as member_id, row_number() over (partition by panel order by k, i) - 1 as place, count(*) over (partition by panel) as places
  from seat join member on member.n = seat.member join agency on agency.n = seat.agency;
create index on sitting (panel, place);
analyze sitting;
insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during)
select one.id, gen_random_uuid(), file.id, file.panel_id, sitting.member_id, role,
       daterange(opened_on, case when state = 'CLOSED' then opened_on + 180 when role = 'CASE_MANAGER' and rank = 57 then hub.today() - 1 end)
  from one, file, unnest(array['CASE_MANAGER', 'CASE_WORKER']) role, sitting
 where sitting.panel = file.panel and sitting.place = (rank + case role when 'CASE_WORKER' then 7 else 0 end) % sitting.places;
insert into hub.admission (partnership_id, case_id, panel_id, member_id)
select distinct one.id, file.id, file.panel_id, sitting.member_id from one, file join sitting on sitting.panel = file.panel and sitting.place in (0, 3, (rank + 1) % 20, (rank + 9) % 20) where file.sealed;
insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason, set_by)
select one.id, gen_random_uuid(), file.id, file.panel_id, sitting.member_id, 'Lives next door', null from one, file join sitting on sitting.panel = file.panel and sitting.place = 19 where file.n % 331 = 7;
insert into hub.case_reference (partnership_id, case_id, panel_id, agency_id, reference)
select one.id, file.id, file.panel_id, agency.id, 'REF/' || file.n || '/' || around.k from one, file join around on around.panel = file.panel and around.k in (file.n % 10, (file.n + 3) % 10) join agency on agency.n = around.agency;

-- Referrals: one behind each case, a few waiting.
create temp table referred as select file.n, gen_random_uuid() as id from file;
create index on referred (n);
insert into hub.referral (partnership_id, id, panel_id, agency_id, author_id, state, circumstances, category, consent, made_at, received_at, triage_by, triaged_at, case_id)
select one.id, referred.id, file.panel_id, sitting.agency_id, sitting.member_id, 'ACCEPTED', 'What happened, in the words of the referrer.', 'Harassment by neighbours', 'GIVEN', file.opened_on - 3, file.opened_on - 3, file.opened_on, file.opened_on, file.id
  from one, referred join file using (n) join sitting on sitting.panel = file.panel and sitting.place = (rank * 3) % sitting.places;
insert into hub.referral (partnership_id, id, panel_id, agency_id, author_id, state, circumstances, category, consent, made_at, received_at, triage_by)
select one.id, gen_random_uuid(), panel.id, sitting.agency_id, sitting.member_id, (array['SENT', 'MORE_ASKED', 'DRAFT'])[1 + place % 3], 'What happened, in the words of the referrer.', 'Harassment by neighbours', 'GIVEN', hub.now() - interval '1 day',
       case when place % 3 < 2 then hub.now() - interval '1 day' end, case when place % 3 < 2 then hub.today() + 1 end
  from one, panel join sitting on sitting.panel = panel.n and sitting.place between 4 and 12;

create temp table victim as select file.n, gen_random_uuid() as id from file;
create index on victim (n);
insert into hub.person (partnership_id, id, panel_id, referral_id, case_id, part, given_names, family_name, dates_of_birth, address, search_name)
select one.id, victim.id, file.panel_id, referred.id, file.id, 'VICTIM', 'Person', file.n || ' Example', array[hub.today() - 9000 - file.n % 20000], file.n || ' Example Street', file.n || ' example person'
  from one, victim join file using (n) join referred using (n);
insert into hub.person (partnership_id, id, panel_id, referral_id, case_id, part, given_names, family_name, address, search_name)
select one.id, gen_random_uuid(), file.panel_id, referred.id, file.id, 'RESPONDENT', 'Neighbour', file.n || ' Example', file.n + 1 || ' Example Street', file.n || ' example neighbour' from one, file join referred using (n);
insert into hub.safe_contact (partnership_id, person_id, panel_id, referral_id, case_id, agency_id, telephone, safe_to_call, safe_times, safe_to_write)
select one.id, victim.id, file.panel_id, referred.id, file.id, sitting.agency_id, '020 7946 0' || 100 + file.n % 900, 'YES', 'weekdays before noon', 'NO'
  from one, victim join file using (n) join referred using (n) join sitting on sitting.panel = file.panel and sitting.place = (rank * 3) % sitting.places;

-- Meetings every four weeks for three years, and two to come.
create temp table sat as
  select panel.n as panel, panel.id as panel_id, i, gen_random_uuid() as id, date_trunc('day', hub.now()) + make_interval(days => i * 28 - 27 + panel.n % 25 + 1, hours => 10) as starts_at,
         case when i < 1 then 'CLOSED' when i = 1 then 'PUBLISHED' else 'PLANNED' end as state
    from panel, generate_series(-35, 2) i;
insert into hub.meeting (partnership_id, id, panel_id, starts_at, venue, cut_off_on, agenda_by, state, published_at, opened_at, closed_at, agenda_edition)
select one.id, sat.id, panel_id, starts_at, 'Town Hall', starts_at::date - 11, starts_at::date - 7, state, case when i < 2 then starts_at - interval '7 days' end, case when i < 1 then starts_at end, case when i < 1 then starts_at + interval '2 hours' end, case when i < 2 then 1 else 0 end
  from one, sat;
create temp table heard as
  select sat.id as meeting_id, sat.i, sat.panel, sat.state, file.id as case_id, file.panel_id, file.n, gen_random_uuid() as id, row_number() over (partition by sat.id order by file.rank) as position
    from sat join file on file.panel = sat.panel and file.rank between greatest(1 - i, 0) * 9 and greatest(1 - i, 0) * 9 + 11 and not file.sealed where sat.i < 2;
insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, position, kind, case_id, title, minutes_planned, started_at, ended_at)
select one.id, heard.id, meeting_id, panel_id, position, case when position > 8 then 'REVIEW' else 'CASE' end, case_id, 'Person ' || n || ' Example', 12, case when state = 'CLOSED' then hub.now() end, case when state = 'CLOSED' then hub.now() end from one, heard;
insert into hub.attendance (partnership_id, id, meeting_id, panel_id, member_id, capacity, reply, information_sent, present, arrived_at)
select distinct on (sat.id, sitting.member_id) one.id, gen_random_uuid(), sat.id, sat.panel_id, sitting.member_id, 'MEMBER', case when place % 7 = 6 then 'APOLOGIES' else 'COMING' end, true, sat.i < 1 and place % 7 <> 6, case when sat.i < 1 and place % 7 <> 6 then starts_at end
  from one, sat join sitting on sitting.panel = sat.panel where sat.i between -23 and 1;
insert into hub.declaration (partnership_id, id, meeting_id, panel_id, member_id, purpose, text_signed)
select one.id, gen_random_uuid(), a.meeting_id, a.panel_id, a.member_id, 'MEETING', 'What is shared in this meeting is confidential.' from one, hub.attendance a where a.present;
insert into hub.decision (partnership_id, id, meeting_id, panel_id, agenda_item_id, case_id, risk_before, risk_after, rationale, outcome, recorded_by)
select one.id, gen_random_uuid(), meeting_id, panel_id, heard.id, case_id, 'HIGH', 'MEDIUM', 'The incidents have become fewer.', 'Keep the plan', sitting.member_id from one, heard join sitting on sitting.panel = heard.panel and sitting.place = 0 where heard.state = 'CLOSED';
create temp table book as select sat.*, gen_random_uuid() as minutes_id, case when i = 0 and panel % 4 = 0 then 'DRAFT' when i = 0 and panel % 4 = 1 then 'AGREED' else 'CIRCULATED' end as written from sat where i < 1;
insert into hub.minutes (partnership_id, id, meeting_id, panel_id, state, due_on, agreed_at, circulated_at)
select one.id, minutes_id, book.id, panel_id, written, starts_at::date + 5, case when written <> 'DRAFT' then starts_at + interval '2 days' end, case when written = 'CIRCULATED' then starts_at + interval '3 days' end from one, book;
insert into hub.minutes_receipt (partnership_id, minutes_id, panel_id, member_id, sent_at, seen_at)
select distinct one.id, minutes_id, panel_id, sitting.member_id, starts_at + interval '3 days', case when book.i < 0 or place % 2 = 0 then starts_at + interval '4 days' end from one, book join sitting on sitting.panel = book.panel where written = 'CIRCULATED' and book.i > -24
    on conflict do nothing;

-- Ten items a case, of five agencies. In one case of five some went to fewer than the panel, or not any more.
create temp table piece as
  select gen_random_uuid() as id, file.n, file.id as case_id, file.panel_id, file.state as case_state, file.opened_on, x.k, sitting.agency_id, sitting.member_id,
         case when x.k = 1 and file.n % 4 = 0 then 'WITHHELD' when x.k = 3 and file.n % 6 = 0 then 'PREPARED' when x.k = 6 and file.n % 25 = 0 then 'WITHDRAWN' else 'RELEASED' end as state,
         case when file.n % 5 <> 0 then 'panel' when x.k = 5 then 'agency' when x.k = 7 then 'member' when x.k = 8 then 'ended' when x.k = 9 then 'meeting' else 'panel' end as goes
    from file, generate_series(0, 9) as x (k), sitting where sitting.panel = file.panel and sitting.k = (file.n / 100 + x.k / 2) % 10 and sitting.i = 0;
analyze piece, sat, protocol;
insert into hub.item (partnership_id, id, case_id, panel_id, agency_id, author_id, nature, source_date, body, state, handling_code, handling_conditions, made_at)
select one.id, piece.id, case_id, panel_id, agency_id, member_id, case when k % 3 = 0 then 'OPINION' else 'FACT' end, opened_on - k, 'Record ' || md5(piece.id::text) || ': visited at home and spoke with the person, who said that it had happened again and asked what could be done about it.', state,
       case when goes = 'member' then 'C' end, case when goes = 'member' then 'Only for the officer named.' else '' end, opened_on + make_interval(days => k, hours => 9) from one, piece;
insert into hub.withholding (partnership_id, item_id, case_id, agency_id, reason, decided_by) select one.id, piece.id, case_id, agency_id, 'It would put an informant at risk.', member_id from one, piece where state = 'WITHHELD';
insert into hub.disclosure (partnership_id, id, item_id, case_id, panel_id, agency_id, to_panel, to_agency, to_member, to_meeting, purpose, gateway, conditions, protocol_id, necessity, proportionality, consent, subject_told, during, released_by, released_at, withdrawn_at, withdrawn_reason)
select one.id, gen_random_uuid(), piece.id, case_id, piece.panel_id, agency_id, case when goes in ('panel', 'ended') then piece.panel_id end, case when goes = 'agency' then agency.id end, case when goes = 'member' then member.id end, case when goes = 'meeting' then sat.id end,
       'Protecting vulnerable people', 'Crime and Disorder Act 1998 s115', 'Article 6(1)(e); Article 9(2)(g); Schedule 1 paragraph 18', protocol.id, 'The panel cannot agree a plan without it.', 'Only what bears on the present risk.', 'GIVEN', true,
       case when case_state = 'CLOSED' or goes = 'ended' then daterange(opened_on + k, opened_on + k + 2) else daterange(hub.today() - 60, hub.today() + 120) end, member_id, opened_on + make_interval(days => k, hours => 10),
       case when piece.state = 'WITHDRAWN' then hub.now() - interval '1 day' end, case when piece.state = 'WITHDRAWN' then 'Not correct' end
  from one, piece join panel on panel.id = piece.panel_id join agency on agency.n = piece.n % 200 join member on member.n = piece.n % 2000 join protocol on protocol.n = panel.n % 5 and protocol.edition = 3 join sat on sat.panel = panel.n and sat.i = -1 where piece.state in ('RELEASED', 'WITHDRAWN');

-- What was asked, agreed and planned.
insert into hub.research_request (partnership_id, id, case_id, panel_id, agency_id, asked_by, due_on, answer, answered_by, answered_at)
select one.id, gen_random_uuid(), file.id, file.panel_id, sitting.agency_id, sitting.member_id, file.opened_on + 7, case when rank > 4 then 'INFORMATION' end, case when rank > 4 then sitting.member_id end, case when rank > 4 then file.opened_on + interval '5 days' end
  from one, file join sitting on sitting.panel = file.panel and sitting.i = 0 and sitting.k in (rank % 10, (rank + 4) % 10);
insert into hub.action (partnership_id, id, case_id, panel_id, owner_agency_id, owner_member_id, task, due_on, state, outcome, made_by, made_at, closed_at)
select one.id, gen_random_uuid(), file.id, file.panel_id, sitting.agency_id, case when x.k = 0 then sitting.member_id end, 'Visit and report on what was agreed, ' || x.k, case when file.state = 'CLOSED' then opened_on + 30 else hub.today() + (rank + x.k * 7) % 40 - 8 end,
       case when file.state <> 'CLOSED' and x.k > 0 then 'OPEN' when file.n % 5 = 0 then 'NOT_POSSIBLE' else 'DONE' end, '', sitting.member_id, opened_on + interval '10 days', case when file.state = 'CLOSED' or x.k = 0 then opened_on + interval '30 days' end
  from one, file, generate_series(0, 2) as x (k), sitting where sitting.panel = file.panel and sitting.place = (rank + x.k * 5) % sitting.places;
insert into hub.plan (partnership_id, id, case_id, panel_id, edition, aims, measures, review_on, made_by)
select one.id, gen_random_uuid(), file.id, file.panel_id, edition, 'The person is safe at home.', 'Extra locks; weekly calls.', case when state = 'CLOSED' then opened_on + edition * 56 else hub.today() + (rank + edition * 20) % 56 - 6 end, sitting.member_id
  from one, file, generate_series(1, 2) edition, sitting where sitting.panel = file.panel and sitting.place = rank % sitting.places and (edition = 1 or rank % 2 = 0) and (state <> 'CLOSED' or file.n % 2 = 0);
insert into hub.case_exit (partnership_id, id, case_id, panel_id, reason, proposed_by, proposed_at, signed_off_by, signed_off_name, signed_off_at, notice_on, closes_on)
select one.id, gen_random_uuid(), file.id, file.panel_id, 'The risk has ended', sitting.member_id, hub.now() - make_interval(mins => file.n), case when state <> 'OPEN' then chair.member_id end, case when state <> 'OPEN' then 'Chair' else '' end, case when state <> 'OPEN' then hub.now() end,
       case when state <> 'OPEN' then opened_on + 170 end, case when state <> 'OPEN' then opened_on + 180 end
  from one, file join sitting on sitting.panel = file.panel and sitting.place = 5 join sitting chair on chair.panel = file.panel and chair.place = 3 where state <> 'OPEN' or rank between 100 and 103;

set session_replication_role = origin;
