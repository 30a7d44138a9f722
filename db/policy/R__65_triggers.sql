-- Applications for a case review (${flyway:timestamp}).

-- How applications are taken, and whom to ask: what the public is told anyway.
create policy visible on hub.trigger_scheme for select to hub_app using (partnership_id = (select hub.partnership()));
create policy made_by_administrator on hub.trigger_scheme for insert to hub_app with check ((select hub.office('ADMINISTRATOR')));
create policy changed_by_administrator on hub.trigger_scheme for update to hub_app using ((select hub.office('ADMINISTRATOR')));
-- Reason: the word stands in public addresses, which areas of other partnerships have too. Result: whether another partnership's area has it; to an administrator.
create function access.area_taken(p_area text) returns boolean language sql stable security definer set search_path = '' as $$
  select hub.office('ADMINISTRATOR') and exists (select from hub.trigger_scheme s where s.area = p_area and s.partnership_id <> hub.partnership()) $$;

-- The application: those who answer for applications, alone, until its review is opened; from then on it is seen as a case is. And whoever is to decide an appeal on it.
do $$
declare t text;
begin
  foreach t in array array['trigger', 'trigger_complaint', 'trigger_event'] loop
    execute format('create policy visible on hub.%I for select to hub_app using (panel_id = any ((select hub.pass(''hub.handles''))::uuid[]) or case_id is not null and panel_id = any ((select hub.pass(''hub.panels''))::uuid[]) or case_id = any ((select hub.pass(''hub.cases''))::uuid[]) or %I = any ((select hub.pass(''hub.appeals''))::uuid[]))', t, case t when 'trigger' then 'id' else 'trigger_id' end);
  end loop;
end $$;
-- What the applicant writes was written to those who answer it: they see it, whoever manages the review, and whoever reviews how it was handled.
create policy visible on hub.trigger_message for select to hub_app using (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[]) or case_id = any ((select hub.pass('hub.reviews'))::uuid[])
  or trigger_id = any ((select hub.pass('hub.appeals'))::uuid[]));
-- Entered by whoever answers for applications, in its own name; no review is open yet.
create policy entered on hub.trigger for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) and entered_by = (select hub.viewer()) and received_how <> 'ONLINE' and case_id is null and state = 'RECEIVED' and received_on <= (select hub.today())
  and exists (select from hub.trigger_scheme s where s.panel_id = trigger.panel_id));
create policy kept on hub.trigger for update to hub_app using (panel_id = any ((select hub.pass('hub.handles'))::uuid[]));

-- Who asks, and how to reach them safely: who answers for applications; once there is a review, who contacts people of its board's cases, and who manages it. Not the whole board.
create policy visible on hub.trigger_applicant for select to hub_app using (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) or case_id is not null and panel_id = any ((select hub.pass('hub.contacts'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[]));
create policy entered on hub.trigger_applicant for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) and exists (select from hub.trigger t where t.id = trigger_id));
create policy kept on hub.trigger_applicant for update to hub_app using (panel_id = any ((select hub.pass('hub.handles'))::uuid[]));

create policy entered on hub.trigger_complaint for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) and added_by = (select hub.viewer()) and exists (select from hub.trigger t where t.id = trigger_id));
create policy kept on hub.trigger_complaint for update to hub_app using (panel_id = any ((select hub.pass('hub.handles'))::uuid[]));

-- What happened, and what was written: in one's own name, never changed. A message of the applicant's is marked as read by whoever answers for it.
create policy noted on hub.trigger_event for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) and by = (select hub.viewer()) and exists (select from hub.trigger t where t.id = trigger_id));
create policy written on hub.trigger_message for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) and by = (select hub.viewer()) and not from_applicant and read_at is null and exists (select from hub.trigger t where t.id = trigger_id));
create policy seen on hub.trigger_message for update to hub_app using (panel_id = any ((select hub.pass('hub.handles'))::uuid[]) and from_applicant);

-- A new application is given its reference here, random and free: were it chosen, a clash would tell of another.
create function access.refer_to_trigger() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  loop
    select p.reference_prefix || '-T' || access.drawn(6) into new.reference from hub.partnership p where p.id = new.partnership_id;
    exit when not exists (select from hub.trigger t where t.partnership_id = new.partnership_id and t.reference = new.reference);
  end loop;
  return new;
end $$;
create trigger referred_to before insert on hub.trigger for each row execute function access.refer_to_trigger();

-- From the opening of its review on, all of an application hangs from that case: bar and seal come before it as before every case. Made from the catalogue, so that a new table
-- cannot be forgotten.
do $$
declare v_copies text;
begin
  select string_agg(format('update hub.%I x set case_id = new.case_id where x.partnership_id = new.partnership_id and x.trigger_id = new.id;', c.relname), ' ' order by c.relname) into v_copies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute k on k.attrelid = c.oid and k.attname = 'case_id' and not k.attisdropped
    join pg_attribute t on t.attrelid = c.oid and t.attname = 'trigger_id' and not t.attisdropped
   where n.nspname = 'hub' and c.relkind = 'r';
  execute format('create function access.hang_from_review() returns trigger language plpgsql security definer set search_path = '''' as $t$ begin %s return null; end $t$', v_copies);
end $$;
-- What is added later hangs from it from the start; what hangs from no application, an assessment of a case or a referral, is left as it is.
create function access.hang_with_application() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select t.case_id into new.case_id from hub.trigger t where t.partnership_id = new.partnership_id and t.id = new.trigger_id;
  return new;
end $$;
do $$
declare r record;
begin
  for r in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute k on k.attrelid = c.oid and k.attname = 'case_id' and not k.attisdropped
      join pg_attribute t on t.attrelid = c.oid and t.attname = 'trigger_id' and not t.attisdropped where n.nspname = 'hub' and c.relkind = 'r' loop
    execute format('create trigger hangs_with_application before insert on hub.%I for each row when (new.trigger_id is not null) execute function access.hang_with_application()', r.relname);
  end loop;
end $$;
create trigger hangs_from_review after update on hub.trigger for each row when (new.case_id is distinct from old.case_id) execute function access.hang_from_review();

-- An application goes from step to step, and its review is opened once, on the board that it is for.
create function access.guard_trigger() returns trigger language plpgsql security definer set search_path = '' as $$
declare v_step text := old.state || '>' || new.state;
begin
  if new.state <> old.state and v_step <> all (array['RECEIVED>MET', 'RECEIVED>NOT_MET', 'RECEIVED>WITHDRAWN', 'NOT_MET>MET', 'MET>CLOSED', 'NOT_MET>CLOSED', 'MET>WITHDRAWN', 'WITHDRAWN>RECEIVED', 'CLOSED>MET'])
     or new.case_id is distinct from old.case_id and (old.case_id is not null or new.state <> 'MET') then
    raise exception 'an application does not go %', v_step using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.trigger for each row when (current_user = 'hub_app') execute function access.guard_trigger();
