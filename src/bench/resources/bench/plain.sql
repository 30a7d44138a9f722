-- The baseline's side: a role that row security does not bind, and the selection that its queries would carry themselves. Of every table the viewer's own
-- partnership; where the pages rely on the rule to choose rows, the one cheap comparison with a column of the row that chooses the same ones for the pages measured.
create role hub_bench login bypassrls password 'demo';
grant hub_app to hub_bench;
alter role hub_bench set statement_timeout = '30s';
alter role hub_bench set lock_timeout = '10s';
alter role hub_bench set idle_in_transaction_session_timeout = '60s';
create schema plain;
grant usage on schema plain to hub_bench;

-- Who signed in, and where it sits: what a service without the rule would also have to know before it answers.
create function plain.enter(p_issuer text, p_subject text) returns uuid language plpgsql security definer set search_path = '' as $$
declare v_member hub.member;
begin
  select m.* into v_member from hub.sign_in s join hub.member m on m.partnership_id = s.partnership_id and m.id = s.member_id where s.issuer = p_issuer and s.subject = p_subject and m.active;
  if v_member.id is null then return null; end if;
  perform set_config('hub.viewer', v_member.id::text, true), set_config('hub.partnership', v_member.partnership_id::text, true), set_config('hub.agency', coalesce(v_member.agency_id::text, ''), true),
    set_config('hub.seats', coalesce(array_agg(distinct panel_id)::text, '{}'), true),
    set_config('hub.contacts', coalesce(array_agg(distinct panel_id) filter (where role in ('COORDINATOR', 'VICTIM_REPRESENTATIVE'))::text, '{}'), true)
    from hub.seat s where s.member_id = v_member.id and s.during @> hub.today();
  perform set_config('hub.teams', coalesce(array_agg(distinct case_id)::text, '{}'), true), set_config('hub.works', coalesce(array_agg(distinct case_id)::text, '{}'), true),
    set_config('hub.manages', coalesce(array_agg(distinct case_id) filter (where role in ('CASE_MANAGER', 'CASE_OFFICER'))::text, '{}'), true)
    from hub.case_team t where t.member_id = v_member.id and t.during @> hub.today();
  return v_member.id;
end $$;

do $$
declare r record;
begin
  for r in select c.relname, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id') as tenant
             from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'hub' and c.relkind = 'r' loop
    execute format('create view plain.%I with (security_invoker = true) as select * from hub.%I where %s%s', r.relname, r.relname,
      case when r.tenant then 'partnership_id = (select hub.partnership())' else 'true' end,
      case r.relname
        when 'case_file' then ' and panel_id = any ((select hub.pass(''hub.seats''))::uuid[])'
        when 'item' then ' and panel_id = any ((select hub.pass(''hub.seats''))::uuid[]) and (state = ''RELEASED'' or agency_id = (select hub.agency()))'
        when 'disclosure' then ' and agency_id = (select hub.agency())'
        when 'referral' then ' and (panel_id = any ((select hub.pass(''hub.seats''))::uuid[]) or author_id = (select hub.viewer()))'
        when 'action' then ' and (panel_id = any ((select hub.pass(''hub.seats''))::uuid[]) or owner_member_id = (select hub.viewer()))'
        when 'safe_contact' then ' and (panel_id = any ((select hub.pass(''hub.contacts''))::uuid[]) or case_id = any ((select hub.pass(''hub.manages''))::uuid[]) or agency_id = (select hub.agency()))'
        when 'case_exit' then ' and panel_id = any ((select hub.pass(''hub.seats''))::uuid[])'
        when 'plan' then ' and panel_id = any ((select hub.pass(''hub.seats''))::uuid[])'
        when 'meeting' then ' and panel_id = any ((select hub.pass(''hub.seats''))::uuid[])'
        when 'minutes' then ' and panel_id = any ((select hub.pass(''hub.seats''))::uuid[])'
        when 'research_request' then ' and panel_id = any ((select hub.pass(''hub.seats''))::uuid[])'
        else '' end);
    execute format('grant select, insert, update, delete on plain.%I to hub_bench', r.relname);
  end loop;
end $$;
grant execute on function plain.enter(text, text) to hub_bench;
