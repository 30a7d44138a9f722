-- The live channel (${flyway:timestamp}): that something changed is told to the hub's nodes, and what a viewer may see now is summed up for an open page.

-- Told after the change is committed: which table, and the ids that the row names. Never content, and never to a viewer: each node reads again, for each
-- open page, under the rule of who looks at it, and says something only where that changed.
create function access.tell() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_row jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
  perform pg_notify('hub', concat_ws('|', tg_table_name, coalesce(v_row ->> 'partnership_id', v_row ->> 'id'), coalesce(v_row ->> 'id', ''),
    coalesce(case when tg_table_name = 'case_file' then v_row ->> 'id' else v_row ->> 'case_id' end, ''),
    coalesce(case when tg_table_name = 'meeting' then v_row ->> 'id' else v_row ->> 'meeting_id' end, ''),
    coalesce(case when tg_table_name = 'member' then v_row ->> 'id' else v_row ->> 'member_id' end, '')));
  return null;
end $$;
-- Laid on every table, so that a new one cannot be forgotten, but for what no page of anybody else shows: mails that wait, what is typed and not sent,
-- answers kept for repeated calls.
do $$
declare r record;
begin
  for r in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'hub' and c.relkind = 'r' and c.relname not in ('outbox', 'draft', 'idempotency') loop
    execute format('create trigger told after insert or update or delete on hub.%I for each row execute function access.tell()', r.relname);
  end loop;
end $$;
-- Whoever signs out has left every page, on every node.
create trigger told after insert on audit.entry for each row when (new.act = 'SIGNED_OUT') execute function access.tell();

-- What the viewer sees now of a case, a meeting, a referral, an action, summed up: its rows in every table that hangs from it, each in the version that stands. Run with the
-- viewer's own rights, so that a row it may not see cannot change the sum. Made from the catalogue, so that a new table cannot be forgotten.
do $$
declare
  r record;
  v_parts text;
begin
  for r in select * from (values ('case_stamp', 'case_file', 'case_id'), ('meeting_stamp', 'meeting', 'meeting_id'), ('referral_stamp', 'referral', 'referral_id'),
      ('action_stamp', 'action', 'action_id')) as s (name, tab, col) loop
    select string_agg(format('(select string_agg(x.ctid::text || x.xmin::text, '','' order by x.ctid) from hub.%I x where x.%I = p_id)', c.relname, a.attname), ', ' order by c.relname)
      into v_parts
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
     where n.nspname = 'hub' and c.relkind = 'r' and a.attname = case when c.relname = r.tab then 'id' else r.col end
       and exists (select from pg_policies p where p.schemaname = 'hub' and p.tablename = c.relname and p.permissive = 'PERMISSIVE' and p.cmd in ('SELECT', 'ALL'));
    -- With the bars between the parts also where one is empty: a row that goes from one table to another is a change.
    execute format('create function access.%I(p_id uuid) returns text language sql stable security invoker set search_path = '''' as $f$ select md5(array[%s]::text) $f$', r.name, v_parts);
  end loop;
end $$;

-- Reason: time passing fires no trigger. A node asks when the next of what is bound in time ends: days end at midnight in London, and whatever ends at a moment
-- of its own has a column of that kind. Result: an instant, which names nothing and nobody. For the node's own connection, which has no viewer.
do $$
declare v_moments text;
begin
  select coalesce(string_agg(format(' union all select min(%2$s(x.%1$I)) from hub.%3$I x where %2$s(x.%1$I) > hub.now()', a.attname, case when a.atttypid = 'tstzrange'::regtype then 'upper' else '' end, c.relname), '' order by c.relname, a.attname), '')
    into v_moments
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'hub' and c.relkind = 'r' and not a.attisdropped and (a.atttypid = 'tstzrange'::regtype or a.atttypid = 'timestamptz'::regtype and a.attname in ('ends_at', 'until'));
  execute format($f$create function access.next_end() returns timestamptz language sql stable security definer set search_path = '' as
    $g$ select min(e.at) from (select ((hub.today() + 1)::timestamp at time zone 'Europe/London') as at%s) e $g$ $f$, v_moments);
end $$;
