-- Invented people and places, for the demo and the tests only: two partnerships in mid-life. Loaded once; a later run only follows the
-- address of the demo's identity provider, ${demo_issuer} (${flyway:timestamp}).
create function pg_temp.i(p_what text) returns uuid language sql immutable as $$ select md5('panel hub demo ' || p_what)::uuid $$;

-- A person with an account, its contact facts and its sign-in.
create function pg_temp.person(p_partnership text, p_account text, p_agency text, p_name text, p_job text) returns void language sql as $$
  insert into hub.member (partnership_id, id, agency_id, name, job_title) values (pg_temp.i(p_partnership), pg_temp.i('member ' || p_account), pg_temp.i(p_partnership || ' agency ' || p_agency), p_name, p_job);
  insert into hub.member_contact (partnership_id, member_id, email, telephone) values (pg_temp.i(p_partnership), pg_temp.i('member ' || p_account), p_account || '@' || p_partnership || '.example', '020 7946 0' || (100 + abs(hashtext(p_account)) % 900));
  insert into hub.sign_in (issuer, subject, partnership_id, member_id) values ('${demo_issuer}', 'demo-' || replace(p_account, '.', '-'), pg_temp.i(p_partnership), pg_temp.i('member ' || p_account));
$$;
create function pg_temp.body(p_partnership text, p_key text, p_name text, p_sector text, p_relevant boolean) returns void language sql as $$
  insert into hub.signatory (partnership_id, id, name, sector, relevant_authority) values (pg_temp.i(p_partnership), pg_temp.i(p_partnership || ' body ' || p_key), p_name, p_sector, p_relevant) $$;
create function pg_temp.agency(p_partnership text, p_key text, p_body text, p_name text, p_short text, p_kind text) returns void language sql as $$
  insert into hub.agency (partnership_id, id, signatory_id, name, short_name, kind) values (pg_temp.i(p_partnership), pg_temp.i(p_partnership || ' agency ' || p_key), pg_temp.i(p_partnership || ' body ' || p_body), p_name, p_short, p_kind) $$;
create function pg_temp.seat(p_partnership text, p_panel text, p_account text, p_role text, p_undertaken boolean) returns void language sql as $$
  insert into hub.seat (partnership_id, id, panel_id, member_id, role, during)
  values (pg_temp.i(p_partnership), pg_temp.i('seat ' || p_panel || p_account || p_role), pg_temp.i(p_partnership || ' panel ' || p_panel), pg_temp.i('member ' || p_account), p_role, daterange(hub.today() - 400, null));
  insert into hub.undertaking (partnership_id, id, member_id, panel_id, text_signed, signed_at, during)
  select pg_temp.i(p_partnership), pg_temp.i('undertaking ' || p_panel || p_account), pg_temp.i('member ' || p_account), n.id, n.undertaking_text, hub.now() - interval '90 days', daterange(hub.today() - 90, hub.today() + 275)
    from hub.panel n where n.id = pg_temp.i(p_partnership || ' panel ' || p_panel) and p_undertaken $$;
create function pg_temp.basis(p_partnership text, p_agency text, p_gateway text, p_art6 text, p_art9 text, p_part3 text, p_schedule1 text) returns void language sql as $$
  insert into hub.legal_basis (partnership_id, id, protocol_id, agency_id, purpose, gateway, article6, article9, dpa_part3, schedule1, policy_document, controllership, privacy_notice, stores_research)
  values (pg_temp.i(p_partnership), pg_temp.i(p_partnership || ' basis ' || p_agency), pg_temp.i(p_partnership || ' protocol 3'), pg_temp.i(p_partnership || ' agency ' || p_agency), 'Protecting vulnerable victims of anti-social behaviour',
          p_gateway, p_art6, p_art9, p_part3, p_schedule1, 'Appropriate policy document on special category data', 'Separate controller of what it holds and releases', 'Privacy notice of the partnership', true) $$;
-- A case with its victim.
create function pg_temp.case_file(p_partnership text, p_panel text, p_reference text, p_given text, p_family text, p_born date, p_risk text, p_before text, p_category text, p_summary text, p_opened int) returns void language sql as $$
  insert into hub.case_file (partnership_id, id, panel_id, reference, subject, summary, category, risk, risk_before, opened_on, review_on)
  values (pg_temp.i(p_partnership), pg_temp.i('case ' || p_reference), pg_temp.i(p_partnership || ' panel ' || p_panel), p_reference, p_given || ' ' || p_family, p_summary, p_category, p_risk, p_before, hub.today() - p_opened, hub.today() + 28);
  insert into hub.person (partnership_id, id, panel_id, case_id, part, given_names, family_name, dates_of_birth, search_name)
  values (pg_temp.i(p_partnership), pg_temp.i('victim ' || p_reference), pg_temp.i(p_partnership || ' panel ' || p_panel), pg_temp.i('case ' || p_reference), 'VICTIM', p_given, p_family, array[p_born], lower(p_family || ' ' || p_given)) $$;
create function pg_temp.item(p_key text, p_reference text, p_account text, p_nature text, p_days int, p_body text, p_state text, p_code text, p_conditions text) returns void language sql as $$
  insert into hub.item (partnership_id, id, case_id, panel_id, agency_id, author_id, nature, source_date, body, state, handling_code, handling_conditions, made_at)
  select c.partnership_id, pg_temp.i('item ' || p_key), c.id, c.panel_id, m.agency_id, m.id, p_nature, hub.today() - p_days, p_body, p_state, p_code, coalesce(p_conditions, ''), hub.now() - make_interval(days => p_days)
    from hub.case_file c, hub.member m where c.reference = p_reference and m.id = pg_temp.i('member ' || p_account) $$;
create function pg_temp.release(p_key text, p_to text, p_recipient uuid) returns void language sql as $$
  insert into hub.disclosure (partnership_id, id, item_id, case_id, panel_id, agency_id, to_panel, to_agency, to_member, to_meeting, purpose, gateway, conditions, protocol_id, necessity, proportionality, consent, consent_reason, subject_told, not_told_reason, during, released_by)
  select i.partnership_id, pg_temp.i('disclosure ' || p_key || p_to || p_recipient), i.id, i.case_id, i.panel_id, i.agency_id,
         case p_to when 'panel' then p_recipient end, case p_to when 'agency' then p_recipient end, case p_to when 'member' then p_recipient end, case p_to when 'meeting' then p_recipient end,
         b.purpose, b.gateway, concat_ws('; ', b.article6, b.article9, b.dpa_part3, b.schedule1), b.protocol_id,
         'The panel cannot agree a plan that keeps the person safe without it.', 'Only what bears on the present risk is given.', 'GIVEN', '', true, '', daterange(hub.today() - 30, hub.today() + 180), i.author_id
    from hub.item i join hub.legal_basis b on b.agency_id = i.agency_id where i.id = pg_temp.i('item ' || p_key) $$;

do $demo$
declare
  v_panel record;
  v_text bytea := convert_to($pdf$%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>
endobj
4 0 obj
<< /Length 251 >>
stream
BT /F1 14 Tf 72 760 Td 20 TL (Information sharing protocol, edition 3) ' (Safer Riverside Partnership) ' () ' (How the signatories share information to protect vulnerable victims of anti-social behaviour.) ' (An invented text, for the demo only.) ' ET
endstream
endobj
5 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
endobj
xref
0 6
0000000000 65535 f 
0000000009 00000 n 
0000000058 00000 n 
0000000115 00000 n 
0000000241 00000 n 
0000000543 00000 n 
trailer
<< /Size 6 /Root 1 0 R >>
startxref
613
%%EOF
$pdf$, 'UTF8');
  v_undertaking text := 'I will keep what I learn through this panel confidential, use it only to protect the people it is about and to prevent crime and anti-social behaviour, keep it secure, and share it further only as the protocol allows.';
  v_declaration text := 'What is shared in this meeting is confidential. It is shared under the information sharing protocol, for the purpose of this panel only. I will not pass it on, or act on it so that its source becomes known, without the consent of the agency that gave it.';
