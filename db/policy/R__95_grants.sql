-- Privileges of the serving role (${flyway:timestamp}): named one by one, none by default.
grant usage on schema hub, access, audit to hub_app;
do $$
declare r record;
begin
  -- A table without a policy for a command gives no rows for it; a privilege without a policy would still be a slip, so both are stated.
  for r in select distinct p.schemaname, p.tablename, p.cmd from pg_policies p where p.schemaname in ('hub', 'audit') and p.permissive = 'PERMISSIVE' loop
    if r.cmd = 'ALL' then
      execute format('grant select, insert, update, delete on %I.%I to hub_app', r.schemaname, r.tablename);
    else
      execute format('grant %s on %I.%I to hub_app', r.cmd, r.schemaname, r.tablename);
    end if;
  end loop;
end $$;
grant select on access.sealed_case, access.released, access.panel_member, access.agency_member, access.published_meeting, access.circulated_meeting,
  access.paragraph_source, access.controller_agency, access.said_aloud, access.panel_standing, access.panel_signed to hub_app;
grant execute on function hub.now(), hub.today(), hub.clock_offset(), hub.pass(text), hub.viewer(), hub.partnership(), hub.agency(), hub.office(text) to hub_app;
grant execute on function access.enter(text, text), access.me(), access.explain(uuid, uuid), access.may_be_told(uuid, uuid[]), access.accept_invitation(text, text, text),
  access.claim_mail(int, interval), access.mail_sent(uuid, uuid), access.mail_failed(uuid, uuid, text, timestamptz, boolean), access.retry_mail(uuid),
  access.new_reference(), access.member_at(text), access.last_write(text, uuid), access.adopt_referral(uuid, uuid), access.overdue_actions(), access.remind(uuid, uuid, text, text, text) to hub_app;
grant execute on function audit.read(jsonb), audit.refused(text, text, text) to hub_app;
revoke execute on all functions in schema hub, access, audit from public;
