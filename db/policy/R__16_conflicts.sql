-- Conflicts of interest (${flyway:timestamp}): found in the database, when a person becomes known to a panel or a member tells of itself, so that no path
-- that writes one or the other can forget it. All of it runs with the owner's rights and tells the member nothing: no result, no error, no row.

-- Whether bar or seal shuts a case to a member; for doors, not granted.
create function access.shut_to(p_member uuid, p_case uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from hub.case_bar b where b.case_id = p_case and b.member_id = p_member and b.lifted_at is null)
      or exists (select from hub.case_file c where c.id = p_case and c.sealed and not exists (select from hub.admission a where a.case_id = c.id and a.member_id = p_member)) $$;

-- The same of an application for a case review: by a conflict of interest before its review is open, by bar or seal of the review after; for doors, not granted.
create function access.application_shut_to(p_member uuid, p_trigger uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from hub.trigger_bar b where b.trigger_id = p_trigger and b.member_id = p_member and b.lifted_at is null)
      or exists (select from hub.trigger t where t.id = p_trigger and t.case_id is not null and access.shut_to(p_member, t.case_id)) $$;

-- Who decides on a conflict of interest: a chair of the panel to whom the case is open, else its vice-chair; where there is none, the chair of
-- another panel. Not that of a board that tasks enforcement, whose members see nothing of what other panels hold. Not granted.
create function access.deciders(p_partnership uuid, p_panel uuid, p_case uuid, p_referral uuid, p_application uuid default null) returns table (member_id uuid, of_panel boolean) language sql stable security definer set search_path = '' as $$
  with able as (
    select distinct f.member_id, f.panel_id = p_panel as of_panel, f.role = 'VICE_CHAIR' as vice
      from access.standing_facts f join hub.panel n on n.partnership_id = f.partnership_id and n.id = f.panel_id
     where f.partnership_id = p_partnership and f.member_active and f.seat_current and f.signed and f.undertaken
       and (f.panel_id = p_panel and f.role in ('CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR') and (p_case is null or not access.shut_to(f.member_id, p_case))
         or f.panel_id <> p_panel and f.role in ('CHAIR', 'INDEPENDENT_CHAIR') and not n.tasking and n.kind <> 'PTG')
       and not exists (select from hub.case_bar b where b.case_id = p_case and b.member_id = f.member_id and b.lifted_at is null)
       and not exists (select from hub.referral_bar b where b.referral_id = p_referral and b.member_id = f.member_id and b.lifted_at is null)
       and not exists (select from hub.trigger_bar b where b.trigger_id = p_application and b.member_id = f.member_id and b.lifted_at is null))
  select a.member_id, a.of_panel from able a
   where a.of_panel and (not a.vice or not exists (select from able b where b.of_panel and not b.vice))
      or not a.of_panel and not exists (select from able b where b.of_panel) $$;

-- Agencies of which nobody who sits for them sees a case: each needs a deputy for it.
create view access.unrepresented as
  select distinct b.partnership_id, b.case_id, b.panel_id, m.agency_id
    from hub.case_bar b
    join hub.member m on m.partnership_id = b.partnership_id and m.id = b.member_id and m.agency_id is not null
    join hub.seat s on s.partnership_id = b.partnership_id and s.panel_id = b.panel_id and s.member_id = b.member_id and s.during @> hub.today()
     and s.role in ('REPRESENTATIVE', 'DEPUTY', 'VICTIM_REPRESENTATIVE')
   where b.lifted_at is null
     and not exists (select from hub.seat o join hub.member n on n.partnership_id = o.partnership_id and n.id = o.member_id and n.active and n.agency_id = m.agency_id
       where o.partnership_id = b.partnership_id and o.panel_id = b.panel_id and o.during @> hub.today() and o.role in ('REPRESENTATIVE', 'DEPUTY', 'VICTIM_REPRESENTATIVE')
         and not exists (select from hub.case_bar x where x.case_id = b.case_id and x.member_id = n.id and x.lifted_at is null));
-- The same for those who prepare, without saying why.
create view access.deputy_needed as
  select u.case_id, u.panel_id, u.agency_id from access.unrepresented u join hub.case_file c on c.partnership_id = u.partnership_id and c.id = u.case_id
   where u.partnership_id = (select hub.partnership()) and u.panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) and c.state <> 'CLOSED'
     and c.id <> all ((select hub.pass('hub.barred'))::uuid[]) and (not c.sealed or c.id = any ((select hub.pass('hub.admitted'))::uuid[]));

