-- Watching over the record (${flyway:timestamp}): what an information lead may ask of it, and the steps of a check.

-- Checks of one's own partnership, and the figures from which on a look is worth a second one.
create policy visible on audit.verification for select to hub_app using ((select hub.office('INFORMATION_LEAD')));
create policy visible on audit.watch for select to hub_app using ((select hub.office('INFORMATION_LEAD')));
create trigger recorded after insert on audit.verification for each row execute function audit.track();
create trigger recorded after insert or update or delete on audit.watch for each row execute function audit.track();

-- Reason: a check reads what its starter may not, so it is the hub's own work, begun and stopped by an information lead. One runs at a time in a partnership. Result: which one runs.
create function access.begin_verification(p_mailed_number int, p_mailed_fingerprint text) returns uuid language plpgsql security definer set search_path = '' as $$
begin
  if hub.viewer() is null or not hub.office('INFORMATION_LEAD') then raise exception 'an information lead has the record checked' using errcode = 'insufficient_privilege'; end if;
  insert into audit.verification (partnership_id, id, started_by, mailed_number, mailed_fingerprint, seals)
  values (hub.partnership(), gen_random_uuid(), hub.viewer(), p_mailed_number, p_mailed_fingerprint, (select coalesce(max(s.number), 0) from audit.seal s where s.partnership_id = hub.partnership()))
  on conflict (partnership_id) where state = 'RUNNING' do nothing;
  return (select v.id from audit.verification v where v.partnership_id = hub.partnership() and v.state = 'RUNNING');
