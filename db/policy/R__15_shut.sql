-- What comes before every ground (${flyway:timestamp}): the partnership, the bar and the seal. Restrictive, so that no later policy can widen them,
-- and laid on every table that has the column, so that a new table cannot be forgotten.
do $$
declare r record;
begin
  for r in select a.attrelid::regclass as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('hub', 'audit') and c.relkind = 'r' and a.attname = 'partnership_id' loop
    execute format('create policy own_partnership on %s as restrictive for all to hub_app using (partnership_id = (select hub.partnership())) with check (partnership_id = (select hub.partnership()))', r.name);
  end loop;
  for r in select a.attrelid::regclass as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('hub', 'audit') and c.relkind = 'r' and a.attname = 'case_id' loop
    execute format($p$create policy bar_and_seal on %1$s as restrictive for all to hub_app using (
      case_id is null or (case_id <> all ((select hub.pass('hub.barred'))::uuid[])
        and (case_id = any ((select hub.pass('hub.admitted'))::uuid[]) or not exists (select from access.sealed_case s where s.case_id = %1$s.case_id))))$p$, r.name);
  end loop;
  -- Before a referral has opened a case, a conflict of interest that was found shuts the referral itself.
  for r in select a.attrelid::regclass as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('hub', 'audit') and c.relkind = 'r' and a.attname = 'referral_id' loop
    execute format('create policy bar_on_referral on %s as restrictive for all to hub_app using (referral_id is null or referral_id <> all ((select hub.pass(''hub.barred_referrals''))::uuid[]))', r.name);
  end loop;
  -- And one on an application for a case review, before its review is opened.
  for r in select a.attrelid::regclass as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('hub', 'audit') and c.relkind = 'r' and a.attname = 'trigger_id' and not a.attisdropped loop
    execute format('create policy bar_on_application on %s as restrictive for all to hub_app using (trigger_id is null or trigger_id <> all ((select hub.pass(''hub.barred_applications''))::uuid[]))', r.name);
  end loop;
end $$;
create policy bar_on_application on hub.trigger as restrictive for all to hub_app using (id <> all ((select hub.pass('hub.barred_applications'))::uuid[]));
create policy bar_on_referral on hub.referral as restrictive for all to hub_app using (id <> all ((select hub.pass('hub.barred_referrals'))::uuid[]));
-- A case that one sees by review or emergency alone is read, and nothing is written to it: to no table that hangs from it, also to one that is made
-- later. What is one's own stays one's own to withdraw, correct and report on; and a conflict of interest is declared whenever it is noticed.
do $$
declare
  r record;
  v_open constant text := $p$case_id is null or case_id <> all ((select hub.pass('hub.reads_only'))::uuid[])$p$;
  v_own text;
begin
  for r in select a.attrelid::regclass as name, c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'hub' and c.relkind = 'r' and a.attname = 'case_id' and c.relname not in ('case_bar', 'draft') loop
    v_own := case
      when r.relname in ('item', 'withholding', 'referral') then ' or agency_id = (select hub.agency())'
      when r.relname = 'disclosure' then ' or agency_id = (select hub.agency()) and (released_by = (select hub.viewer()) or panel_id = any ((select hub.pass(''hub.seats''))::uuid[]) or case_id = any ((select hub.pass(''hub.works''))::uuid[]))'
      -- An appeal is the reviewer's to decide.
      when r.relname in ('trigger_appeal', 'trigger_interview') then ' or trigger_id = any ((select hub.pass(''hub.appeals''))::uuid[])'
      -- That somebody has opened what an applicant sent is noted of every reader; the trigger on the table lets nothing else through.
      when r.relname = 'document' then ' or from_applicant'
      when r.relname = 'action' then ' or owner_member_id = (select hub.viewer()) or owner_agency_id = (select hub.agency())'
      else '' end;
    execute format('create policy only_read on %s as restrictive for insert to hub_app with check (%s%s)', r.name, v_open, case when r.relname = 'action_update' then
      ' or exists (select from hub.action a where a.id = action_id and (a.owner_member_id = (select hub.viewer()) or a.owner_agency_id = (select hub.agency())))' when r.relname = 'trigger_interview' then v_own else '' end);
    execute format('create policy only_read_change on %s as restrictive for update to hub_app using (%s%s)', r.name, v_open, v_own);
    execute format('create policy only_read_removal on %s as restrictive for delete to hub_app using (%s%s)', r.name, v_open, v_own);
  end loop;
end $$;
create policy only_read_change on hub.case_file as restrictive for update to hub_app using (id <> all ((select hub.pass('hub.reads_only'))::uuid[]));
create policy own_partnership on hub.partnership as restrictive for all to hub_app using (id = (select hub.partnership()));
create policy bar_and_seal on hub.case_file as restrictive for all to hub_app using (
  id <> all ((select hub.pass('hub.barred'))::uuid[]) and (not sealed or id = any ((select hub.pass('hub.admitted'))::uuid[])));