-- A mail of the hub's own about a conflict of interest: it names no person and no case.
create function access.conflict_mail(p_partnership uuid, p_to uuid, p_template text, p_subject text, p_body text, p_key text) returns void language sql security definer set search_path = '' as $$
  insert into hub.outbox (partnership_id, id, to_member, template, subject, body, once_key)
  values (p_partnership, gen_random_uuid(), p_to, p_template, 'OFFICIAL: ' || p_subject, p_body, p_key) on conflict (partnership_id, once_key) do nothing $$;
-- Whose decision waits, and which coordinators must see to a deputy. What the owner loads, without anybody acting, is told to nobody.
create function access.tell_of_bar() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.lifted_at is not null or hub.viewer() is null and coalesce(current_setting('hub.service', true), '') = '' then return null; end if;
  if new.how <> 'SET' and new.decided_at is null then
    perform access.conflict_mail(new.partnership_id, d.member_id, 'conflict-to-decide', 'A conflict of interest waits for your decision',
        'A conflict of interest on a case waits for your decision. Until then the case is shut to the member concerned.' || e'\n\n{hub}/conflicts\n', 'conflict ' || new.id || ' ' || d.member_id)
      from access.deciders(new.partnership_id, new.panel_id, new.case_id, null) d;
  end if;
  perform access.conflict_mail(new.partnership_id, s.member_id, 'deputy-needed', initcap(left(a.short_name, 1)) || substr(a.short_name, 2) || ' needs a deputy for an item',
      initcap(left(a.short_name, 1)) || substr(a.short_name, 2) || ' needs a deputy for an item of the ' || p.short_name || '.' || e'\n\n{hub}/conflicts\n', 'deputy ' || new.case_id || ' ' || a.id || ' ' || s.member_id)
    from access.unrepresented u join hub.agency a on a.partnership_id = u.partnership_id and a.id = u.agency_id join hub.panel p on p.partnership_id = u.partnership_id and p.id = u.panel_id
    join hub.seat s on s.partnership_id = u.partnership_id and s.panel_id = u.panel_id and s.role = 'COORDINATOR' and s.during @> hub.today() and s.member_id <> new.member_id
   where u.partnership_id = new.partnership_id and u.case_id = new.case_id and u.agency_id = (select m.agency_id from hub.member m where m.partnership_id = new.partnership_id and m.id = new.member_id)
     and not access.shut_to(s.member_id, new.case_id);
  -- It may have shut out the last chair on the list of a sealed case, or everybody who could decide on it.
  perform access.conflict_mail(new.partnership_id, k, 'list-to-keep', 'A sealed case needs a chair on its list', 'The list of a sealed case has no chair who could open it. You may put yourself on it.' || e'\n\n{hub}/conflicts\n',
      'list-to-keep ' || new.id || ' ' || k)
    from access.could_keep(new.case_id) k
   where exists (select from hub.case_file c where c.id = new.case_id and c.sealed and c.state <> 'CLOSED') and not access.chair_admitted(new.case_id, null);
  perform access.tell_chair_needed(new.partnership_id, new.panel_id, 'bar ' || new.id);
  return null;
