-- A controller's duties past a seal, or past the bar of its own members (${flyway:timestamp}): what it holds must be found, corrected and given to the person
-- it is about, whoever else is shut out. Its information lead does so, for a stated reason, on record. Nothing passes a bar of the lead itself.

-- Opened with a reason, for a working day, and then seen by every information lead of the same controller.
create policy visible on hub.controller_access for select to hub_app using (
  (select hub.office('INFORMATION_LEAD')) and signatory_id in (select a.signatory_id from hub.agency a where a.id = (select hub.agency())));
create policy opened on hub.controller_access for insert to hub_app with check (
  member_id = (select hub.viewer()) and (select hub.office('INFORMATION_LEAD')) and length(btrim(reason)) between 10 and 1000
  and signatory_id in (select a.signatory_id from hub.agency a where a.id = (select hub.agency())) and until <= (select hub.now()) + interval '8 hours');

-- Whether the viewer may use an access that it opened; not granted.
create function access.controller_opened(p_access uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from hub.controller_access x where x.partnership_id = hub.partnership() and x.id = p_access and x.member_id = hub.viewer() and x.until > hub.now() and hub.office('INFORMATION_LEAD')) $$;
-- Reason: the items of its controller are also where the lead itself sees no case. Result: where each lies and who entered it, by an access opened in
-- person; what it says is asked item by item.
create function access.controller_items(p_access uuid, p_find text, p_after uuid, p_most int) returns table (id uuid, agency text, author text, panel text, reference text, shut text, nature text, state text, made_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select i.id, a.short_name, m.name, p.short_name, c.reference, case when c.sealed then 'sealed' end, i.nature, i.state, i.made_at
    from hub.item i join hub.agency a on a.partnership_id = i.partnership_id and a.id = i.agency_id
    join hub.member m on m.partnership_id = i.partnership_id and m.id = i.author_id join hub.panel p on p.partnership_id = i.partnership_id and p.id = i.panel_id
    join hub.case_file c on c.partnership_id = i.partnership_id and c.id = i.case_id
   where access.controller_opened(p_access) and i.partnership_id = hub.partnership() and i.agency_id in (select x.agency_id from access.controller_agency x)
     and i.case_id <> all (hub.pass('hub.barred')) and (p_find = '' or c.reference = p_find) and (p_after is null or i.id < p_after)
   order by i.id desc limit least(p_most, 200) $$;
-- Reason: as above. Result: one item with what was decided about it, put on record as read before it is given, with the access and so its reason.
create function access.controller_item(p_access uuid, p_item uuid) returns table (id uuid, agency text, author text, panel text, reference text, shut text, nature text, state text, made_at timestamptz,
  source_date date, body text, marking text, handling_code text, handling_conditions text, withheld text) language plpgsql security definer set search_path = '' as $$
begin
  insert into audit.entry (partnership_id, member_id, agency_id, capacity, act, kind, subject, case_id, panel_id, about_agency_id)
  select i.partnership_id, hub.viewer(), hub.agency(), 'information lead past bar and seal', 'READ', 'item', i.id::text, i.case_id, i.panel_id, i.agency_id
    from hub.item i where access.controller_opened(p_access) and i.partnership_id = hub.partnership() and i.id = p_item and i.agency_id in (select x.agency_id from access.controller_agency x)
     and i.case_id <> all (hub.pass('hub.barred'));
  if not found then return; end if;
  return query
  select i.id, a.short_name, m.name, p.short_name, c.reference, case when c.sealed then 'sealed' end, i.nature, i.state, i.made_at,
         i.source_date, i.body, i.marking, i.handling_code, i.handling_conditions, w.reason
    from hub.item i join hub.agency a on a.partnership_id = i.partnership_id and a.id = i.agency_id
    join hub.member m on m.partnership_id = i.partnership_id and m.id = i.author_id join hub.panel p on p.partnership_id = i.partnership_id and p.id = i.panel_id
    join hub.case_file c on c.partnership_id = i.partnership_id and c.id = i.case_id
    left join hub.withholding w on w.partnership_id = i.partnership_id and w.item_id = i.id
   where i.partnership_id = hub.partnership() and i.id = p_item;
end $$;

-- Sealing never leaves a case without a chair on its list who could open it again: the last one stays.
create function access.keep_a_chair() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from hub.case_file c where c.partnership_id = old.partnership_id and c.id = old.case_id and c.sealed) and not access.chair_admitted(old.case_id, old.member_id) then
    raise exception 'the last chair stays on the list of a sealed case' using errcode = 'HB001';
  end if;
  return old;
