-- Hands off (${flyway:timestamp}): what a write may change.

-- One changes and removes only what one sees. PostgreSQL asks the SELECT policies only of a command that reads a column, so "update ... set x = 1"
-- would reach rows that no query shows. Made from the SELECT policies themselves, for every table, so that the two cannot part.
do $$
declare r record;
begin
  for r in
    select w.schemaname, w.tablename, w.cmd, string_agg(format('(%s)', s.qual), ' or ' order by s.policyname) as seen
      from (select distinct p.schemaname, p.tablename, unnest(case p.cmd when 'ALL' then array['UPDATE', 'DELETE'] else array[p.cmd] end) as cmd
              from pg_policies p where p.schemaname in ('hub', 'audit') and p.permissive = 'PERMISSIVE' and p.cmd in ('UPDATE', 'DELETE', 'ALL')) w
      join pg_policies s on s.schemaname = w.schemaname and s.tablename = w.tablename and s.permissive = 'PERMISSIVE' and s.cmd in ('SELECT', 'ALL')
     group by w.schemaname, w.tablename, w.cmd loop
    execute format('create policy %I on %I.%I as restrictive for %s to hub_app using (%s)', 'seen_to_' || lower(r.cmd), r.schemaname, r.tablename, r.cmd, r.seen);
  end loop;
end $$;