end $$;
create trigger mailed after insert on hub.case_bar for each row execute function access.tell_of_bar();
-- Of a referral, once it is with the panel.
create function access.tell_of_referral_bars(p_referral uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform access.conflict_mail(b.partnership_id, d.member_id, 'conflict-to-decide', 'A conflict of interest waits for your decision',
      'A conflict of interest on a referral waits for your decision. Until then the referral is shut to the member concerned.' || e'\n\n{hub}/conflicts\n', 'conflict ' || b.id || ' ' || d.member_id)
    from hub.referral_bar b join hub.referral r on r.partnership_id = b.partnership_id and r.id = b.referral_id and r.received_at is not null and r.case_id is null
    cross join lateral access.deciders(b.partnership_id, b.panel_id, null, b.referral_id) d
   where b.referral_id = p_referral and b.decided_at is null and b.lifted_at is null;
  perform access.tell_chair_needed(b.partnership_id, b.panel_id, 'referral bar ' || b.id)
    from hub.referral_bar b where b.referral_id = p_referral and b.decided_at is null and b.lifted_at is null;
end $$;

-- An application for a case review names people in free words. Compares these with what members told of themselves; every word of a name must stand there, in whatever order. No date of birth
-- is known: a name alone shuts it, and a chair decides. Of one application with every member, or of one member with every application, whether its review is open or not.
create function access.find_application_conflicts(p_partnership uuid, p_trigger uuid, p_member uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  r record;
  v_bar uuid;
  v_viewer text := coalesce(current_setting('hub.viewer', true), '');
  v_service text := coalesce(current_setting('hub.service', true), '');
begin
  for r in
    select distinct t.id as trigger_id, t.panel_id, t.case_id, f.member_id, f.kind, n.field || ' ' || encode(sha256(convert_to(t.id || ' ' || f.member_id || ' ' || m.k, 'UTF8')), 'hex') as matched
      from hub.trigger t join hub.trigger_applicant a on a.partnership_id = t.partnership_id and a.trigger_id = t.id
      cross join lateral (values ('applicant', string_to_array(hub.folded(a.name), ' ')), ('victim', string_to_array(hub.folded(a.victim_name), ' ')), ('respondent', string_to_array(hub.folded(t.respondent), ' '))) n (field, words)
      join (select i.partnership_id, i.member_id, i.name_keys, 'PARTY' as kind from hub.member_identity i
            union all select v.partnership_id, v.member_id, v.name_keys, 'RELATION' from hub.private_relation v) f on f.partnership_id = t.partnership_id
      cross join lateral (select min(k) as k from unnest(f.name_keys) k where string_to_array(k, ' ') <@ n.words) m
     where t.partnership_id = p_partnership and m.k is not null and (p_trigger is null or t.id = p_trigger) and (p_member is null or f.member_id = p_member) loop
    -- As of a case: the record says that the hub did it.
    perform set_config('hub.viewer', '', true), set_config('hub.service', 'conflicts', true);
    insert into hub.trigger_bar (partnership_id, id, trigger_id, panel_id, member_id, kind, matched) values (p_partnership, gen_random_uuid(), r.trigger_id, r.panel_id, r.member_id, r.kind, r.matched)
    on conflict (partnership_id, trigger_id, member_id, kind, matched) do nothing;
    if found and r.case_id is not null then
      -- Its review is open: only the victim is a person of that case, and whoever else is named keeps a member from it all the same. Beside a bar that was set, too: who prepares takes that back, and what was
      -- found is a chair's to decide.
      if not exists (select from hub.case_bar c where c.partnership_id = p_partnership and c.case_id = r.case_id and c.member_id = r.member_id and c.how = 'FOUND' and c.lifted_at is null) then
        v_bar := gen_random_uuid();
        update hub.case_team t set during = daterange(lower(t.during), greatest(lower(t.during), hub.today())) where t.case_id = r.case_id and t.member_id = r.member_id and t.during @> hub.today();
        insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason, how) values (p_partnership, v_bar, r.case_id, r.panel_id, r.member_id, '', 'FOUND');
        insert into hub.conflict_finding (partnership_id, id, bar_id, case_id, panel_id, member_id, kind, agrees) values (p_partnership, gen_random_uuid(), v_bar, r.case_id, r.panel_id, r.member_id, r.kind, 'NAME');
      end if;
    elsif found then
      perform access.conflict_mail(b.partnership_id, d.member_id, 'conflict-to-decide', 'A conflict of interest waits for your decision',
          'A conflict of interest on an application for a case review waits for your decision. Until then the application is shut to the member concerned.' || e'\n\n{hub}/conflicts\n', 'conflict ' || b.id || ' ' || d.member_id)
        from hub.trigger_bar b cross join lateral access.deciders(b.partnership_id, b.panel_id, null, null, b.trigger_id) d
       where b.partnership_id = p_partnership and b.trigger_id = r.trigger_id and b.member_id = r.member_id and b.kind = r.kind and b.matched = r.matched;
      perform access.tell_chair_needed(p_partnership, r.panel_id, 'application bar ' || r.trigger_id || ' ' || r.member_id);
    end if;
    perform set_config('hub.viewer', v_viewer, true), set_config('hub.service', v_service, true);
  end loop;
end $$;
create function access.application_names() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.find_application_conflicts(new.partnership_id, case tg_table_name when 'trigger' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'trigger_id')::uuid end, null);
  return null;
