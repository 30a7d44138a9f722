-- The three roles of the hub. Run once per cluster by a database administrator, on the hub's own empty database,
-- before the first migration; passwords are set apart (alter role ... password ...), never in this file.
--   hub_owner     owns everything; nobody signs in as it
--   hub_migrator  signs in to migrate, and takes on hub_owner for it
--   hub_app       serves: no superuser, no BYPASSRLS, owns nothing; all it sees passes the row policies
do $$
begin
  if not exists (select from pg_roles where rolname = 'hub_owner') then create role hub_owner nologin nosuperuser nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'hub_migrator') then create role hub_migrator login nosuperuser nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'hub_app') then create role hub_app login nosuperuser nobypassrls; end if;
end $$;
grant hub_owner to hub_migrator;
do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, create, temporary on database %I to hub_owner', current_database());
  execute format('grant connect on database %I to hub_migrator, hub_app', current_database());
end $$;
revoke all on schema public from public;
-- Bounds on what a lost or runaway session may hold.
alter role hub_app set statement_timeout = '30s';
alter role hub_app set lock_timeout = '10s';
alter role hub_app set idle_in_transaction_session_timeout = '60s';