end $$;
-- Result: whether there was one to stop.
create function access.stop_verification(p_id uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if hub.viewer() is null or not hub.office('INFORMATION_LEAD') then raise exception 'an information lead has the record checked' using errcode = 'insufficient_privilege'; end if;
  update audit.verification set state = 'STOPPED', ended_at = hub.now() where partnership_id = hub.partnership() and id = p_id and state = 'RUNNING';
  return found;
end $$;
-- Reason: the steps are the hub's own work, on any node; the one that takes a check keeps it for the length of a step. Result: a check that runs.
create function access.next_verification() returns table (partnership_id uuid, id uuid, mailed_number int, mailed_fingerprint text, progress text) language plpgsql security definer set search_path = '' as $$
begin
  perform access.require_service('verify');
  return query select v.partnership_id, v.id, v.mailed_number, v.mailed_fingerprint, v.progress::text from audit.verification v where v.state = 'RUNNING' order by v.started_at limit 1 for update skip locked;
end $$;
create function access.verified(p_partnership uuid, p_id uuid, p_progress jsonb, p_done boolean) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform access.require_service('verify');
  update audit.verification v set progress = p_progress, state = case when p_done then 'DONE' else v.state end, ended_at = case when p_done then hub.now() end
   where v.partnership_id = p_partnership and v.id = p_id and v.state = 'RUNNING';
end $$;

-- Reason: the last seal is told outside the database, to those who answer for the record, without a viewer. Result: none; one mail a day and person.
create function access.mail_seal(p_partnership uuid, p_subject text, p_body text, p_key text) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform access.require_service('seals');
  insert into hub.outbox (partnership_id, id, to_member, template, subject, body, once_key)
  select distinct on (m.id) m.partnership_id, gen_random_uuid(), m.id, 'seal', p_subject, p_body, 'seals ' || m.id || ' ' || p_key
    from hub.office o join hub.member m on m.partnership_id = o.partnership_id and m.id = o.member_id and m.active
   where o.partnership_id = p_partnership and o.role = 'INFORMATION_LEAD' and o.during @> hub.today()
  on conflict on constraint outbox_partnership_id_once_key_key do nothing;
end $$;

-- The key of an entry for the address of a page: it tells nothing of how much else the record holds.
create function access.entry_key(p_entry audit.entry) returns text language sql immutable set search_path = '' as $$
  select encode(sha256(convert_to(concat_ws(' ', p_entry.id, p_entry.tx, p_entry.at, p_entry.member_id, p_entry.case_id), 'UTF8')), 'hex') $$;

-- Reason: a controller answers for who looked at its information and at what its people looked, past a seal too; never past a bar against the information lead in
-- person, on a case or on an application for a case review. The policies stop at the seal, and hide the case by whose reference she asks. Result: entries of her controller's members and about its information, newest first, with the
-- case's reference and no word of its content.
create function access.search_record(p_member uuid, p_reference text, p_agency uuid, p_acts text[], p_from timestamptz, p_until timestamptz, p_at timestamptz, p_key text, p_one boolean, p_most int)
returns table (at timestamptz, key text, member_id uuid, agency_id uuid, service text, capacity text, act text, kind text, subject text, case_id uuid, reference text, panel_id uuid, about_agency_id uuid,
  failed text, decision text, has_detail boolean, erased boolean) language plpgsql stable security definer set search_path = '' as $$
declare
  v_here uuid := hub.partnership();
  v_agencies uuid[] := array(select c.agency_id from access.controller_agency c);
  v_barred uuid[] := hub.pass('hub.barred');
  v_words text[] := array(select b.word from access.barred_subject b);
  v_case uuid;
  v_place bigint := 9223372036854775807;
  v_ids bigint[];
begin
  if hub.viewer() is null or not hub.office('INFORMATION_LEAD') then raise exception 'the record is searched by an information lead' using errcode = 'insufficient_privilege'; end if;
  if p_key is not null then
    v_place := (select e.id from audit.entry e where e.partnership_id = v_here and e.at = p_at and access.entry_key(e) = p_key);
    if v_place is null then return; end if;
  end if;
  if p_reference is not null then
    v_case := (select c.id from hub.case_file c where c.partnership_id = v_here and c.reference = upper(p_reference));
    if v_case is null then return; end if;
  end if;
  -- Each way in has its own index, in the order of the ids.
  if p_one then
    v_ids := array[v_place];
  elsif v_case is not null then
    v_ids := array(select e.id from audit.entry e where e.partnership_id = v_here and e.case_id = v_case and e.id < v_place and (p_member is null or e.member_id = p_member)
        and (p_agency is null or e.agency_id = p_agency) and (p_acts is null or e.act = any (p_acts)) and e.at >= p_from and e.at < p_until and not access.names_barred(e.kind, e.subject, v_words)
        and (e.agency_id = any (v_agencies) or e.about_agency_id = any (v_agencies)) order by e.id desc limit p_most);
  elsif p_member is not null then
    v_ids := array(select e.id from audit.entry e where e.partnership_id = v_here and e.member_id = p_member and e.id < v_place
        and (p_agency is null or e.agency_id = p_agency) and (p_acts is null or e.act = any (p_acts)) and e.at >= p_from and e.at < p_until
        and (e.case_id is null or e.case_id <> all (v_barred)) and not access.names_barred(e.kind, e.subject, v_words) and (e.agency_id = any (v_agencies) or e.about_agency_id = any (v_agencies)) order by e.id desc limit p_most);
  else
    v_ids := array(select found.id from (
        select e.id from unnest(v_agencies) a cross join lateral (select x.id from audit.entry x where x.partnership_id = v_here and x.agency_id = a and x.id < v_place
            and (p_agency is null or x.agency_id = p_agency) and (p_acts is null or x.act = any (p_acts)) and x.at >= p_from and x.at < p_until
            and (x.case_id is null or x.case_id <> all (v_barred)) and not access.names_barred(x.kind, x.subject, v_words) order by x.id desc limit p_most) e
        union select e.id from unnest(v_agencies) a cross join lateral (select x.id from audit.entry x where x.partnership_id = v_here and x.about_agency_id = a and x.id < v_place
            and (p_agency is null or x.agency_id = p_agency) and (p_acts is null or x.act = any (p_acts)) and x.at >= p_from and x.at < p_until
            and (x.case_id is null or x.case_id <> all (v_barred)) and not access.names_barred(x.kind, x.subject, v_words) order by x.id desc limit p_most) e) found order by found.id desc limit p_most);
  end if;
  return query
  select e.at, access.entry_key(e), e.member_id, e.agency_id, e.service, e.capacity, e.act, e.kind, e.subject, e.case_id, c.reference, e.panel_id, e.about_agency_id, e.failed, e.decision,
         coalesce(d.about_agency_id = any (v_agencies), false), e.detail_hash is not null and d.entry_id is null
    from audit.entry e left join hub.case_file c on c.partnership_id = e.partnership_id and c.id = e.case_id left join audit.detail d on d.entry_id = e.id
   where e.id = any (v_ids) and (e.agency_id = any (v_agencies) or e.about_agency_id = any (v_agencies)) and (e.case_id is null or e.case_id <> all (v_barred)) and not access.names_barred(e.kind, e.subject, v_words)
   order by e.id desc;
end $$;
-- The figures that hold today; where a partnership has set none, these.
create function access.watch_figures() returns table (refusals int, refusal_days int, cases int, cases_minutes int, exports int, barred_days int, since date) language plpgsql stable security definer set search_path = '' as $$
begin
  if not hub.office('INFORMATION_LEAD') then raise exception 'the record is watched by an information lead' using errcode = 'insufficient_privilege'; end if;
  return query select w.refusals, w.refusal_days, w.cases, w.cases_minutes, w.exports, w.barred_days, lower(w.during) from audit.watch w where w.partnership_id = hub.partnership() and w.during @> hub.today();
  if not found then
    return query select 10, 7, 25, 60, 20, 90, null::date;
  end if;
end $$;
-- Reason: what a look is worth is the information lead's to say, and nobody changes it unseen. Result: none.
create function access.set_watch_figures(p_refusals int, p_refusal_days int, p_cases int, p_cases_minutes int, p_exports int, p_barred_days int) returns void language plpgsql security definer set search_path = '' as $$
begin
  if hub.viewer() is null or not hub.office('INFORMATION_LEAD') then raise exception 'the record is watched by an information lead' using errcode = 'insufficient_privilege'; end if;
  delete from audit.watch w where w.partnership_id = hub.partnership() and lower(w.during) = hub.today();
  update audit.watch w set during = daterange(lower(w.during), hub.today()) where w.partnership_id = hub.partnership() and w.during @> hub.today();
  insert into audit.watch (partnership_id, id, during, refusals, refusal_days, cases, cases_minutes, exports, barred_days, set_by)
  values (hub.partnership(), gen_random_uuid(), daterange(hub.today(), null), p_refusals, p_refusal_days, p_cases, p_cases_minutes, p_exports, p_barred_days, hub.viewer());
end $$;
-- Reason: what stands out among the looks of a controller's own people is seen only by who may see them all, as in a search; never past a bar. Of a case as many as were opened one by one: a list shows many at once.
-- Result: what stands out in the last thirty days, by member.
create function access.worth_a_look() returns table (what text, member_id uuid, agency_id uuid, many bigint, since timestamptz, until timestamptz, reference text) language plpgsql stable security definer set search_path = '' as $$
declare
  v_here uuid := hub.partnership();
  v_agencies uuid[] := array(select c.agency_id from access.controller_agency c);
  v_barred uuid[] := hub.pass('hub.barred');
  v_words text[] := array(select b.word from access.barred_subject b);
  f record;
begin
  select * into f from access.watch_figures();
  return query
  select 'REFUSALS', e.member_id, e.agency_id, count(*), min(e.at), max(e.at), null::text
    from audit.entry e where e.partnership_id = v_here and e.agency_id = any (v_agencies) and e.act = 'REFUSED' and e.at >= hub.now() - make_interval(days => f.refusal_days)
     and (e.case_id is null or e.case_id <> all (v_barred)) and not access.names_barred(e.kind, e.subject, v_words)
   group by e.member_id, e.agency_id having count(*) >= f.refusals;
  return query
  with opened as (
    select e.member_id, e.agency_id, e.at, (array_agg(e.case_id))[1] as case_id from audit.entry e
     where e.partnership_id = v_here and e.agency_id = any (v_agencies) and e.act = 'READ' and e.kind = 'case_file' and e.case_id is not null and e.at >= hub.now() - interval '30 days'
     group by e.tx, e.member_id, e.agency_id, e.at having count(distinct e.case_id) = 1),
  spans as (
    select o.member_id, o.agency_id, count(distinct o.case_id) as many, min(o.at) as since, max(o.at) as until
      from opened o cross join (values (interval '0'), (make_interval(mins => f.cases_minutes) / 2)) shift (by)
     group by o.member_id, o.agency_id, shift.by, date_bin(make_interval(mins => f.cases_minutes), o.at, timestamptz '2000-01-01 00:00Z' + shift.by))
  select distinct on (s.member_id) 'CASES', s.member_id, s.agency_id, s.many, s.since, s.until, null::text from spans s where s.many >= f.cases order by s.member_id, s.many desc, s.until desc;
  return query
  with days as (
    select e.member_id, e.agency_id, count(distinct e.tx) as many, min(e.at) as since, max(e.at) as until from audit.entry e
     where e.partnership_id = v_here and e.agency_id = any (v_agencies) and e.act = 'EXPORTED' and e.at >= hub.now() - interval '30 days'
       and (e.case_id is null or e.case_id <> all (v_barred)) and not access.names_barred(e.kind, e.subject, v_words)
     group by e.member_id, e.agency_id, (e.at at time zone 'Europe/London')::date)
  select distinct on (d.member_id) 'EXPORTS', d.member_id, d.agency_id, d.many, d.since, d.until, null::text from days d where d.many >= f.exports order by d.member_id, d.many desc, d.until desc;
  return query
  select 'BARRED', b.member_id, e.agency_id, count(distinct e.tx), min(e.at), max(e.at), c.reference
    from hub.case_bar b join hub.case_file c on c.partnership_id = b.partnership_id and c.id = b.case_id
    join audit.entry e on e.partnership_id = b.partnership_id and e.case_id = b.case_id and e.member_id = b.member_id and e.agency_id = any (v_agencies) and e.act in ('READ', 'EXPORTED')
      and e.at < b.set_at and e.at >= b.set_at - make_interval(days => f.barred_days)
   where b.partnership_id = v_here and b.set_at >= hub.now() - interval '30 days' and b.case_id <> all (v_barred)
   group by b.member_id, e.agency_id, c.reference;
end $$;
