-- Applied anew at every migration (${flyway:timestamp}), all of db/policy in one transaction, so that what stands is exactly what
-- these files say. Policies go first: dropping a view with CASCADE would take a policy with it and say so only in a notice.
set local check_function_bodies = off;
do $$
declare r record;
begin
  for r in select schemaname, tablename, policyname from pg_policies where schemaname in ('hub', 'audit') loop
    execute format('drop policy %I on %I.%I', r.policyname, r.schemaname, r.tablename);
  end loop;
  -- By name, not by oid: one view takes another with it, and what is gone has no name left to print.
  for r in select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('hub', 'access', 'audit') and c.relkind = 'v' loop
    execute format('drop view if exists %I.%I cascade', r.nspname, r.relname);
  end loop;
  for r in select g.tgname, g.tgrelid::regclass as tab from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('hub', 'audit') and not g.tgisinternal loop
    execute format('drop trigger %I on %s', r.tgname, r.tab);
  end loop;
  for r in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'access' loop
    execute format('drop function %s', r.name);
  end loop;
  -- No privilege that these files do not grant.
  execute 'revoke all on all tables in schema hub, access, audit from public, hub_app';
  execute 'revoke all on all functions in schema hub, access, audit from public, hub_app';
  -- Every table is under row security, also one that a later migration forgets to mention here.
  for r in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('hub', 'audit') and c.relkind = 'r' loop
    execute format('alter table %s enable row level security', r.name);
  end loop;
end $$;