end $$;
create trigger compared_when_entered after insert on hub.trigger_applicant for each row execute function access.application_names();
create trigger compared_when_changed after update on hub.trigger_applicant for each row when ((old.name, old.victim_name) is distinct from (new.name, new.victim_name)) execute function access.application_names();
create trigger compared_when_changed after update on hub.trigger for each row when (old.respondent is distinct from new.respondent) execute function access.application_names();
-- Its review is a case: what was found before holds there too, decided or not, and stays a chair's; what a chair lifted is not asked again.
create function access.carry_application_bars() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_viewer text := coalesce(current_setting('hub.viewer', true), '');
  v_service text := coalesce(current_setting('hub.service', true), '');
begin
  perform set_config('hub.viewer', '', true), set_config('hub.service', 'conflicts', true);
  update hub.case_bar c set lifted_at = hub.now(), decided_by = b.decided_by, decided_at = hub.now(), decided_reason = b.decided_reason
    from hub.trigger_bar b, hub.conflict_finding f
   where b.partnership_id = new.partnership_id and b.trigger_id = new.id and b.lifted_at is not null and c.partnership_id = b.partnership_id and c.case_id = new.case_id and c.member_id = b.member_id and c.lifted_at is null
     and f.partnership_id = c.partnership_id and f.bar_id = c.id and f.kind = b.kind and b.matched not like 'respondent %';
  insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason, how, decided_by, decided_at, decided_reason)
  select distinct on (b.member_id) b.partnership_id, gen_random_uuid(), new.case_id, new.panel_id, b.member_id, '', 'FOUND', b.decided_by, b.decided_at, b.decided_reason
    from hub.trigger_bar b
   where b.partnership_id = new.partnership_id and b.trigger_id = new.id and b.lifted_at is null
     and not exists (select from hub.case_bar c where c.partnership_id = b.partnership_id and c.case_id = new.case_id and c.member_id = b.member_id and c.lifted_at is null)
   order by b.member_id, b.decided_at nulls last;
  perform set_config('hub.viewer', v_viewer, true), set_config('hub.service', v_service, true);
  return null;
end $$;
create trigger bars_carried after update on hub.trigger for each row when (old.case_id is null and new.case_id is not null) execute function access.carry_application_bars();

-- Compares, and bars. Of one person with every member, or of one member with every person. A name and a date of birth that agree, or a name alone
-- where one of the two dates is not known; two dates that are known and differ are two people. What a chair has decided about a member and a person is
-- not asked again. Whoever wrote a referral keeps it while it is one, having typed it, unless it would decide on it too.
create function access.find_conflicts(p_partnership uuid, p_person uuid, p_member uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  r record;
  v_bar uuid;
  v_viewer text := coalesce(current_setting('hub.viewer', true), '');
  v_service text := coalesce(current_setting('hub.service', true), '');
begin
  for r in
    select p.id as person_id, p.case_id, p.referral_id, p.panel_id, f.member_id, f.kind,
           case when f.born = any (p.dates_of_birth) then 'NAME_AND_BIRTH' else 'NAME' end as agrees
      from hub.person p
      join (select i.partnership_id, i.member_id, i.name_keys, i.born, 'PARTY' as kind from hub.member_identity i
            union all select v.partnership_id, v.member_id, v.name_keys, v.born, 'RELATION' from hub.private_relation v) f
        on f.partnership_id = p.partnership_id and f.name_keys && p.name_keys
     where p.partnership_id = p_partnership and (p_person is null or p.id = p_person) and (p_member is null or f.member_id = p_member)
       and (f.born is null or cardinality(p.dates_of_birth) = 0 or f.born = any (p.dates_of_birth))
     order by p.id, f.member_id, f.kind, agrees desc loop
    -- The record says that the hub did it: were it the viewer, its own record would tell it.
    perform set_config('hub.viewer', '', true), set_config('hub.service', 'conflicts', true);
    if r.case_id is not null then
      if not exists (select from hub.conflict_finding f where f.partnership_id = p_partnership and f.case_id = r.case_id and f.member_id = r.member_id and f.person_id = r.person_id and f.kind = r.kind)
         and not exists (select from hub.referral_bar b where b.partnership_id = p_partnership and b.member_id = r.member_id and b.person_id = r.person_id and b.kind = r.kind and b.lifted_at is not null) then
        v_bar := gen_random_uuid();
        -- Who may not see the case cannot be its case manager.
        update hub.case_team t set during = daterange(lower(t.during), hub.today()) where t.case_id = r.case_id and t.member_id = r.member_id and t.during @> hub.today();
        insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason, how) values (p_partnership, v_bar, r.case_id, r.panel_id, r.member_id, '', 'FOUND');
        insert into hub.conflict_finding (partnership_id, id, bar_id, case_id, panel_id, member_id, person_id, kind, agrees)
        values (p_partnership, gen_random_uuid(), v_bar, r.case_id, r.panel_id, r.member_id, r.person_id, r.kind, r.agrees);
      end if;
    else
      insert into hub.referral_bar (partnership_id, id, referral_id, panel_id, member_id, person_id, kind, agrees)
      select p_partnership, gen_random_uuid(), x.id, x.panel_id, r.member_id, r.person_id, r.kind, r.agrees
        from hub.referral x
       where x.partnership_id = p_partnership and x.id = r.referral_id and x.state <> 'DRAFT'
         and (x.author_id <> r.member_id or exists (select from hub.seat s where s.member_id = r.member_id and s.panel_id = x.panel_id and s.role in ('COORDINATOR', 'ANALYST', 'SPOC') and (upper_inf(s.during) or upper(s.during) > hub.today())))
      on conflict (partnership_id, referral_id, member_id, person_id, kind) do nothing;
      if found then perform access.tell_of_referral_bars(r.referral_id); end if;
    end if;
    perform set_config('hub.viewer', v_viewer, true), set_config('hub.service', v_service, true);
  end loop;
