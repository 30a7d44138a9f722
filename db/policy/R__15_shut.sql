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
end $$;
create policy own_partnership on hub.partnership as restrictive for all to hub_app using (id = (select hub.partnership()));
create policy bar_and_seal on hub.case_file as restrictive for all to hub_app using (
  id <> all ((select hub.pass('hub.barred'))::uuid[]) and (not sealed or id = any ((select hub.pass('hub.admitted'))::uuid[])));
