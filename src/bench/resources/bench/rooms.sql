-- One partnership, invented: as many open meetings as bench.rooms says, each of a panel of its own with twenty people of twenty agencies, bench.cases cases on its agenda, and bench.items items
-- on each case that each of thirteen agencies has prepared and not released. Who a person is says the place in the room (Rooms.java tells the same):
--   0 coordinator, 1 chair, 2 to 14 representatives; 13 and 14 are not on the list of the cases that are sealed, those of every fifth room
--   15 in the room, but every case is shut to it by a conflict of interest
--   16 an observer, in the room without a seat
--   17 never signed the undertaking of the panel    18 sat on the panel until the day before    19 sits for a body whose signature was withdrawn
set session_replication_role = replica;
select setseed(0.42);

create temp table one as select gen_random_uuid() as id;
insert into hub.partnership (id, name, reference_prefix) select id, 'Safer Fellshire Partnership', 'FL' from one;
create temp table place as select p, gen_random_uuid() as body_id, gen_random_uuid() as agency_id from generate_series(0, 19) p;
insert into hub.signatory (partnership_id, id, name, sector, relevant_authority)
select one.id, body_id, 'Body ' || p, (array['COUNCIL', 'POLICE', 'HEALTH', 'HOUSING', 'FIRE', 'PROBATION'])[1 + p % 6], true from one, place;
insert into hub.agency (partnership_id, id, signatory_id, name, short_name, kind)
select one.id, agency_id, body_id, 'Service of body ' || p, 'service ' || p, 'SERVICE' from one, place;
create temp table room as select r, gen_random_uuid() as panel_id, gen_random_uuid() as meeting_id from generate_series(0, current_setting('bench.rooms')::int - 1) r;
create temp table sits as select r, p, panel_id, meeting_id, agency_id, body_id, gen_random_uuid() as member_id from room, place;
insert into hub.member (partnership_id, id, agency_id, name, job_title, active) select one.id, member_id, agency_id, 'Member ' || r || '.' || p || ' Example', 'Officer', true from one, sits;
insert into hub.member_contact (partnership_id, member_id, email) select one.id, member_id, 'member' || r || '.' || p || '@fellshire.example' from one, sits;
insert into hub.sign_in (issuer, subject, partnership_id, member_id) select current_setting('bench.issuer'), 'room-' || r || '-' || p, one.id, member_id from one, sits;

insert into hub.panel (partnership_id, id, kind, name, short_name, purpose, undertaking_text, declaration_text)
select one.id, panel_id, (array['VVP', 'CT_MARAC', 'MARAC', 'OTHER'])[1 + r % 4], 'Panel of district ' || r, 'P' || r, 'Agree how to protect the people it is about.',
       'I will keep what I learn through this panel confidential.', 'What is shared in this meeting is confidential.' from one, room;
insert into hub.arrangement (partnership_id, id, panel_id, during, recurrence, venue, minutes_per_case, cut_off_days, agenda_days, research_days, actions_days, minutes_days, triage_days, review_weeks)
select one.id, gen_random_uuid(), panel_id, daterange(hub.today() - 900, null), 'second Thursday', 'Town Hall, room ' || r, 12, 8, 5, 5, 1, 3, 2, 8 from one, room;
insert into hub.panel_agency (partnership_id, panel_id, agency_id) select one.id, panel_id, agency_id from one, sits where p <> 16;
insert into hub.seat (partnership_id, id, panel_id, member_id, role, during)
select one.id, gen_random_uuid(), panel_id, member_id, case p when 0 then 'COORDINATOR' when 1 then 'CHAIR' else 'REPRESENTATIVE' end, daterange(hub.today() - 700, case p when 18 then hub.today() end) from one, sits where p <> 16;
insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, during)
select one.id, gen_random_uuid(), member_id, panel_id, 'I will keep what I learn through this panel confidential.', daterange(hub.today() - 90, hub.today() + 275) from one, sits where p not in (16, 17);

create temp table protocol as select gen_random_uuid() as id;
insert into hub.protocol (partnership_id, id, name, edition, in_force, review_by) select one.id, protocol.id, 'Information sharing protocol', 1, daterange(hub.today() - 400, hub.today() + 330), hub.today() + 65 from one, protocol;
insert into hub.protocol_panel (partnership_id, protocol_id, panel_id) select one.id, protocol.id, panel_id from one, protocol, room;
insert into hub.signature (partnership_id, id, protocol_id, signatory_id, signed_by, designated_officer, during, withdrawn_on, withdrawn_reason)
select one.id, gen_random_uuid(), protocol.id, body_id, 'Chief officer ' || p, 'Designated officer ' || p, daterange(hub.today() - 400, hub.today() + 330), case p when 19 then hub.today() - 10 end, case p when 19 then 'Leaves the partnership' end
  from one, protocol, place;