end $$;

-- A surname that few bear, shared by a person of a case and a member who may come to see it: the chair is told, and nobody is barred.
create function access.hint_surnames(p_partnership uuid, p_person uuid, p_member uuid, p_panel uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  v_viewer text := coalesce(current_setting('hub.viewer', true), '');
  v_service text := coalesce(current_setting('hub.service', true), '');
begin
  perform set_config('hub.viewer', '', true), set_config('hub.service', 'conflicts', true);
  insert into hub.surname_hint (partnership_id, id, case_id, panel_id, member_id, person_id)
  select p.partnership_id, gen_random_uuid(), p.case_id, p.panel_id, m.id, p.id
    from hub.person p join hub.member m on m.partnership_id = p.partnership_id and m.family_key = p.family_key and m.active
   where p.partnership_id = p_partnership and p.case_id is not null and length(p.family_key) > 1
     and (p_person is null or p.id = p_person) and (p_member is null or m.id = p_member) and (p_panel is null or p.panel_id = p_panel)
     and (exists (select from hub.seat s where s.member_id = m.id and s.panel_id = p.panel_id and s.during @> hub.today())
       or exists (select from hub.case_team t where t.member_id = m.id and t.case_id = p.case_id and t.during @> hub.today())
       or exists (select from hub.guest g where g.member_id = m.id and g.case_id = p.case_id and g.ended_at is null))
     and not exists (select from hub.case_bar b where b.case_id = p.case_id and b.member_id = m.id)
     and (select count(*) from (
            select hub.name_key(x.name) from hub.member x where x.partnership_id = p.partnership_id and x.family_key = p.family_key
            union select y.name_keys[1] from hub.person y where y.partnership_id = p.partnership_id and y.family_key = p.family_key) bearers)
         <= (select a.rare_surname from hub.arrangement a where a.partnership_id = p.partnership_id and a.panel_id = p.panel_id and a.during @> hub.today())
  on conflict (partnership_id, case_id, member_id, person_id) do nothing;
  perform set_config('hub.viewer', v_viewer, true), set_config('hub.service', v_service, true);
end $$;

-- When: a person becomes known or better known, or begins to hang from a case; a member tells of itself; a referral leaves its author; a member comes to a panel or a case.
create function access.person_known() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.find_conflicts(new.partnership_id, new.id, null);
  perform access.hint_surnames(new.partnership_id, new.id, null, new.panel_id);
  return null;
end $$;
create trigger compared_when_entered after insert on hub.person for each row execute function access.person_known();
create trigger compared_when_changed after update on hub.person for each row
  when ((old.name_keys, old.dates_of_birth, old.family_key, old.case_id) is distinct from (new.name_keys, new.dates_of_birth, new.family_key, new.case_id)) execute function access.person_known();
create function access.member_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.find_conflicts(new.partnership_id, null, new.member_id);
  perform access.find_application_conflicts(new.partnership_id, null, new.member_id);
  return null;
end $$;
create trigger compared after insert or update of given_names, family_name, former_names, born on hub.member_identity for each row execute function access.member_told();
create trigger compared after insert on hub.private_relation for each row execute function access.member_told();
create function access.referral_moved() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.state = 'DRAFT' then
    perform access.find_conflicts(new.partnership_id, p.id, null) from hub.person p where p.partnership_id = new.partnership_id and p.referral_id = new.id;
  end if;
  perform access.tell_of_referral_bars(new.id);
  return null;
end $$;
create trigger compared after update on hub.referral for each row when (old.state is distinct from new.state) execute function access.referral_moved();
create function access.member_came() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.hint_surnames(new.partnership_id, null, new.member_id, new.panel_id);
  return null;
end $$;
create trigger compared after insert on hub.seat for each row execute function access.member_came();
-- Whoever wrote a referral, and comes to decide on it too, keeps it no longer.
create function access.member_comes_to_triage() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.find_conflicts(new.partnership_id, null, new.member_id);
  return null;
end $$;
create trigger compared_to_triage after insert on hub.seat for each row when (new.role in ('COORDINATOR', 'ANALYST', 'SPOC')) execute function access.member_comes_to_triage();
create trigger compared after insert on hub.case_team for each row execute function access.member_came();
create trigger compared after insert on hub.guest for each row execute function access.member_came();
create function access.member_named() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform access.hint_surnames(new.partnership_id, null, new.id, null);
  return null;
end $$;
create trigger compared after update on hub.member for each row when (old.family_key is distinct from new.family_key) execute function access.member_named();

-- A bar that is lifted on a case is lifted on the referral, or the application, that the case came from.
create function access.bar_lifted() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update hub.referral_bar b set lifted_at = new.lifted_at, decided_by = coalesce(b.decided_by, new.decided_by), decided_at = coalesce(b.decided_at, new.decided_at), decided_reason = new.decided_reason
    from hub.referral r, hub.conflict_finding f
   where r.partnership_id = b.partnership_id and r.id = b.referral_id and r.case_id = new.case_id and f.bar_id = new.id
     and b.member_id = f.member_id and b.person_id = f.person_id and b.kind = f.kind and b.lifted_at is null;
  update hub.trigger_bar b set lifted_at = new.lifted_at, decided_by = coalesce(b.decided_by, new.decided_by), decided_at = coalesce(b.decided_at, new.decided_at), decided_reason = new.decided_reason
    from hub.trigger t
   where t.partnership_id = b.partnership_id and t.id = b.trigger_id and t.case_id = new.case_id and b.member_id = new.member_id and b.lifted_at is null
     and not exists (select from hub.case_bar o where o.partnership_id = new.partnership_id and o.case_id = new.case_id and o.member_id = new.member_id and o.lifted_at is null);
  return null;
end $$;
create trigger lifted after update on hub.case_bar for each row when (old.lifted_at is null and new.lifted_at is not null) execute function access.bar_lifted();

-- That a member told of itself, or took it back, is on record for the member itself; what it told is in no record.
create function access.note_what_was_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into audit.entry (partnership_id, member_id, act, kind, subject)
  values (coalesce(new.partnership_id, old.partnership_id), hub.viewer(), tg_op, tg_table_name, coalesce(new.id, old.id)::text);
  return null;
end $$;
create trigger noted after insert or update or delete on hub.member_identity for each row execute function access.note_what_was_told();
create trigger noted after insert or update or delete on hub.private_relation for each row execute function access.note_what_was_told();

-- Policies. What a member tells of itself: the member alone.
create policy own on hub.member_identity for select to hub_app using (member_id = (select hub.viewer()));
create policy given on hub.member_identity for insert to hub_app with check (member_id = (select hub.viewer()));
create policy taken_back on hub.member_identity for delete to hub_app using (member_id = (select hub.viewer()));
create policy own on hub.private_relation for select to hub_app using (member_id = (select hub.viewer()));
create policy given on hub.private_relation for insert to hub_app with check (member_id = (select hub.viewer()));
create policy taken_back on hub.private_relation for delete to hub_app using (member_id = (select hub.viewer()));

-- What was found, for the chairs of the panel; the barred chair is kept from it by bar_and_seal, or by the bar on the referral.
create policy visible on hub.conflict_finding for select to hub_app using (panel_id = any ((select hub.pass('hub.chairs'))::uuid[]));
-- Referrals that are with a panel and have opened no case yet: only then is a bar on one the panel's to decide.
create view access.referral_with_panel as
  select id as referral_id from hub.referral where partnership_id = (select hub.partnership()) and panel_id = any ((select hub.pass('hub.chairs'))::uuid[]) and received_at is not null and case_id is null;
create policy visible on hub.referral_bar for select to hub_app using (
  panel_id = any ((select hub.pass('hub.chairs'))::uuid[]) and exists (select from access.referral_with_panel r where r.referral_id = referral_bar.referral_id));
create policy decided on hub.referral_bar for update to hub_app using (panel_id = any ((select hub.pass('hub.chairs'))::uuid[]) and lifted_at is null)
  with check (decided_by = (select hub.viewer()));
create policy visible on hub.surname_hint for select to hub_app using (panel_id = any ((select hub.pass('hub.chairs'))::uuid[]) and member_id <> (select hub.viewer()));
create policy decided on hub.surname_hint for update to hub_app using (panel_id = any ((select hub.pass('hub.chairs'))::uuid[]) and member_id <> (select hub.viewer()) and decided_at is null)
  with check (decided_by = (select hub.viewer()));

-- The same of applications whose review is not open. A chair sees that there is a conflict on one, and need not see the application.
create view access.application_without_review as
  select id as trigger_id, reference from hub.trigger where partnership_id = (select hub.partnership()) and panel_id = any ((select hub.pass('hub.chairs'))::uuid[]) and case_id is null
     and id <> all ((select hub.pass('hub.barred_applications'))::uuid[]);
create policy visible on hub.trigger_bar for select to hub_app using (
  panel_id = any ((select hub.pass('hub.chairs'))::uuid[]) and exists (select from access.application_without_review t where t.trigger_id = trigger_bar.trigger_id));
create policy decided on hub.trigger_bar for update to hub_app using (panel_id = any ((select hub.pass('hub.chairs'))::uuid[]) and lifted_at is null)
  with check (decided_by = (select hub.viewer()));

-- Whom a bar concerns, by name, for the chairs who see the bar: also a member who has no seat there, and whom they otherwise would not see.
create view access.conflict_member as
  select m.id as member_id, m.name, a.short_name as agency
    from hub.member m left join hub.agency a on a.partnership_id = m.partnership_id and a.id = m.agency_id
   where m.partnership_id = (select hub.partnership())
     and (m.id in (select b.member_id from hub.case_bar b join hub.case_file c on c.partnership_id = b.partnership_id and c.id = b.case_id
            where b.panel_id = any ((select hub.pass('hub.chairs'))::uuid[]) and c.id <> all ((select hub.pass('hub.barred'))::uuid[]) and (not c.sealed or c.id = any ((select hub.pass('hub.admitted'))::uuid[])))
       or m.id in (select b.member_id from hub.referral_bar b where b.panel_id = any ((select hub.pass('hub.chairs'))::uuid[]) and b.referral_id <> all ((select hub.pass('hub.barred_referrals'))::uuid[]))
       or m.id in (select b.member_id from hub.trigger_bar b where b.panel_id = any ((select hub.pass('hub.chairs'))::uuid[]) and b.trigger_id <> all ((select hub.pass('hub.barred_applications'))::uuid[])));

-- Reason: when every chair of a panel is shut out of a case, the chair of another panel decides on the conflict, and may see nothing of the case.
-- Result: of each bar that waits for it, the reference, the member, and how the conflict came to be known. No name of a person, no text.
create function access.conflicts_elsewhere() returns table (id uuid, panel text, reference text, member text, agency text, how text, kind text, agrees text, found_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select b.id, p.short_name, c.reference, m.name, a.short_name, b.how, f.kind, f.agrees, b.set_at
    from hub.case_bar b join hub.case_file c on c.id = b.case_id join hub.panel p on p.id = b.panel_id join hub.member m on m.id = b.member_id left join hub.agency a on a.id = m.agency_id
    left join hub.conflict_finding f on f.bar_id = b.id
   where b.partnership_id = hub.partnership() and cardinality(hub.pass('hub.seals')) > 0 and b.lifted_at is null and b.decided_at is null and b.how <> 'SET'
     and exists (select from access.deciders(b.partnership_id, b.panel_id, b.case_id, null) d where d.member_id = hub.viewer() and not d.of_panel)
  union all
  select b.id, p.short_name, '', m.name, a.short_name, 'FOUND', b.kind, b.agrees, b.found_at
    from hub.referral_bar b join hub.referral r on r.id = b.referral_id and r.received_at is not null and r.case_id is null
    join hub.panel p on p.id = b.panel_id join hub.member m on m.id = b.member_id left join hub.agency a on a.id = m.agency_id
   where b.partnership_id = hub.partnership() and cardinality(hub.pass('hub.seals')) > 0 and b.lifted_at is null and b.decided_at is null
     and exists (select from access.deciders(b.partnership_id, b.panel_id, null, b.referral_id) d where d.member_id = hub.viewer() and not d.of_panel)
  union all
  select b.id, p.short_name, t.reference, m.name, a.short_name, 'FOUND', b.kind, 'NAME', b.found_at
    from hub.trigger_bar b join hub.trigger t on t.id = b.trigger_id and t.case_id is null
    join hub.panel p on p.id = b.panel_id join hub.member m on m.id = b.member_id left join hub.agency a on a.id = m.agency_id
   where b.partnership_id = hub.partnership() and cardinality(hub.pass('hub.seals')) > 0 and b.lifted_at is null and b.decided_at is null
     and exists (select from access.deciders(b.partnership_id, b.panel_id, null, null, b.trigger_id) d where d.member_id = hub.viewer() and not d.of_panel)
  order by 9, 1 $$;
-- Reason: as above. Result: whether there was such a decision to take.
create function access.decide_elsewhere(p_bar uuid, p_lift boolean, p_reason text) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  if coalesce(length(btrim(p_reason)), 0) not between 1 and 1000 or not exists (select from access.conflicts_elsewhere() e where e.id = p_bar) then return false; end if;
  update hub.case_bar set decided_by = hub.viewer(), decided_at = hub.now(), decided_reason = p_reason, lifted_at = case when p_lift then hub.now() end
   where partnership_id = hub.partnership() and id = p_bar and decided_at is null and lifted_at is null;
  if not found then
    update hub.referral_bar set decided_by = hub.viewer(), decided_at = hub.now(), decided_reason = p_reason, lifted_at = case when p_lift then hub.now() end
     where partnership_id = hub.partnership() and id = p_bar and decided_at is null and lifted_at is null;
  end if;
  if not found then
    update hub.trigger_bar set decided_by = hub.viewer(), decided_at = hub.now(), decided_reason = p_reason, lifted_at = case when p_lift then hub.now() end
     where partnership_id = hub.partnership() and id = p_bar and decided_at is null and lifted_at is null;
  end if;
  return true;
end $$;

-- Reason: whoever names a person on a case (its team, the owner of an action, a recipient, a guest) is to be offered nobody to whom bar or seal shuts it,
-- and sees neither. Result: of the members named, those to whom the case is not shut; to those who see the case.
create function access.open_to(p_case uuid, p_members uuid[]) returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.id from hub.case_file c join hub.member m on m.partnership_id = c.partnership_id and m.id = any (p_members) and m.active
   where c.id = p_case and c.partnership_id = hub.partnership() and (c.panel_id = any (hub.pass('hub.panels')) or c.id = any (hub.pass('hub.cases')))
     and c.id <> all (hub.pass('hub.barred')) and (not c.sealed or c.id = any (hub.pass('hub.admitted')))
     and not exists (select from hub.case_bar b where b.case_id = c.id and b.member_id = m.id and b.lifted_at is null)
     and (not c.sealed or exists (select from hub.admission a where a.case_id = c.id and a.member_id = m.id)) $$;

-- Reason: a mail that a referral waits, or has an answer, would tell a member of a referral that a conflict of interest, or the seal of the case that
-- it opened, shuts to it. Result: of the members named, those who may know; to the referrer, its agency and those who triage.
create function access.told_of_referral(p_referral uuid, p_members uuid[]) returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.id from hub.referral r join hub.member m on m.partnership_id = r.partnership_id and m.id = any (p_members) and m.active
   where r.partnership_id = hub.partnership() and r.id = p_referral
     and (r.author_id = hub.viewer() or r.agency_id = hub.agency() or r.panel_id = any (hub.pass('hub.triages'))) and r.id <> all (hub.pass('hub.barred_referrals'))
     and not exists (select from hub.referral_bar b where b.referral_id = r.id and b.member_id = m.id and b.lifted_at is null)
     and (r.case_id is null or not access.shut_to(m.id, r.case_id)) $$;
