-- The live channel (${flyway:timestamp}): that something changed is told to the hub's nodes, and what a viewer may see now is summed up for an open page.

-- Told after the change is committed: which table, whether it may matter to anybody, and the ids that the row names, before and after; never a word that was typed. Pages of other things
-- may show less by it: a change that names a meeting and no case names the cases and guests of that meeting too, and a change of a case the meetings that it was on. What hangs from no
-- case, meeting, referral or action, but from a panel or from nothing, decides what anyone of the partnership may see. Never to a viewer: each node reads again, for each open page, under
-- the rule of who looks at it, and says something only where that changed. Made from the catalogue, so that a new table cannot be forgotten.
do $$
declare v_meetings text;
begin
  select string_agg(format('select x.meeting_id from hub.%I x where x.case_id = v_case and x.meeting_id is not null', c.relname), ' union ' order by c.relname) into v_meetings
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute k on k.attrelid = c.oid and k.attname = 'case_id' and not k.attisdropped
    join pg_attribute m on m.attrelid = c.oid and m.attname = 'meeting_id' and not m.attisdropped
   where n.nspname = 'hub' and c.relkind = 'r';
  execute format($f$create function access.tell() returns trigger language plpgsql security definer set search_path = '' as $t$
declare
  v_before jsonb := jsonb_strip_nulls(to_jsonb(old));
  v_row jsonb := coalesce(jsonb_strip_nulls(to_jsonb(new)), v_before);
  v_meeting uuid := case when tg_table_name = 'meeting' then v_row ->> 'id' when not v_row ? 'case_id' then v_row ->> 'meeting_id' end;
  v_case uuid := case when tg_table_name = 'case_file' then v_row ->> 'id' end;
  v_anyone boolean := tg_table_name not in ('case_file', 'meeting', 'referral', 'action') and not v_row ?| array['case_id', 'meeting_id', 'referral_id', 'action_id']
    and (v_row ? 'panel_id' or tg_table_name <> 'member' and not v_row ? 'member_id');
  v_ids text;
begin
  select string_agg(distinct f.value, ',') into v_ids from unnest(array[v_before, v_row]) r, jsonb_each_text(r) f
   where f.key ~ '(^|_)(id|by)$' and f.key <> 'partnership_id' and f.value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
  if v_meeting is not null then
    select concat_ws(',', v_ids, string_agg(n.id::text, ',')) into v_ids
      from (select i.case_id as id from hub.agenda_item i where i.meeting_id = v_meeting
            union select unnest(array[g.case_id, g.member_id]) from hub.guest g where g.meeting_id = v_meeting) n;
  end if;
  if v_case is not null then
    select concat_ws(',', v_ids, string_agg(n.meeting_id::text, ',')) into v_ids from (%s) n;
  end if;
  -- A notice has room for about 200 ids; where there are more, it may matter to anybody.
  if octet_length(v_ids) > 7000 then
    v_anyone := true;
    v_ids := null;
  end if;
  perform pg_notify('hub', concat_ws('|', tg_table_name, coalesce(v_row ->> 'partnership_id', v_row ->> 'id'), v_anyone, coalesce(v_ids, '')));
  return null;
end $t$ $f$, v_meetings);
end $$;
-- Laid on every table, so that a new one cannot be forgotten, but for what no page of anybody else shows: mails that wait, what is typed and not sent,
-- answers kept for repeated calls, what was tried at the public pages; and the bytes of a file, which come and go with their document.
do $$
declare r record;
begin
  for r in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'hub' and c.relkind = 'r' and c.relname not in ('outbox', 'draft', 'trigger_draft', 'idempotency', 'document_content', 'public_attempt') loop
    execute format('create trigger told after insert or update or delete on hub.%I for each row execute function access.tell()', r.relname);
  end loop;
end $$;
-- Whoever signs out has left every page, on every node.
create trigger told after insert on audit.entry for each row when (new.act = 'SIGNED_OUT') execute function access.tell();

-- What the viewer sees now of a case, a meeting, a referral, an action, summed up: its rows in every table that hangs from it, each in the version that stands. Run with the
-- viewer's own rights, so that a row it may not see cannot change the sum. Made from the catalogue, so that a new table cannot be forgotten.
--
-- Reason for hangs_from_*: to begin a query under a table's rule costs more than to find that there is no row, and most things have rows in a third of the tables. Rule: it tells in
-- which of the tables there is a row at all, whoever may see it, so it answers the sum and refuses whoever else asks. Result: their names; the sum is the same for a table whose rows are all
-- hidden and for one that has none.
do $$
declare
  r record;
  v_exists text;
  v_parts text;
begin
  for r in select * from (values ('case', 'case_file', 'case_id'), ('meeting', 'meeting', 'meeting_id'), ('referral', 'referral', 'referral_id'), ('action', 'action', 'action_id')) as s (name, tab, col) loop
    select string_agg(format('case when exists (select from hub.%1$I x where x.%2$I = p_id) then %1$L end', c.relname, a.attname), ', ' order by c.relname),
           string_agg(format($f$ v_part := null; if %1$L = any (v_has) then select string_agg(x.ctid::text || x.xmin::text, ',' order by x.ctid) into v_part from hub.%1$I x where x.%2$I = p_id; end if; v_sum := concat(v_sum, '|', v_part);$f$,
             c.relname, a.attname), E'\n' order by c.relname)
      into v_exists, v_parts
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
     where n.nspname = 'hub' and c.relkind = 'r' and a.attname = case when c.relname = r.tab then 'id' else r.col end
       and exists (select from pg_policies p where p.schemaname = 'hub' and p.tablename = c.relname and p.permissive = 'PERMISSIVE' and p.cmd in ('SELECT', 'ALL'));
    execute format('create function access.%1$I(p_id uuid) returns text[] language plpgsql stable security definer set search_path = '''' as $f$
declare v_asked text;
begin
 get diagnostics v_asked = pg_context;
 if split_part(v_asked, chr(10), 2) not like ''PL/pgSQL function access.%2$s(uuid) line %%'' then
  raise exception ''only the sum of it is told'' using errcode = ''insufficient_privilege'';
 end if;
 return array[%3$s];
end $f$', 'hangs_from_' || r.name, r.name || '_stamp', v_exists);
    -- With a bar after each part also where it is empty: a row that goes from one table to another is a change.
    execute format('create function access.%I(p_id uuid) returns text language plpgsql stable security invoker set search_path = '''' as $f$
declare v_has text[] := access.%I(p_id); v_part text; v_sum text := '''';
begin
%s
 return md5(v_sum);
end $f$', r.name || '_stamp', 'hangs_from_' || r.name, v_parts);
  end loop;
end $$;

-- What a change must name to matter to an open page of a meeting: the meeting, and the cases that the viewer sees on its agenda or in its minutes.
create function access.meeting_about(p_id uuid) returns text language sql stable security invoker set search_path = '' as $$
  select string_agg(s.id::text, ',') from (select p_id as id union select i.case_id from hub.agenda_item i where i.meeting_id = p_id union select g.case_id from hub.minutes_paragraph g where g.meeting_id = p_id) s
$$;

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