insert into hub.legal_basis (partnership_id, id, protocol_id, agency_id, purpose, gateway, article6, article9, schedule1, policy_document, controllership)
select one.id, gen_random_uuid(), protocol.id, agency_id, 'Protecting vulnerable people', 'Crime and Disorder Act 1998 s115', 'Article 6(1)(e) public task', 'Article 9(2)(g) substantial public interest', 'Schedule 1 paragraph 18',
       'Appropriate policy document', 'Separate controllers' from one, protocol, place;

-- References in letters, as the hub draws them, but in order: the room and the case.
create temp table file as
  select r, c, panel_id, meeting_id, gen_random_uuid() as id, gen_random_uuid() as agenda_item_id, r % 5 = 4 as sealed, 'FL-' || (select string_agg(substr('ABCDEFGHJKMNPQRSTVWXYZ', 1 + (r * 100 + c + 10648) / (22 ^ d)::int % 22, 1), '' order by d desc) from generate_series(0, 4) d) as reference
    from room, generate_series(0, current_setting('bench.cases')::int - 1) c;
insert into hub.case_file (partnership_id, id, panel_id, reference, subject, summary, category, risk, sealed, state, opened_on, review_on)
select one.id, file.id, panel_id, reference, 'Person ' || r || '.' || c || ' Example', 'Repeated incidents at home over several months.', 'Harassment by neighbours', 'HIGH', sealed, 'OPEN', hub.today() - 20, hub.today() + 30 from one, file;
insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during)
select one.id, gen_random_uuid(), file.id, file.panel_id, member_id, 'CASE_MANAGER', daterange(hub.today() - 20, null) from one, file join sits using (r) where p = 2;
insert into hub.admission (partnership_id, case_id, panel_id, member_id) select one.id, file.id, file.panel_id, member_id from one, file join sits using (r) where sealed and p not in (13, 14, 15);
insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason, set_by) select one.id, gen_random_uuid(), file.id, file.panel_id, member_id, 'Lives next door', null from one, file join sits using (r) where p = 15;
insert into hub.action (partnership_id, id, case_id, panel_id, owner_agency_id, owner_member_id, task, due_on, state, outcome, made_by, made_at)
select one.id, gen_random_uuid(), file.id, file.panel_id, agency_id, member_id, 'Visit and report on what was agreed', hub.today() + 7, 'OPEN', '', member_id, hub.now() - interval '10 days' from one, file join sits using (r) where p in (2, 3, 4);
insert into hub.plan (partnership_id, id, case_id, panel_id, edition, aims, measures, review_on, made_by)
select one.id, gen_random_uuid(), file.id, file.panel_id, 1, 'The person is safe at home.', 'Extra locks; weekly calls.', hub.today() + 30, member_id from one, file join sits using (r) where p = 2;

-- The meetings have just begun, with the first case; all who may are in the room.
insert into hub.meeting (partnership_id, id, panel_id, starts_at, venue, cut_off_on, agenda_by, state, published_at, opened_at, agenda_edition, current_item_id, current_since)
select one.id, room.meeting_id, room.panel_id, hub.now() - interval '10 minutes', 'Town Hall', hub.today() - 11, hub.today() - 7, 'OPEN', hub.now() - interval '7 days', hub.now() - interval '10 minutes', 1, agenda_item_id, hub.now()
  from one, room join file using (r) where c = 0;
insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, position, kind, case_id, title, minutes_planned, started_at)
select one.id, agenda_item_id, meeting_id, panel_id, c + 1, 'CASE', file.id, 'Person ' || r || '.' || c || ' Example', 12, case when c = 0 then hub.now() end from one, file;
insert into hub.attendance (partnership_id, id, meeting_id, panel_id, member_id, capacity, reply, information_sent, present, arrived_at)
select one.id, gen_random_uuid(), meeting_id, panel_id, member_id, case p when 16 then 'OBSERVER' else 'MEMBER' end, 'COMING', true, p < 17, case when p < 17 then hub.now() - interval '9 minutes' end from one, sits where p <> 18;
insert into hub.declaration (partnership_id, id, meeting_id, panel_id, member_id, purpose, text_signed)
select one.id, gen_random_uuid(), meeting_id, panel_id, member_id, 'MEETING', 'What is shared in this meeting is confidential.' from one, sits where p < 17;

-- What is released later, each with a word of its own.
create temp table piece as select gen_random_uuid() as id, file.r, file.c, sits.p, file.id as case_id, file.panel_id, agency_id, member_id from file join sits using (r), generate_series(1, current_setting('bench.items')::int) k where p < 13;
insert into hub.item (partnership_id, id, case_id, panel_id, agency_id, author_id, nature, source_date, body, state, made_at)
select one.id, piece.id, case_id, panel_id, agency_id, member_id, 'FACT', hub.today() - 5, 'Record ' || md5(piece.id::text) || ': visited at home and spoke with the person, who said that it had happened again and asked what could be done about it.', 'PREPARED', hub.now() - interval '2 days'
  from one, piece;

set session_replication_role = origin;