begin
  update hub.sign_in set issuer = '${demo_issuer}' where subject like 'demo-%' and issuer <> '${demo_issuer}';
  if exists (select from hub.partnership) then return; end if;

  -- Safer Riverside
  insert into hub.partnership (id, name, reference_prefix) values (pg_temp.i('riverside'), 'Safer Riverside Partnership', 'RV'), (pg_temp.i('hillside'), 'Safer Hillside Partnership', 'HS');
  perform pg_temp.body('riverside', k, n, s, r) from (values
    ('council', 'Riverside Council', 'COUNCIL', true), ('police', 'Riverside Police', 'POLICE', true), ('trust', 'Riverside Mental Health Trust', 'HEALTH', true),
    ('fire', 'Riverside Fire and Rescue', 'FIRE', true), ('probation', 'Riverside Probation', 'PROBATION', true), ('victimcare', 'Riverside Victim Care', 'CHARITY', false),
    ('haven', 'Safe Haven Advocacy', 'CHARITY', false), ('harbour', 'Harbour Homes', 'HOUSING', false)) as x (k, n, s, r);
  perform pg_temp.agency('riverside', k, b, n, s, d) from (values
    ('safety', 'council', 'Riverside Council community safety', 'community safety', 'COMMUNITY_SAFETY'), ('housing', 'council', 'Riverside Council housing', 'council housing', 'HOUSING'),
    ('adults', 'council', 'Riverside Council adult social care', 'adult social care', 'SOCIAL_CARE'), ('children', 'council', 'Riverside Council children’s services', 'children’s services', 'CHILDREN'),
    ('yos', 'council', 'Riverside youth offending service', 'youth offending', 'YOUTH_OFFENDING'), ('noise', 'council', 'Riverside Council noise team', 'noise team', 'NOISE'),
    ('governance', 'council', 'Riverside Council information governance', 'information governance', 'GOVERNANCE'), ('police', 'police', 'Riverside Police safeguarding', 'police', 'POLICE'),
    ('mental', 'trust', 'Riverside mental health trust', 'mental health', 'MENTAL_HEALTH'), ('fire', 'fire', 'Riverside Fire and Rescue home safety', 'fire brigade', 'FIRE'),
    ('probation', 'probation', 'Riverside Probation', 'probation', 'PROBATION'), ('victimcare', 'victimcare', 'Riverside Victim Care', 'victim care', 'VICTIM_SUPPORT'),
    ('haven', 'haven', 'Safe Haven Advocacy', 'Safe Haven', 'IDVA'), ('harbour', 'harbour', 'Harbour Homes', 'Harbour Homes', 'HOUSING')) as x (k, b, n, s, d);
  perform pg_temp.person('riverside', a, g, n, j) from (values
    ('coordinator', 'safety', 'Lena Fischer', 'Panel coordinator'), ('chair', 'police', 'Supt James Marsh', 'Superintendent'), ('spoc', 'safety', 'Noor Rahman', 'Single point of contact'),
    ('analyst', 'safety', 'Ines Duarte', 'Vulnerable victims analyst'), ('police', 'police', 'Sgt Daniel Reyes', 'Safeguarding sergeant'), ('police.other', 'police', 'PC Tom Ashby', 'Response officer'),
    ('socialcare', 'adults', 'Grace Adeyemi', 'Safeguarding adults manager'), ('childrens', 'children', 'Helen Brandt', 'Service manager'), ('yos', 'yos', 'Marcus Bell', 'Team manager'),
    ('housing', 'housing', 'Priya Nair', 'Tenancy enforcement officer'), ('housing.senior', 'housing', 'Owen Clarke', 'Senior tenancy enforcement officer'),
    ('mentalhealth', 'mental', 'Dr Amara Cole', 'Consultant'), ('fire', 'fire', 'Stan Kowalski', 'Home safety officer'), ('idva', 'haven', 'Ruth Salmon', 'Independent domestic violence adviser'),
    ('probation', 'probation', 'Ella Wood', 'Probation officer'), ('unsigned', 'harbour', 'Karl Jensen', 'Neighbourhood manager'), ('infolead', 'governance', 'Maya Lindqvist', 'Information governance lead'),
    ('admin', 'safety', 'Peter Osei', 'Partnership administrator'), ('observer', 'safety', 'Tessa Grant', 'Trainee'), ('victimsupport', 'victimcare', 'Joan Pritchard', 'Victim care worker'),
    ('noise', 'noise', 'Theo Webb', 'Noise officer')) as x (a, g, n, j);
  insert into hub.office (partnership_id, id, member_id, role, during) values
    (pg_temp.i('riverside'), pg_temp.i('office admin'), pg_temp.i('member admin'), 'ADMINISTRATOR', daterange(hub.today() - 400, null)),
    (pg_temp.i('riverside'), pg_temp.i('office infolead'), pg_temp.i('member infolead'), 'INFORMATION_LEAD', daterange(hub.today() - 400, null)),
    (pg_temp.i('riverside'), pg_temp.i('office senior'), pg_temp.i('member housing.senior'), 'SENIOR_OFFICER', daterange(hub.today() - 400, null)),
    (pg_temp.i('riverside'), pg_temp.i('office senior adults'), pg_temp.i('member socialcare'), 'SENIOR_OFFICER', daterange(hub.today() - 400, null));
  insert into hub.panel (partnership_id, id, kind, name, short_name, purpose, undertaking_text, declaration_text)
  select pg_temp.i(k), pg_temp.i(k || ' panel vvp'), 'VVP', 'Vulnerable Victims Panel', 'VVP', 'Agree how to protect people who suffer anti-social behaviour and are vulnerable and at high risk.', v_undertaking, v_declaration
    from unnest(array['riverside', 'hillside']) k;
  for v_panel in select p.*, k from hub.panel p, unnest(array['riverside', 'hillside']) k where p.partnership_id = pg_temp.i(k) loop
    insert into hub.arrangement (partnership_id, id, panel_id, during, recurrence, starts_at, venue, online_link, minutes_per_case, cut_off_days, agenda_days, research_days, actions_days, minutes_days, triage_days, review_weeks)
    values (v_panel.partnership_id, pg_temp.i('arrangement ' || v_panel.k), v_panel.id, daterange(hub.today() - 400, null), 'second Thursday', '10:00', 'Town Hall, room 4', '', 12, 8, 5, 5, 1, 3, 2, 8);
    insert into hub.protocol (partnership_id, id, name, edition, summary, in_force, agreed_until, review_by)
    values (v_panel.partnership_id, pg_temp.i(v_panel.k || ' protocol 3'), 'Information sharing protocol', 3, 'How the partnership’s agencies share information to protect vulnerable victims of anti-social behaviour.', daterange(hub.today() - 300, hub.today() + 430), hub.today() + 429, hub.today() + 65);
    insert into hub.protocol_panel (partnership_id, protocol_id, panel_id) values (v_panel.partnership_id, pg_temp.i(v_panel.k || ' protocol 3'), v_panel.id);
  end loop;
  insert into hub.signature (partnership_id, id, protocol_id, signatory_id, signed_by, designated_officer, during)
  select pg_temp.i('riverside'), pg_temp.i('signature ' || k), pg_temp.i('riverside protocol 3'), pg_temp.i('riverside body ' || k), n, o, daterange(hub.today() - 290, hub.today() + 430)
    from (values ('council', 'Diane Foster', 'Peter Osei'), ('police', 'Supt James Marsh', 'Sgt Daniel Reyes'), ('trust', 'Prof Liam Hart', 'Dr Amara Cole'), ('fire', 'Ann Sorley', 'Stan Kowalski'),
                 ('probation', 'Iris Long', 'Ella Wood'), ('victimcare', 'Paul Mensah', 'Joan Pritchard'), ('haven', 'Rosa Klein', 'Ruth Salmon')) as x (k, n, o);
  perform pg_temp.basis('riverside', a, 'Crime and Disorder Act 1998 s115', 'Article 6(1)(e) public task', 'Article 9(2)(g) substantial public interest', null, 'Schedule 1 paragraph 18: safeguarding of individuals at risk')
    from unnest(array['safety', 'housing', 'adults', 'children', 'yos', 'noise', 'mental', 'fire', 'probation']) a;
  perform pg_temp.basis('riverside', 'police', 'Crime and Disorder Act 1998 s115', null, null, 'Data Protection Act 2018 Part 3, s35 law enforcement purpose', null);
  perform pg_temp.basis('riverside', a, 'Common law, to protect the person', 'Article 6(1)(f) legitimate interests', 'Article 9(2)(g) substantial public interest', null, 'Schedule 1 paragraph 18: safeguarding of individuals at risk') from unnest(array['victimcare', 'haven', 'harbour']) a;
  insert into hub.panel_agency (partnership_id, panel_id, agency_id)
  select pg_temp.i('riverside'), pg_temp.i('riverside panel vvp'), pg_temp.i('riverside agency ' || a) from unnest(array['safety', 'housing', 'adults', 'children', 'noise', 'police', 'mental', 'fire', 'victimcare', 'harbour']) a;
  perform pg_temp.seat('riverside', 'vvp', a, r, u) from (values ('coordinator', 'COORDINATOR', true), ('chair', 'CHAIR', true), ('analyst', 'ANALYST', true), ('police', 'REPRESENTATIVE', true),
    ('socialcare', 'REPRESENTATIVE', true), ('childrens', 'REPRESENTATIVE', true), ('housing', 'REPRESENTATIVE', true), ('mentalhealth', 'REPRESENTATIVE', true), ('fire', 'REPRESENTATIVE', true),
    ('victimsupport', 'VICTIM_REPRESENTATIVE', true), ('noise', 'REPRESENTATIVE', false), ('unsigned', 'REPRESENTATIVE', true)) as x (a, r, u);

  -- Safer Hillside, to show that nothing crosses
  perform pg_temp.body('hillside', k, n, s, r) from (values ('council', 'Hillside Council', 'COUNCIL', true), ('police', 'Hillside Police', 'POLICE', true)) as x (k, n, s, r);
  perform pg_temp.agency('hillside', k, b, n, s, d) from (values ('safety', 'council', 'Hillside Council community safety', 'community safety', 'COMMUNITY_SAFETY'), ('police', 'police', 'Hillside Police neighbourhoods', 'police', 'POLICE')) as x (k, b, n, s, d);
  perform pg_temp.person('hillside', a, g, n, j) from (values ('hillside.coordinator', 'safety', 'Anna Bright', 'Panel coordinator'), ('hillside.police', 'police', 'Sgt Ravi Menon', 'Neighbourhood sergeant')) as x (a, g, n, j);
  insert into hub.signature (partnership_id, id, protocol_id, signatory_id, signed_by, designated_officer, during)
  select pg_temp.i('hillside'), pg_temp.i('hillside signature ' || k), pg_temp.i('hillside protocol 3'), pg_temp.i('hillside body ' || k), 'Chief officer', 'Deputy chief officer', daterange(hub.today() - 290, hub.today() + 430) from unnest(array['council', 'police']) k;
  perform pg_temp.basis('hillside', a, 'Crime and Disorder Act 1998 s115', 'Article 6(1)(e) public task', 'Article 9(2)(g) substantial public interest', null, 'Schedule 1 paragraph 18: safeguarding of individuals at risk') from unnest(array['safety', 'police']) a;
  perform pg_temp.seat('hillside', 'vvp', 'hillside.coordinator', 'COORDINATOR', true), pg_temp.seat('hillside', 'vvp', 'hillside.police', 'REPRESENTATIVE', true);

  insert into hub.instrument (partnership_id, id, name, edition, example, during, definition)
  select p.id, pg_temp.i('instrument ' || p.id), 'Victim vulnerability assessment', 1, true, daterange(hub.today() - 400, null), $json$ {
    "questions": [
      {"key": "frequency", "section": "What is happening", "text": "How often do the incidents happen?", "answers": [{"key": "rarely", "text": "Less than once a month", "weight": 0}, {"key": "monthly", "text": "About once a month", "weight": 1}, {"key": "weekly", "text": "About once a week", "weight": 3}, {"key": "daily", "text": "Most days", "weight": 5}]},
      {"key": "targeted", "section": "What is happening", "text": "Is the person singled out?", "answers": [{"key": "no", "text": "No", "weight": 0}, {"key": "think", "text": "The person thinks so", "weight": 2}, {"key": "yes", "text": "Yes", "weight": 4}]},
      {"key": "threat", "section": "What is happening", "text": "Has anyone threatened to hurt the person?", "answers": [{"key": "no", "text": "No", "weight": 0}, {"key": "unknown", "text": "Not known", "weight": 1}, {"key": "yes", "text": "Yes", "weight": 5}], "mandatoryHigh": ["yes"]},
      {"key": "health", "section": "The person", "text": "Does a health condition or disability make it harder to cope?", "answers": [{"key": "no", "text": "No", "weight": 0}, {"key": "some", "text": "To some degree", "weight": 2}, {"key": "yes", "text": "A great deal", "weight": 4}]},
      {"key": "alone", "section": "The person", "text": "Who does the person have to turn to?", "answers": [{"key": "many", "text": "Family or friends nearby", "weight": 0}, {"key": "few", "text": "One or two people", "weight": 1}, {"key": "none", "text": "Nobody", "weight": 3}]},
      {"key": "impact", "section": "The person", "text": "What has it done to daily life?", "answers": [{"key": "none", "text": "Little", "weight": 0}, {"key": "some", "text": "Avoids places or times", "weight": 2}, {"key": "severe", "text": "Cannot live normally at home", "weight": 5}]}],
    "bands": [{"band": "LOW", "from": 0, "to": 7}, {"band": "MEDIUM", "from": 8, "to": 14}, {"band": "HIGH", "from": 15, "to": 26}]}$json$::jsonb
    from hub.partnership p;
  insert into hub.instrument (partnership_id, id, purpose, name, edition, example, during, definition)
  select pg_temp.i('riverside'), pg_temp.i('riverside rating'), 'CASE_RATING', 'Case risk rating', 1, true, daterange(hub.today() - 400, null), $json$ {
    "questions": [
      {"key": "kind", "section": "What happened", "text": "What kind of behaviour is it?", "help": "Take the most serious of what is told.", "answers": [{"key": "noise", "text": "Noise, litter or nuisance", "weight": 3}, {"key": "abuse", "text": "Shouting, abuse or damage", "weight": 9}, {"key": "violence", "text": "Violence, or a threat of it", "weight": 16}]},
      {"key": "often", "section": "What happened", "text": "How often does it happen?", "answers": [{"key": "once", "text": "Once so far", "weight": 0}, {"key": "weekly", "text": "About every week", "weight": 6}, {"key": "daily", "text": "Most days", "weight": 10}]},
      {"key": "weapon", "section": "What happened", "text": "Was a weapon shown, used or spoken of?", "answers": [{"key": "no", "text": "No", "weight": 0}, {"key": "yes", "text": "Yes", "weight": 12}], "mandatoryHigh": ["yes"]},
      {"key": "chosen", "section": "Whom it meets", "text": "Is somebody chosen as a target?", "answers": [{"key": "no", "text": "No", "weight": 0}, {"key": "yes", "text": "Yes", "weight": 6}, {"key": "hate", "text": "Yes, because of who they are", "weight": 12}]}],
    "bands": [{"band": "LOW", "from": 0, "to": 19}, {"band": "MEDIUM", "from": 20, "to": 31}, {"band": "HIGH", "from": 32, "to": 50}]}$json$::jsonb;

  -- Cases
  perform pg_temp.case_file('riverside', 'vvp', 'RV-7K4QM', 'Martha', 'Okoro', '1959-03-14', 'HIGH', 'HIGH', 'Harassment and intimidation', 'Repeated banging on the door and shouting at night since September. Lives alone on the fourth floor; afraid to open the door.', 60);
  perform pg_temp.case_file('riverside', 'vvp', 'RV-M2XDT', 'Leonard', 'Fitch', '1948-11-02', 'HIGH', null, 'Nuisance neighbours', 'Neighbour’s visitors use the shared hall at all hours; threats when asked to stop. Uses a wheelchair.', 12);
  perform pg_temp.case_file('riverside', 'vvp', 'RV-C8WNP', 'Yusuf', 'Demir', '1990-06-21', 'HIGH', 'MEDIUM', 'Hate incidents', 'Abuse and damage to the front door, with reference to religion.', 45);
  perform pg_temp.case_file('riverside', 'vvp', 'RV-P9ZTG', 'Agnes', 'Walsh', '1951-01-30', 'MEDIUM', 'HIGH', 'Youth nuisance', 'Stones thrown at windows by a group of children from the estate.', 110);
  perform pg_temp.case_file('riverside', 'vvp', 'RV-H5LBK', 'Colin', 'Ferris', '1972-08-08', 'LOW', 'HIGH', 'Noise', 'Noise by day and night; tenancy of the neighbour has ended.', 240);
  update hub.case_file set state = 'CLOSED', closed_on = hub.today() - 50, review_on = null where reference = 'RV-H5LBK';
  update hub.case_file set sealed = true where reference = 'RV-C8WNP';
  insert into hub.admission (partnership_id, case_id, panel_id, member_id) select c.partnership_id, c.id, c.panel_id, pg_temp.i('member ' || a) from hub.case_file c, unnest(array['coordinator', 'chair', 'police']) a where c.reference = 'RV-C8WNP';
  insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason, set_by) select c.partnership_id, pg_temp.i('bar'), c.id, c.panel_id, pg_temp.i('member childrens'), 'Related to one of the families', pg_temp.i('member chair') from hub.case_file c where c.reference = 'RV-P9ZTG';
  perform pg_temp.case_file('hillside', 'vvp', 'HS-4TRWK', 'Bettina', 'Crane', '1963-05-05', 'HIGH', null, 'Harassment and intimidation', 'Followed and filmed by a neighbour.', 20);
  update hub.person set address = 'Flat 14, Heron House, Quay Street' where id = pg_temp.i('victim RV-7K4QM');
  update hub.person set address = 'Flat 2, Mallard House, Quay Street' where id = pg_temp.i('victim RV-M2XDT');
  insert into hub.safe_contact (partnership_id, person_id, panel_id, case_id, agency_id, telephone, safe_to_call, safe_times, safe_to_write, not_safe_with, advice)
  select c.partnership_id, pg_temp.i('victim RV-7K4QM'), c.panel_id, c.id, pg_temp.i('riverside agency housing'), '07700 900123', 'YES', 'weekdays 9 to 12 only', 'YES', 'brother at the same address', 'Do not leave a message.' from hub.case_file c where c.reference = 'RV-7K4QM';
  insert into hub.case_team (partnership_id, id, case_id, panel_id, member_id, role, during)
  select c.partnership_id, pg_temp.i('team ' || c.reference || a), c.id, c.panel_id, pg_temp.i('member ' || a), r, daterange(hub.today() - 28, null)
    from (values ('RV-7K4QM', 'housing', 'CASE_MANAGER'), ('RV-P9ZTG', 'socialcare', 'CASE_MANAGER')) as x (ref, a, r) join hub.case_file c on c.reference = ref;
  insert into hub.case_reference (partnership_id, case_id, panel_id, agency_id, reference) select c.partnership_id, c.id, c.panel_id, pg_temp.i('riverside agency housing'), 'NG-20377' from hub.case_file c where c.reference = 'RV-7K4QM';

  -- Meetings: last month's, today's, the next
  insert into hub.meeting (partnership_id, id, panel_id, starts_at, venue, order_of_business, cut_off_on, agenda_by, state, published_at, opened_at, closed_at)
  values (pg_temp.i('riverside'), pg_temp.i('meeting last'), pg_temp.i('riverside panel vvp'), (hub.today() - 28 + time '10:00') at time zone 'Europe/London', 'Town Hall, room 4', 'Welcome and declaration; actions of last time; cases; other business', hub.today() - 40, hub.today() - 35, 'CLOSED', hub.now() - interval '35 days', hub.now() - interval '28 days', hub.now() - interval '28 days' + interval '90 minutes'),
         (pg_temp.i('riverside'), pg_temp.i('meeting today'), pg_temp.i('riverside panel vvp'), (hub.today() + time '14:00') at time zone 'Europe/London', 'Town Hall, room 4', 'Welcome and declaration; actions of last time; cases; other business', hub.today() - 12, hub.today() - 7, 'PUBLISHED', hub.now() - interval '7 days', null, null),
         (pg_temp.i('riverside'), pg_temp.i('meeting next'), pg_temp.i('riverside panel vvp'), (hub.today() + 28 + time '10:00') at time zone 'Europe/London', 'Town Hall, room 4', 'Welcome and declaration; actions of last time; cases; other business', hub.today() + 16, hub.today() + 21, 'PLANNED', null, null, null),
         (pg_temp.i('hillside'), pg_temp.i('meeting hillside'), pg_temp.i('hillside panel vvp'), (hub.today() + 2 + time '14:00') at time zone 'Europe/London', 'Hillside House', 'Welcome and declaration; cases', hub.today() - 9, hub.today() - 4, 'PUBLISHED', hub.now() - interval '4 days', null, null);
  insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, position, kind, case_id, title, minutes_planned)
  select pg_temp.i('riverside'), pg_temp.i('agenda ' || m || n), pg_temp.i('meeting ' || m), pg_temp.i('riverside panel vvp'), n, k, case when ref <> '' then pg_temp.i('case ' || ref) end, t, d
    from (values ('last', 1, 'LAST_ACTIONS', '', 'Actions of last time', 10), ('last', 2, 'CASE', 'RV-7K4QM', 'RV-7K4QM', 12), ('last', 3, 'CASE', 'RV-P9ZTG', 'RV-P9ZTG', 12), ('last', 4, 'OTHER_BUSINESS', '', 'Other business', 5),
                 ('today', 1, 'LAST_ACTIONS', '', 'Actions of last time', 10), ('today', 2, 'CASE', 'RV-C8WNP', 'RV-C8WNP', 12), ('today', 3, 'REVIEW', 'RV-P9ZTG', 'RV-P9ZTG', 10), ('today', 4, 'REVIEW', 'RV-7K4QM', 'RV-7K4QM', 12), ('today', 5, 'CASE', 'RV-M2XDT', 'RV-M2XDT', 12), ('today', 6, 'OTHER_BUSINESS', '', 'Other business', 5)) as x (m, n, k, ref, t, d);
  insert into hub.agenda_item (partnership_id, id, meeting_id, panel_id, position, kind, case_id, title, minutes_planned)
  values (pg_temp.i('hillside'), pg_temp.i('agenda hillside'), pg_temp.i('meeting hillside'), pg_temp.i('hillside panel vvp'), 1, 'CASE', pg_temp.i('case HS-4TRWK'), 'HS-4TRWK', 12);
  update hub.meeting set agenda_edition = 1 where state in ('PUBLISHED', 'CLOSED');
  insert into hub.attendance (partnership_id, id, meeting_id, panel_id, member_id, capacity, reply, information_sent, present, arrived_at)
  select pg_temp.i('riverside'), pg_temp.i('attendance last ' || a), pg_temp.i('meeting last'), pg_temp.i('riverside panel vvp'), pg_temp.i('member ' || a), 'MEMBER', r, s, r = 'COMING', case when r = 'COMING' then hub.now() - interval '28 days' end
    from (values ('coordinator', 'COMING', false), ('chair', 'COMING', false), ('police', 'COMING', true), ('housing', 'COMING', true), ('mentalhealth', 'COMING', true), ('fire', 'COMING', false), ('analyst', 'COMING', false), ('socialcare', 'APOLOGIES', true)) as x (a, r, s);
  insert into hub.declaration (partnership_id, id, meeting_id, panel_id, member_id, purpose, text_signed, signed_at)
  select a.partnership_id, pg_temp.i('declaration ' || a.id), a.meeting_id, a.panel_id, a.member_id, 'MEETING', v_declaration, hub.now() - interval '28 days' from hub.attendance a where a.meeting_id = pg_temp.i('meeting last') and a.present;
  insert into hub.attendance (partnership_id, id, meeting_id, panel_id, member_id, capacity)
  select pg_temp.i('riverside'), pg_temp.i('attendance today ' || a), pg_temp.i('meeting today'), pg_temp.i('riverside panel vvp'), pg_temp.i('member ' || a), case a when 'observer' then 'OBSERVER' else 'MEMBER' end
    from unnest(array['coordinator', 'chair', 'analyst', 'police', 'housing', 'mentalhealth', 'socialcare', 'childrens', 'fire', 'victimsupport', 'observer']) a;

  -- Information
  perform pg_temp.item(k, ref, a, n, d, b, s, c, h) from (values
    ('p1', 'RV-7K4QM', 'police', 'FACT', 20, 'Four calls from the address since September; two crimes recorded.', 'RELEASED', 'P', 'Not to be repeated to the family.'),
    ('p2', 'RV-7K4QM', 'police', 'FACT', 9, 'A named associate was seen near the block on two nights.', 'RELEASED', 'C', 'For the case manager’s safety only.'),
    ('p3', 'RV-7K4QM', 'police', 'FACT', 4, 'A warning was given to one person; no further calls this week.', 'PREPARED', null, null),
    ('m1', 'RV-7K4QM', 'mentalhealth', 'FACT', 25, 'Under the community team since 2024; seen by a nurse every fortnight.', 'PREPARED', null, null),
    ('m2', 'RV-7K4QM', 'mentalhealth', 'OPINION', 21, 'Sleep and appetite have become worse since the incidents began.', 'RELEASED', null, null),
    ('m3', 'RV-7K4QM', 'mentalhealth', 'FACT', 50, 'Medication history.', 'WITHHELD', null, null),
    ('h1', 'RV-7K4QM', 'housing', 'FACT', 24, 'Front door replaced twice. Diary sheets kept for six weeks, 31 entries.', 'RELEASED', null, null),
    ('s1', 'RV-7K4QM', 'socialcare', 'FACT', 18, 'Care assessment offered in October and declined.', 'RELEASED', null, null),
    ('u1', 'RV-7K4QM', 'unsigned', 'FACT', 30, 'Former tenant of Harbour Homes until 2019; no complaints then.', 'PREPARED', null, null),
    ('c1', 'RV-C8WNP', 'police', 'FACT', 15, 'Three reports under one crime number; a suspect is known.', 'RELEASED', null, null),
    ('w1', 'RV-P9ZTG', 'socialcare', 'FACT', 40, 'Daughter visits at weekends and has a key.', 'RELEASED', null, null),
    ('x1', 'HS-4TRWK', 'hillside.police', 'FACT', 6, 'Two reports of filming; words of advice given.', 'RELEASED', null, null)) as x (k, ref, a, n, d, b, s, c, h);
  perform pg_temp.release(k, 'panel', pg_temp.i('riverside panel vvp')) from unnest(array['p1', 'm2', 'h1', 'c1', 'w1']) k;
  perform pg_temp.release('p2', 'member', pg_temp.i('member housing')), pg_temp.release('p2', 'agency', pg_temp.i('riverside agency mental'));
  perform pg_temp.release('s1', 'agency', pg_temp.i('riverside agency police')), pg_temp.release('x1', 'panel', pg_temp.i('hillside panel vvp'));
  insert into hub.withholding (partnership_id, item_id, case_id, agency_id, reason, decided_by)
  select i.partnership_id, i.id, i.case_id, i.agency_id, 'Not necessary for the plan', i.author_id from hub.item i where i.id = pg_temp.i('item m3');
  insert into hub.item (partnership_id, id, case_id, panel_id, agency_id, author_id, how, nature, source_date, body, state, meeting_id, made_at)
  select c.partnership_id, pg_temp.i('item f1'), c.id, c.panel_id, pg_temp.i('riverside agency fire'), pg_temp.i('member coordinator'), 'SAID_ALOUD', 'FACT', hub.today() - 28, 'Home visit done; smoke alarms fitted in all rooms.', 'RELEASED', pg_temp.i('meeting last'), hub.now() - interval '28 days' from hub.case_file c where c.reference = 'RV-7K4QM';
  perform pg_temp.release('f1', 'meeting', pg_temp.i('meeting last'));
  insert into hub.research_request (partnership_id, id, case_id, panel_id, agency_id, asked_by, question, due_on, answer, answered_by, answered_at)
  select c.partnership_id, pg_temp.i('request ' || ref || g), c.id, c.panel_id, pg_temp.i('riverside agency ' || g), pg_temp.i('member analyst'), 'What do you know of the person and of the incidents in the last year?', hub.today() + d, ans, case when ans is not null then pg_temp.i('member ' || m) end, case when ans is not null then hub.now() - interval '3 days' end
    from (values ('RV-7K4QM', 'police', 'police', -14, 'INFORMATION'), ('RV-7K4QM', 'mental', 'mentalhealth', -14, 'INFORMATION'), ('RV-M2XDT', 'police', 'police', 1, null), ('RV-M2XDT', 'mental', 'mentalhealth', 1, null),
                 ('RV-M2XDT', 'adults', 'socialcare', 1, 'NOTHING_KNOWN'), ('RV-M2XDT', 'fire', 'fire', -2, null), ('RV-M2XDT', 'housing', 'housing', 1, null)) as x (ref, g, m, d, ans) join hub.case_file c on c.reference = ref;

  -- Decisions, plan, actions of the last meeting
  insert into hub.decision (partnership_id, id, meeting_id, panel_id, agenda_item_id, case_id, risk_before, risk_after, rationale, outcome, recorded_by, recorded_at)
  select c.partnership_id, pg_temp.i('decision ' || ref), pg_temp.i('meeting last'), c.panel_id, pg_temp.i('agenda last' || n), c.id, b, a, w, o, pg_temp.i('member coordinator'), hub.now() - interval '28 days'
    from (values ('RV-7K4QM', 2, 'HIGH', 'HIGH', 'Incidents continue at night; support is in place only by day.', 'Protection plan agreed; review at the next meeting.'),
                 ('RV-P9ZTG', 3, 'HIGH', 'MEDIUM', 'No incident for three weeks since the visits to the families.', 'Keep the plan; review in two months.')) as x (ref, n, b, a, w, o) join hub.case_file c on c.reference = ref;
  insert into hub.plan (partnership_id, id, case_id, panel_id, edition, aims, measures, victim_view, victim_consulted_on, review_on, meeting_id, made_by, made_at)
  select c.partnership_id, pg_temp.i('plan RV-7K4QM'), c.id, c.panel_id, 1, 'Mrs Okoro is safe in her home at night and knows whom to call.', 'Door camera and chain; patrols between 22:00 and 02:00; one case manager as her single contact.', 'Wants to stay in her home. Agrees to a camera at the door.', hub.today() - 27, hub.today(), pg_temp.i('meeting last'), pg_temp.i('member coordinator'), hub.now() - interval '28 days' from hub.case_file c where c.reference = 'RV-7K4QM';
  insert into hub.action (partnership_id, id, case_id, panel_id, meeting_id, owner_agency_id, owner_member_id, task, due_on, state, outcome, made_by, made_at, closed_at)
  select c.partnership_id, pg_temp.i('action ' || k), c.id, c.panel_id, pg_temp.i('meeting last'), pg_temp.i('riverside agency ' || g), pg_temp.i('member ' || m), t, hub.today() + d, s, o, pg_temp.i('member coordinator'), hub.now() - interval '28 days', case when s <> 'OPEN' then hub.now() - interval '5 days' end
    from (values ('1', 'RV-7K4QM', 'housing', 'housing', 'Fit door camera and chain', -6, 'OPEN', ''), ('2', 'RV-7K4QM', 'housing', 'housing', 'Tell the caretaker who may let the case manager in', -1, 'OPEN', ''),
                 ('3', 'RV-7K4QM', 'police', 'police', 'Add the address to the night patrol plan', 2, 'OPEN', ''), ('4', 'RV-7K4QM', 'mental', 'mentalhealth', 'Nurse to visit together with the case manager', -10, 'DONE', 'Visited on Tuesday; agreed to weekly visits.'),
                 ('5', 'RV-7K4QM', 'fire', 'fire', 'Fit a letterbox guard', -12, 'NOT_POSSIBLE', 'The door has no letterbox.'), ('6', 'RV-P9ZTG', 'adults', 'socialcare', 'Speak to the daughter about a second key holder', 5, 'OPEN', '')) as x (k, ref, g, m, t, d, s, o) join hub.case_file c on c.reference = ref;

  -- Minutes of the last meeting, circulated
  insert into hub.minutes (partnership_id, id, meeting_id, panel_id, state, due_on, agreed_by, agreed_at, circulated_at)
  values (pg_temp.i('riverside'), pg_temp.i('minutes last'), pg_temp.i('meeting last'), pg_temp.i('riverside panel vvp'), 'CIRCULATED', hub.today() - 23, pg_temp.i('member chair'), hub.now() - interval '26 days', hub.now() - interval '26 days');
  insert into hub.minutes_paragraph (partnership_id, id, minutes_id, meeting_id, panel_id, case_id, agenda_item_id, position, heading, agency_id, body)
  select pg_temp.i('riverside'), pg_temp.i('paragraph ' || n), pg_temp.i('minutes last'), pg_temp.i('meeting last'), pg_temp.i('riverside panel vvp'), case when ref <> '' then pg_temp.i('case ' || ref) end, case ref when 'RV-7K4QM' then pg_temp.i('agenda last2') when 'RV-P9ZTG' then pg_temp.i('agenda last3') end, n, h, case when g <> '' then pg_temp.i('riverside agency ' || g) end, b
    from (values (1, '', 'PRESENT', '', 'Supt James Marsh (chair), Lena Fischer (coordinator), Ines Duarte, Sgt Daniel Reyes, Priya Nair, Dr Amara Cole, Stan Kowalski. All signed the declaration.'),
                 (2, '', 'APOLOGIES', '', 'Grace Adeyemi, adult social care. Information sent.'), (3, '', 'REMINDER', '', v_declaration),
                 (4, 'RV-7K4QM', 'INFORMATION', 'police', 'Four calls from the address since September; two crimes recorded.'), (5, 'RV-7K4QM', 'INFORMATION', 'mental', 'Sleep and appetite have become worse since the incidents began.'),
                 (6, 'RV-7K4QM', 'INFORMATION', 'fire', 'Home visit done; smoke alarms fitted in all rooms.'), (7, 'RV-7K4QM', 'RISK', '', 'High, was high. Incidents continue at night; support is in place only by day.'),
                 (8, 'RV-7K4QM', 'DECISION', '', 'Protection plan agreed; review at the next meeting.'), (9, 'RV-P9ZTG', 'RISK', '', 'Medium, was high. No incident for three weeks since the visits to the families.')) as x (n, ref, h, g, b);
  insert into hub.minutes_source (partnership_id, paragraph_id, item_id, case_id)
  select pg_temp.i('riverside'), pg_temp.i('paragraph ' || n), pg_temp.i('item ' || k), pg_temp.i('case RV-7K4QM') from (values (4, 'p1'), (5, 'm2'), (6, 'f1')) as x (n, k);
  insert into hub.minutes_receipt (partnership_id, minutes_id, panel_id, member_id, sent_at)
  select partnership_id, pg_temp.i('minutes last'), panel_id, member_id, hub.now() - interval '26 days' from hub.declaration where meeting_id = pg_temp.i('meeting last');

  -- Referrals on their way
  insert into hub.referral (partnership_id, id, panel_id, agency_id, author_id, state, own_reference, circumstances, category, consent, consent_reason, made_at, received_at, senior_name, senior_member_id, senior_reason, senior_decided_at, triage_by, triage_note, triaged_by, triaged_at)
  select pg_temp.i('riverside'), pg_temp.i('referral ' || k), pg_temp.i('riverside panel vvp'), pg_temp.i('riverside agency housing'), pg_temp.i('member housing'), s, o, c, 'Harassment and intimidation', 'GIVEN', '', hub.now() - interval '4 days', case when s in ('SENT', 'MORE_ASKED', 'DECLINED') then hub.now() - interval '3 days' end,
         case when s in ('SENT', 'MORE_ASKED', 'DECLINED') then 'Owen Clarke' else '' end, case when s in ('SENT', 'MORE_ASKED', 'DECLINED') then pg_temp.i('member housing.senior') end, case when s in ('SENT', 'MORE_ASKED', 'DECLINED') then 'High by the assessment and by my own judgement.' else '' end,
         case when s in ('SENT', 'MORE_ASKED', 'DECLINED') then hub.now() - interval '3 days' end, case when s = 'SENT' then hub.today() + 1 end, t, case when t <> '' then pg_temp.i('member coordinator') end, case when t <> '' then hub.now() - interval '1 day' end
    from (values ('sent', 'SENT', 'NG-20431', 'Threats over a parking place have become threats to come to the door; the person has stopped going out after dark.', ''),
                 ('more', 'MORE_ASKED', 'NG-20418', 'Damage to plants and bins outside a ground-floor flat, most weeks since June.', 'Please add whether the person has support from adult social care.'),
                 ('senior', 'WITH_SENIOR_OFFICER', 'NG-20440', 'Shouting and banging on the wall at night; the person sleeps in the kitchen.', ''),
                 ('declined', 'DECLINED', 'NG-20355', 'Noise from a building site next door.', 'The council’s environmental health team deals with building sites: please refer there, and offer the person the noise diary.')) as x (k, s, o, c, t);
  insert into hub.person (partnership_id, id, panel_id, referral_id, part, given_names, family_name, dates_of_birth, address, search_name)
  select pg_temp.i('riverside'), pg_temp.i('referred ' || k), pg_temp.i('riverside panel vvp'), pg_temp.i('referral ' || k), 'VICTIM', g, f, array[b::date], a, lower(f || ' ' || g)
    from (values ('sent', 'Ivy', 'Marlow', '1955-04-19', '8 Teal Court, Quay Street'), ('more', 'Abdul', 'Karim', '1979-12-01', '3 Swan Court, Quay Street'), ('senior', 'Rosa', 'Teller', '1966-02-11', '21 Heron House, Quay Street'), ('declined', 'Max', 'Odell', '1984-09-30', '5 Dock Lane')) as x (k, g, f, b, a);
  insert into hub.assessment (partnership_id, id, panel_id, referral_id, agency_id, member_id, instrument_id, answers, score, band, judgement, rationale, assessed_on)
  select pg_temp.i('riverside'), pg_temp.i('assessment ' || k), pg_temp.i('riverside panel vvp'), pg_temp.i('referral ' || k), pg_temp.i('riverside agency housing'), pg_temp.i('member housing'), n.id, a::jsonb, s, b, j, w, hub.today() - 4
    from hub.instrument n, (values ('sent', '{"frequency": "daily", "targeted": "yes", "threat": "yes", "health": "some", "alone": "few", "impact": "some"}', 19, 'HIGH', 'HIGH', 'Threats are becoming more direct.'),
                 ('more', '{"frequency": "weekly", "targeted": "think", "threat": "no", "health": "no", "alone": "few", "impact": "some"}', 8, 'MEDIUM', 'HIGH', 'Very isolated since the spring.'),
                 ('senior', '{"frequency": "daily", "targeted": "yes", "threat": "unknown", "health": "some", "alone": "none", "impact": "severe"}', 20, 'HIGH', 'HIGH', 'Cannot sleep in the bedroom.'),
                 ('declined', '{"frequency": "daily", "targeted": "no", "threat": "no", "health": "no", "alone": "many", "impact": "some"}', 7, 'LOW', 'LOW', '')) as x (k, a, s, b, j, w)
   where n.partnership_id = pg_temp.i('riverside') and n.purpose = 'VULNERABILITY';
  insert into hub.assessment (partnership_id, id, panel_id, case_id, agency_id, member_id, instrument_id, answers, score, band, judgement, rationale, assessed_on)
  select c.partnership_id, pg_temp.i('assessment ' || c.reference), c.panel_id, c.id, pg_temp.i('riverside agency housing'), pg_temp.i('member housing'), n.id, '{"frequency": "weekly", "targeted": "yes", "threat": "no", "health": "some", "alone": "none", "impact": "severe"}', 17, 'HIGH', 'HIGH', 'Alone, and afraid at night.', c.opened_on
    from hub.case_file c join hub.instrument n on n.partnership_id = c.partnership_id and n.purpose = 'VULNERABILITY' where c.reference in ('RV-7K4QM', 'RV-M2XDT');

  -- Somebody is on duty; what was opened once in an emergency has been looked at
  insert into hub.office (partnership_id, id, member_id, role, during) values (pg_temp.i('riverside'), pg_temp.i('office duty'), pg_temp.i('member idva'), 'DUTY_OFFICER', daterange(hub.today() - 60, hub.today() + 120));
  insert into hub.emergency (partnership_id, id, case_id, panel_id, member_id, opened_as, reason, opened_at, until, review_by)
  select c.partnership_id, pg_temp.i('emergency'), c.id, c.panel_id, pg_temp.i('member idva'), 'DUTY_OFFICER', 'Mrs Okoro rang at night and said that somebody was at her door; the ambulance asked how to reach her safely.', hub.now() - interval '20 days', hub.now() - interval '20 days' + interval '2 hours', hub.today() - 17
    from hub.case_file c where c.reference = 'RV-7K4QM';
  insert into hub.emergency_review (partnership_id, emergency_id, case_id, panel_id, outcome, note, reviewed_by, reviewed_at)
  select e.partnership_id, e.id, e.case_id, e.panel_id, 'JUSTIFIED', 'The officer needed the safe number at once, and read the plan and nothing that was not needed.', pg_temp.i('member infolead'), hub.now() - interval '18 days' from hub.emergency e where e.id = pg_temp.i('emergency');
  -- A conflict of interest that was found and waits for the chair: a probation officer knows a person of a closed case. Nobody is mailed about what was loaded.
  insert into hub.private_relation (partnership_id, id, member_id, name, born, relation) values (pg_temp.i('riverside'), pg_temp.i('relation probation'), pg_temp.i('member probation'), 'Colin Ferris', '1972-08-08', 'former neighbour');
  delete from hub.outbox where template = 'conflict-to-decide';

  -- The protocol's own text, and the accounts of those who answer for three of its signatories.
  insert into hub.protocol_document (partnership_id, id, protocol_id, media_type, marking, size, sha256, added_by, added_at)
  select pg_temp.i('riverside'), pg_temp.i('riverside protocol 3 text'), pg_temp.i('riverside protocol 3'), 'application/pdf', 'OFFICIAL', length(v_text), encode(sha256(v_text), 'hex'), pg_temp.i('member admin'), hub.now() - interval '300 days';
  insert into hub.protocol_file (partnership_id, document_id, content) values (pg_temp.i('riverside'), pg_temp.i('riverside protocol 3 text'), v_text);
  update hub.signature set designated_member_id = pg_temp.i('member ' || a) from (values ('council', 'admin'), ('police', 'police'), ('trust', 'mentalhealth')) as x (k, a) where id = pg_temp.i('signature ' || k);
  -- What follows a release: intelligence with who sanitised it and its grading, a request for onward use, what was given outside the panel, a consent withdrawn
  update hub.item set handling_instruction = 'For the recipients of this release only; not to be copied or sent on.' where marking = 'OFFICIAL-SENSITIVE';
  update hub.item set sanitised_by = 'Intelligence manager' where handling_code is not null;
  insert into hub.source_grading (partnership_id, item_id, case_id, panel_id, agency_id, source_evaluation, intelligence_assessment, graded_by)
  select i.partnership_id, i.id, i.case_id, i.panel_id, i.agency_id, s, a, i.author_id from (values ('p1', 1, 'A'), ('p2', 2, 'C')) as x (k, s, a) join hub.item i on i.id = pg_temp.i('item ' || k);
  insert into hub.onward_request (partnership_id, id, item_id, case_id, panel_id, agency_id, asking_agency_id, asked_by, kind, to_whom, purpose, asked_at, answer, answer_words, answered_by, answered_at)
  select i.partnership_id, pg_temp.i('onward ' || k), i.id, i.case_id, i.panel_id, i.agency_id, pg_temp.i('riverside agency housing'), pg_temp.i('member housing'), d, w, p, hub.now() - make_interval(days => n), ans, t, case when ans is not null then i.author_id end, case when ans is not null then hub.now() - interval '2 days' end
    from (values ('m2', 'ONWARD', 'The person’s own doctor', 'So that the effect of the incidents is known when a move is considered.', 1, null, ''),
                 ('p1', 'EVIDENCE', 'The county court', 'Application for an injunction against the neighbour.', 4, 'GRANTED', 'The crime numbers only, in a statement by the sergeant.')) as x (k, d, w, p, n, ans, t) join hub.item i on i.id = pg_temp.i('item ' || k);
  insert into hub.outside_disclosure (partnership_id, id, item_id, case_id, panel_id, agency_id, body, contact, gateway, reason, given_on, recorded_by)
  select i.partnership_id, pg_temp.i('outside h1'), i.id, i.case_id, i.panel_id, i.agency_id, 'Northbank Council children’s services', 'Duty desk, by telephone', 'Children Act 2004 s11', 'A child of that borough stays in the flat at weekends.', hub.today() - 3, i.author_id from hub.item i where i.id = pg_temp.i('item h1');
  insert into hub.consent_withdrawal (partnership_id, id, disclosure_id, item_id, case_id, panel_id, agency_id, withdrawn_on, going_on_because, noted_by)
  select d.partnership_id, pg_temp.i('consent w1'), d.id, d.item_id, d.case_id, d.panel_id, d.agency_id, hub.today() - 7, 'The daughter’s key is a present risk; the public task does not depend on consent.', d.released_by from hub.disclosure d where d.item_id = pg_temp.i('item w1');
  -- What the panels take, hear, decide and minute: as the preset of such a panel has it.
  insert into hub.terms (partnership_id, id, panel_id, during, subjects, called, gate, sections, outcomes, minutes)
  select p.partnership_id, pg_temp.i('terms ' || s.reference_prefix), p.id, daterange(hub.today() - 400, null), array['PERSON'], 'case', 'HIGH',
         '[{"kind": "LAST_ACTIONS", "title": "Actions of the last meeting", "minutes": 10}, {"kind": "CASES", "title": "Cases", "minutes": 0}, {"kind": "OTHER_BUSINESS", "title": "Other business", "minutes": 5}]',
         array['Protection plan agreed', 'Plan goes on as it is', 'Plan changed', 'Referred to another panel', 'Risk reduced: case to be closed', 'Adjourned to the next meeting'],
         (select jsonb_agg(jsonb_build_object('part', x.part, 'heading', x.heading) order by n) from unnest(
           array['PRESENT', 'OBSERVERS', 'APOLOGIES', 'REMINDER', 'LAST_ACTIONS', 'CASES', 'OTHER_BUSINESS', 'REASON', 'INFORMATION', 'RISK', 'DECISION', 'PLAN', 'ACTIONS'],
           array['Present', 'Observers', 'Apologies', 'Confidentiality', 'Actions from last time', 'Cases', 'Other business', 'Reason', 'Information shared', 'Risk', 'Decision', 'Protection plan', 'Actions'])
           with ordinality as x (part, heading, n))
    from hub.panel p join hub.partnership s on s.id = p.partnership_id;

  -- The plan of the last meeting, approved by the chair a day later.
  insert into hub.plan_approval (partnership_id, id, plan_id, case_id, panel_id, words, approved_by, approved_at)
  select p.partnership_id, pg_temp.i('approval RV-7K4QM'), p.id, p.case_id, p.panel_id, '', pg_temp.i('member chair'), hub.now() - interval '27 days' from hub.plan p where p.id = pg_temp.i('plan RV-7K4QM');

  -- The board that reviews cases at a victim's asking: its single point of contact sits on no other panel.
  insert into hub.panel (partnership_id, id, kind, name, short_name, purpose, undertaking_text, declaration_text)
  values (pg_temp.i('riverside'), pg_temp.i('riverside panel ctmarac'), 'CT_MARAC', 'ASB Case Review board', 'CT-MARAC',
          'Reviews how relevant bodies answered reports of anti-social behaviour when a victim has asked for it and the threshold is met.', v_undertaking, v_declaration);
  insert into hub.arrangement (partnership_id, id, panel_id, during, recurrence, starts_at, venue, online_link, minutes_per_case, cut_off_days, agenda_days, research_days, actions_days, minutes_days, triage_days, review_weeks)
  values (pg_temp.i('riverside'), pg_temp.i('arrangement ctmarac'), pg_temp.i('riverside panel ctmarac'), daterange(hub.today() - 400, null), 'third Wednesday', '14:00', 'Town Hall, room 2', '', 20, 8, 5, 5, 2, 3, 3, 4);
  insert into hub.protocol_panel (partnership_id, protocol_id, panel_id) values (pg_temp.i('riverside'), pg_temp.i('riverside protocol 3'), pg_temp.i('riverside panel ctmarac'));
  insert into hub.panel_agency (partnership_id, panel_id, agency_id)
  select pg_temp.i('riverside'), pg_temp.i('riverside panel ctmarac'), pg_temp.i('riverside agency ' || a) from unnest(array['safety', 'housing', 'police', 'mental', 'harbour']) a;
  perform pg_temp.seat('riverside', 'ctmarac', a, r, true) from (values ('spoc', 'SPOC'), ('coordinator', 'COORDINATOR'), ('chair', 'CHAIR'), ('police', 'REPRESENTATIVE'), ('housing.senior', 'REPRESENTATIVE'), ('mentalhealth', 'REPRESENTATIVE')) as x (a, r);
  insert into hub.terms (partnership_id, id, panel_id, during, subjects, called, gate, sections, outcomes, minutes)
  values (pg_temp.i('riverside'), pg_temp.i('terms ctmarac'), pg_temp.i('riverside panel ctmarac'), daterange(hub.today() - 400, null), array['PERSON', 'HOUSEHOLD', 'GROUP'], 'review', 'NONE',
          '[{"kind": "OPENING", "title": "Applicants and their representatives", "minutes": 10}, {"kind": "LAST_ACTIONS", "title": "Progress of reviews and recommendations", "minutes": 15}, {"kind": "CASES", "title": "Case reviews", "minutes": 0}, {"kind": "OTHER_BUSINESS", "title": "Other business", "minutes": 5}]',
          array['Recommendations made', 'Action plan agreed', 'Case officer appointed', 'Response was adequate: no recommendation', 'Progress noted: the review stays open', 'Adjourned for more information', 'Review closed'],
          (select t.minutes from hub.terms t where t.panel_id = pg_temp.i('riverside panel vvp')));

  -- How Safer Riverside takes applications for a case review.
  insert into hub.trigger_scheme (partnership_id, id, panel_id, area, area_name, open, contact_team, telephone, hours, email, address, privacy, further_body, further_contact)
  values (pg_temp.i('riverside'), pg_temp.i('scheme riverside'), pg_temp.i('riverside panel ctmarac'), 'riverside', 'Safer Riverside', true, 'Riverside community safety team', '020 7946 0000', 'Monday to Friday, 9am to 5pm',
          'case.review@riverside.example', E'Community safety team\nTown Hall\nQuay Street\nRiverside', '', 'the mayor’s office', 'call 020 7946 0999');

  -- Whom the relevant bodies, signed or not, have named to be told of each application.
  insert into hub.designated_officer (partnership_id, id, signatory_id, name, email, during)
  select pg_temp.i('riverside'), pg_temp.i('designated ' || k), pg_temp.i('riverside body ' || k), n, m || '@riverside.example', daterange(hub.today() - 400, null)
    from (values ('council', 'Diane Foster', 'diane.foster'), ('police', 'Supt James Marsh', 'asb.reviews'), ('trust', 'Prof Liam Hart', 'liam.hart'), ('harbour', 'Ingrid Moss', 'ingrid.moss')) as x (k, n, m);

  -- Its review procedure, with Lambeth's times; and an application in mid-life: acknowledged, its threshold to be decided in a few days.
  insert into hub.trigger_arrangement (partnership_id, id, during, complaints, report_months, apply_months, weighed, discretion, spans, amber_days)
  values (pg_temp.i('riverside'), pg_temp.i('review procedure'), daterange(hub.today() - 400, null), 3, 1, 6, array['PERSISTENCE', 'HARM', 'ADEQUACY'], false,
          '[{"stage": "ACKNOWLEDGEMENT", "days": 2, "unit": "WORKING_DAYS", "from": "RECEIPT"}, {"stage": "DECISION", "days": 5, "unit": "WORKING_DAYS", "from": "CONTACT"}, {"stage": "REVIEW", "days": 0, "unit": "NEXT_BOARD", "from": "DECISION"}, {"stage": "OUTCOME", "days": 2, "unit": "WORKING_DAYS", "from": "MEETING"}, {"stage": "PLAN", "days": 5, "unit": "WORKING_DAYS", "from": "OUTCOME"}, {"stage": "LETTER", "days": 5, "unit": "WORKING_DAYS", "from": "PLAN"}, {"stage": "APPEAL_DECISION", "days": 10, "unit": "WORKING_DAYS", "from": "APPEAL"}]', 2);
  insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, entered_at, applicant_kind, subject, happening, place, since, impact, wish, hate, respondent, respondent_minor, landlord, children, involvement)
  values (pg_temp.i('riverside'), pg_temp.i('application'), pg_temp.i('riverside panel ctmarac'), '', hub.today() - 6, 'ONLINE', hub.now() - interval '6 days', 'PERSON', 'Ottilie Penhallow',
          'A group meets on the stairs below my flat most nights. They shout, they have set light to the bins, and they bang on my door when I ask them to stop.', 'Quayside House, stairs of the second floor', 'since the spring',
          'I do not sleep, and I no longer go out after dark.', 'That somebody comes when I ring, and that the door to the stairs is mended.', 'NO', 'Young people whom I do not know by name; one of them is about 15', 'YES', 'Harbour Homes', 'NO', 'ATTEND');
  update hub.trigger set reference = 'RV-TK7M2QX' where id = pg_temp.i('application');
  insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, address, telephone, email, reach_by, safe_email, safe_call, safe_letter, safe_times, needs)
  values (pg_temp.i('riverside'), pg_temp.i('application'), pg_temp.i('riverside panel ctmarac'), 'Ottilie Penhallow', E'Flat 12\nQuayside House\nRiverside', '07700 900177', 'ottilie@example.org', 'TELEPHONE', true, true, false, 'before noon', array['LARGE_PRINT']);
  insert into hub.trigger_complaint (partnership_id, id, trigger_id, panel_id, position, by_applicant, complainant, happened_on, what, reported_on, reported_to, their_reference, answer, evidence, added_by, added_at)
  select pg_temp.i('riverside'), pg_temp.i('complaint ' || x.n), pg_temp.i('application'), pg_temp.i('riverside panel ctmarac'), x.n, x.name = '', x.name, hub.today() - x.happened, x.what, hub.today() - x.reported, x.told, x.reference, x.answer, x.evidence,
         case when x.name <> '' then pg_temp.i('member spoc') end, hub.now() - make_interval(days => case when x.name = '' then 6 else 4 end)
    from (values (1, '', 300, 240, 'Shouting on the stairs until three in the morning', 'Council noise team', '', 'A letter that it was noted', ''),
                 (2, '', 150, 149, 'They banged on the door with a pole', 'Police', 'CAD 3318', 'An officer rang the next day', 'A photograph of the door'),
                 (3, '', 75, 75, 'The bins were set alight', 'Police', 'CAD 4471', 'The fire service came', 'A video on the telephone'),
                 (4, '', 75, 74, 'The bins were set alight', 'Council noise team', 'NT-2093', 'Passed on to the landlord', ''),
                 (5, '', 74, 72, 'Burnt bins and a broken door to the stairs', 'Harbour Homes', '', 'No answer', ''),
                 (6, 'Ferdie Longstaff', 20, 19, 'Bottles were thrown down the stairs', 'Police', 'CAD 5102', 'No officer was free', 'The crime number'))
      as x (n, name, happened, reported, what, told, reference, answer, evidence);
  insert into hub.trigger_complaint_pair (partnership_id, id, trigger_id, panel_id, first_id, second_id, verdict, by, at)
  select pg_temp.i('riverside'), pg_temp.i('one incident'), pg_temp.i('application'), pg_temp.i('riverside panel ctmarac'), least(pg_temp.i('complaint 3'), pg_temp.i('complaint 4')), greatest(pg_temp.i('complaint 3'), pg_temp.i('complaint 4')), 'SAME',
         pg_temp.i('member spoc'), hub.now() - interval '3 days';
  insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, note, at, by)
  select pg_temp.i('riverside'), pg_temp.i('application ' || x.kind), pg_temp.i('application'), pg_temp.i('riverside panel ctmarac'), x.kind, hub.today() - x.days, x.note, hub.now() - make_interval(days => x.days), case when x.kind = 'ACKNOWLEDGED' then pg_temp.i('member spoc') end
    from (values ('RECEIVED', 6, ''), ('BODIES_TOLD', 6, '4'), ('ACKNOWLEDGED', 5, 'By a call before noon')) as x (kind, days, note);
  insert into hub.trigger_message (partnership_id, id, trigger_id, panel_id, from_applicant, body, at, read_at)
  values (pg_temp.i('riverside'), pg_temp.i('application message'), pg_temp.i('application'), pg_temp.i('riverside panel ctmarac'), true, 'They were there again on Friday. My neighbour rang the police, too.', hub.now() - interval '2 days', hub.now() - interval '1 day');
  insert into hub.document (partnership_id, id, trigger_id, panel_id, from_applicant, came, name, note, kind, size, sha256, scanned_by, at)
  select pg_temp.i('riverside'), pg_temp.i('application diary'), pg_temp.i('application'), pg_temp.i('riverside panel ctmarac'), true, 'ONLINE', 'diary of the nights.txt', 'What I wrote down since Sunday', 'TEXT', length(x.c), encode(sha256(x.c), 'hex'), 'kind and size only', hub.now() - interval '2 days'
    from (values (convert_to(E'Sunday: shouting in the yard until 2.\nMonday: quiet.\nFriday: they were there again, and threw bottles.\n', 'UTF8'))) as x (c);
  insert into hub.document_content (partnership_id, document_id, content)
  values (pg_temp.i('riverside'), pg_temp.i('application diary'), convert_to(E'Sunday: shouting in the yard until 2.\nMonday: quiet.\nFriday: they were there again, and threw bottles.\n', 'UTF8'));
end $demo$;

drop function pg_temp.i(text), pg_temp.person(text, text, text, text, text), pg_temp.body(text, text, text, text, boolean), pg_temp.agency(text, text, text, text, text, text), pg_temp.seat(text, text, text, text, boolean),
  pg_temp.basis(text, text, text, text, text, text, text), pg_temp.case_file(text, text, text, text, text, date, text, text, text, text, int), pg_temp.item(text, text, text, text, int, text, text, text, text), pg_temp.release(text, text, uuid);
