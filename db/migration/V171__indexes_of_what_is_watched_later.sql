-- What hangs from one case, meeting, referral or action is asked for by an index also on the tables that came later, and on those whose index holds only some of the rows: in which
-- tables there is anything is asked without the condition of a partnership.
do $$
declare r record;
begin
  for r in select a.attrelid::regclass as tab, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'hub' and c.relkind = 'r' and a.attname in ('case_id', 'meeting_id', 'referral_id', 'action_id')
              and not exists (select from pg_index i where i.indrelid = a.attrelid and i.indkey[0] = a.attnum and i.indpred is null)
            order by 1, 2 loop
    execute format('create index on %s (%I)', r.tab, r.attname);
  end loop;
end $$;