end $$;
create trigger last_chair before delete on hub.admission for each row when (current_user = 'hub_app') execute function access.keep_a_chair();
-- Whether a chair other than the one named is on the list, sits with standing, and is not barred; not granted.
create function access.chair_admitted(p_case uuid, p_but uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from hub.admission a join access.standing_facts f on f.member_id = a.member_id and f.panel_id = a.panel_id
    where a.case_id = p_case and a.member_id is distinct from p_but and f.role in ('CHAIR', 'INDEPENDENT_CHAIR') and f.member_active and f.seat_current and f.signed and f.undertaken
      and not exists (select from hub.case_bar b where b.case_id = p_case and b.member_id = a.member_id and b.lifted_at is null)) $$;

-- Reason: what is most sensitive must not lie open between triage and the chair's next visit. Whoever accepted the referral today, in person, seals the case
-- that it opened: the list is this member and the panel's chairs to whom no conflict shuts it, so that a chair can always open it. Result: those on
-- the list, to be told.
create function access.seal_at_triage(p_case uuid) returns setof uuid language plpgsql security definer set search_path = '' as $$
declare v_panel uuid;
begin
  select c.panel_id into v_panel from hub.case_file c join hub.referral r on r.partnership_id = c.partnership_id and r.case_id = c.id and r.state = 'ACCEPTED' and r.triaged_by = hub.viewer()
   where c.partnership_id = hub.partnership() and c.id = p_case and not c.sealed and c.opened_on = hub.today() and c.panel_id = any (hub.pass('hub.triages')) and c.id <> all (hub.pass('hub.barred'))
     and not exists (select from hub.case_bar b where b.case_id = c.id and b.member_id = hub.viewer() and b.lifted_at is null)
     and not exists (select from hub.agenda_item g where g.case_id = c.id) for update of c;
  if v_panel is null then raise exception 'a case is sealed at triage by who accepted it' using errcode = 'insufficient_privilege'; end if;
  insert into hub.admission (partnership_id, case_id, panel_id, member_id)
  select hub.partnership(), p_case, v_panel, m from (
    select hub.viewer() as m union
    select f.member_id from access.standing_facts f where f.panel_id = v_panel and f.role in ('CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR') and f.member_active and f.seat_current and f.signed and f.undertaken
      and not exists (select from hub.case_bar b where b.case_id = p_case and b.member_id = f.member_id and b.lifted_at is null)) x
  on conflict do nothing;
  if not access.chair_admitted(p_case, null) then raise exception 'no chair could open this case again' using errcode = 'HB001'; end if;
  update hub.case_file set sealed = true, version = version + 1 where partnership_id = hub.partnership() and id = p_case;
  return query select a.member_id from hub.admission a where a.case_id = p_case;
end $$;

-- Who could keep the list of a case: the chairs of its panel, with standing, to whom no conflict shuts it; not granted.
create function access.could_keep(p_case uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
  select distinct f.member_id from hub.case_file c join access.standing_facts f on f.partnership_id = c.partnership_id and f.panel_id = c.panel_id
   where c.id = p_case and f.role in ('CHAIR', 'INDEPENDENT_CHAIR') and f.member_active and f.seat_current and f.signed and f.undertaken
     and not exists (select from hub.case_bar b where b.case_id = c.id and b.member_id = f.member_id and b.lifted_at is null) $$;
-- Reason: when the last chair on the list of a sealed case is barred or loses its seat, nobody could put another on it. Result: reference and panel of each
-- such case, and nothing more of it, to the chairs of its panel to whom no conflict shuts it.
create function access.unkept_lists() returns table (case_id uuid, panel_id uuid, panel text, reference text) language sql stable security definer set search_path = '' as $$
  select c.id, c.panel_id, p.short_name, c.reference
    from hub.case_file c join hub.panel p on p.partnership_id = c.partnership_id and p.id = c.panel_id
   where c.partnership_id = hub.partnership() and c.sealed and c.state <> 'CLOSED' and c.panel_id = any (hub.pass('hub.seals')) and c.id <> all (hub.pass('hub.barred'))
     and not access.chair_admitted(c.id, null) and hub.viewer() in (select k from access.could_keep(c.id) k)
   order by c.reference $$;
-- Reason: as above; the chair puts itself on the list, in its own name, and those on it are told. Result: whether there was such a list.
create function access.keep_list(p_case uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  perform from hub.case_file c where c.partnership_id = hub.partnership() and c.id = p_case for update;
  if not exists (select from access.unkept_lists() u where u.case_id = p_case) then return false; end if;
  perform access.conflict_mail(a.partnership_id, a.member_id, 'list-kept', 'A sealed case has another chair on its list',
      'The list of a sealed case that you are on had no chair who could open it. Another chair of the panel keeps it from now on.' || e'\n\n{hub}/cases\n', 'list-kept ' || a.case_id || ' ' || a.member_id || ' ' || hub.viewer())
    from hub.admission a where a.partnership_id = hub.partnership() and a.case_id = p_case and not access.shut_to(a.member_id, p_case);
  insert into hub.admission (partnership_id, case_id, panel_id, member_id)
  select c.partnership_id, c.id, c.panel_id, hub.viewer() from hub.case_file c where c.partnership_id = hub.partnership() and c.id = p_case on conflict do nothing;
  return true;
end $$;

-- Panels on which something waits that none of their chairs, and no chair of another panel, may do: decide on a conflict, or keep the list of a sealed case.
-- Left out is what concerns the member who would be told: a barred member does not learn of the case. Not granted.
create function access.chairless(p_partnership uuid, p_told uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
  select b.panel_id from hub.case_bar b join hub.case_file c on c.partnership_id = b.partnership_id and c.id = b.case_id and c.state <> 'CLOSED'
   where b.partnership_id = p_partnership and b.lifted_at is null and b.decided_at is null and b.how <> 'SET'
     and not exists (select from access.deciders(b.partnership_id, b.panel_id, b.case_id, null))
     and not exists (select from hub.case_bar x where x.case_id = b.case_id and x.member_id = p_told and x.lifted_at is null)
  union
  select b.panel_id from hub.referral_bar b join hub.referral r on r.partnership_id = b.partnership_id and r.id = b.referral_id and r.received_at is not null and r.case_id is null
   where b.partnership_id = p_partnership and b.lifted_at is null and b.decided_at is null
     and not exists (select from access.deciders(b.partnership_id, b.panel_id, null, b.referral_id))
     and not exists (select from hub.referral_bar x where x.referral_id = b.referral_id and x.member_id = p_told and x.lifted_at is null)
  union
  select b.panel_id from hub.trigger_bar b join hub.trigger t on t.partnership_id = b.partnership_id and t.id = b.trigger_id and t.case_id is null
   where b.partnership_id = p_partnership and b.lifted_at is null and b.decided_at is null
     and not exists (select from access.deciders(b.partnership_id, b.panel_id, null, null, b.trigger_id))
     and not exists (select from hub.trigger_bar x where x.trigger_id = b.trigger_id and x.member_id = p_told and x.lifted_at is null)
  union
  select c.panel_id from hub.case_file c
   where c.partnership_id = p_partnership and c.sealed and c.state <> 'CLOSED' and not access.chair_admitted(c.id, null) and not exists (select from access.could_keep(c.id))
     and not exists (select from hub.case_bar x where x.case_id = c.id and x.member_id = p_told and x.lifted_at is null) $$;
-- Reason: only an administrator gives a seat, and an administrator sees no case. Result: the panels that need another chair, and not why.
create function access.chair_needed() returns table (panel_id uuid, panel text) language sql stable security definer set search_path = '' as $$
  select p.id, p.name from hub.panel p where p.partnership_id = hub.partnership() and hub.office('ADMINISTRATOR') and p.id in (select access.chairless(p.partnership_id, hub.viewer())) order by p.name $$;
-- The same by mail, at the moment; not granted.
create function access.tell_chair_needed(p_partnership uuid, p_panel uuid, p_key text) returns void language sql security definer set search_path = '' as $$
  select access.conflict_mail(o.partnership_id, o.member_id, 'chair-needed', 'The ' || p.short_name || ' needs another chair',
      'Something waits on the ' || p.short_name || ' that none of its chairs may do. Give another member the seat of chair or vice-chair; on a sealed case only a chair can.' || e'\n\n{hub}/panels/' || p.id || e'\n',
      'chair-needed ' || p_key || ' ' || o.member_id)
    from hub.office o join hub.member m on m.partnership_id = o.partnership_id and m.id = o.member_id and m.active join hub.panel p on p.partnership_id = o.partnership_id and p.id = p_panel
   where o.partnership_id = p_partnership and o.role = 'ADMINISTRATOR' and o.during @> hub.today() and p_panel in (select access.chairless(p_partnership, o.member_id)) $$;
