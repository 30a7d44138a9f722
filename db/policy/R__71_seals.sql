-- Seals over the record (${flyway:timestamp}): who sees them, that nothing of them changes, and the doors of the work that makes and checks them. What
-- a seal is and why: docs/decisions/0009.

-- Seals of one's own partnership, without the list of what they hold: whoever answers for a controller's information may check the record. Those
-- of entries that belong to no partnership are checked by command.
create policy visible on audit.seal for select to hub_app using ((select hub.office('INFORMATION_LEAD')));

-- The record only grows: not even its owner, nor a session that plays a replica, changes or removes an entry, a seal, or before and after. A detail goes
-- once the entry that names the decision to erase it stands.
create or replace function audit.erased_by_decision() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from audit.entry e where e.act = 'ERASED' and e.subject = old.entry_id::text and e.partnership_id is not distinct from old.partnership_id) then
    raise exception 'a detail is erased by a decision that is on record' using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
create trigger unchangeable before update or truncate on audit.detail for each statement execute function audit.unchangeable();
create trigger erased_by_decision before delete on audit.detail for each row execute function audit.erased_by_decision();
create trigger unchangeable before update or delete or truncate on audit.seal for each statement execute function audit.unchangeable();
alter table audit.entry enable always trigger unchangeable;
alter table audit.detail enable always trigger unchangeable;
alter table audit.detail enable always trigger erased_by_decision;
alter table audit.seal enable always trigger unchangeable;

-- Which database cluster this is: its identity changes when the data is loaded into another one, its timeline when it is recovered or fails over.
create function access.cluster() returns table (system_identifier numeric, timeline int) language sql stable security definer set search_path = '' as $$
  select s.system_identifier::numeric, c.timeline_id from pg_catalog.pg_control_system() s, pg_catalog.pg_control_checkpoint() c $$;

-- Reason: sealing is the hub's own work, over all partnerships. One sealer at a time. Every entry of a transaction below the oldest that still runs is
-- written, so that nothing can come late behind the line. Where transaction numbers begin anew (the data was loaded into another cluster, recovered,
-- set back) an epoch begins; p_outside is the epoch of a copy outside that holds seals which are not here, or 0. Result: where the line stands and
-- where it goes; nothing while somebody else seals.
create function access.seal_round(p_outside int) returns table (epoch int, epoch_reason text, epoch_from xid8, epoch_first_entry bigint, system_identifier numeric, timeline int, opening boolean,
  sealed_below xid8, below xid8, at timestamptz) language plpgsql security definer set search_path = '' as $$
declare
  v_last audit.seal;
  v_here record;
  v_now pg_snapshot;
  v_reason text;
begin
  perform access.require_service('seals');
  if not pg_try_advisory_xact_lock(hashtextextended('the sealer of the record', 0)) then return; end if;
  v_now := pg_current_snapshot();
  select * into v_here from access.cluster();
  select * into v_last from audit.seal s order by s.epoch desc, s.below desc limit 1;
  v_reason := case when p_outside >= coalesce(v_last.epoch, 1) then 'the copy outside holds seals that are not here: the database was set back'
                   when v_last.id is null then null
                   when v_last.system_identifier <> v_here.system_identifier then 'the data was loaded into another database cluster'
                   when v_last.below > pg_snapshot_xmax(v_now) then 'the transaction numbers went back'
                   when v_last.timeline <> v_here.timeline then 'the database was recovered from a backup, or a standby took over' end;
  if v_reason is not null then
    return query select greatest(coalesce(v_last.epoch, 0), p_outside) + 1, v_reason, pg_snapshot_xmin(v_now), coalesce((select max(e.id) from audit.entry e), 0) + 1,
      v_here.system_identifier, v_here.timeline, true, pg_snapshot_xmin(v_now), pg_snapshot_xmin(v_now), hub.now();
  elsif v_last.id is null then
    return query select 1, 'the first seal', '0'::xid8, 0::bigint, v_here.system_identifier, v_here.timeline, false, '0'::xid8, pg_snapshot_xmin(v_now), hub.now();
  else
    return query select v_last.epoch, v_last.epoch_reason, v_last.epoch_from, v_last.epoch_first_entry, v_here.system_identifier, v_here.timeline, false, v_last.below, pg_snapshot_xmin(v_now), hub.now();
  end if;
end $$;
-- Reason: as above. Result: the entries of the next seals, whole transactions of them. An epoch that opens takes what the one before had left: it has either a number
-- below the line, or one that this cluster has not reached.
create function access.entries_to_seal(p_epoch int, p_opening boolean, p_first bigint, p_from xid8, p_below xid8, p_most int) returns setof audit.entry
language plpgsql security definer set search_path = '' as $$
begin
  perform access.require_service('seals');
  if p_opening then
    return query select e.* from audit.entry e
     where e.id < p_first and (e.tx < p_below or e.tx >= pg_snapshot_xmax(pg_current_snapshot()))
       and not exists (select from (select unnest(s.entry_ids) as id from audit.seal s) sealed where sealed.id = e.id);
  else
    return query select e.* from audit.entry e
     where e.tx >= p_from and e.tx < p_below
       and (e.id >= p_first or not exists (select from audit.seal s where s.epoch < p_epoch and e.id = any (s.entry_ids)))
     order by e.tx fetch first p_most rows with ties;
  end if;
end $$;
-- Reason: as above. Result: the last seal of each chain, to which the next one is chained.
create function access.last_seals() returns setof audit.seal language plpgsql stable security definer set search_path = '' as $$
begin
  if coalesce(current_setting('hub.service', true), '') <> 'seals' then perform access.require_service('verify'); end if;
  return query select distinct on (s.partnership_id) s.* from audit.seal s order by s.partnership_id, s.number desc;
end $$;
-- Reason: as above; the database holds no key and cannot make one. Result: none.
create function access.keep_seal(p_seal jsonb, p_entry_ids bigint[], p_leaves bytea) returns void language plpgsql security definer set search_path = '' as $$
declare v audit.seal := jsonb_populate_record(null::audit.seal, p_seal);
begin
  perform access.require_service('seals');
  insert into audit.seal (partnership_id, number, encoding, epoch, epoch_reason, epoch_from, epoch_first_entry, system_identifier, timeline, carried, below, first_entry, entries, root, previous,
    sealed_at, key_id, signature, entry_ids, leaves)
  values (v.partnership_id, v.number, v.encoding, v.epoch, v.epoch_reason, v.epoch_from, v.epoch_first_entry, v.system_identifier, v.timeline, v.carried, v.below, v.first_entry, v.entries, v.root,
    v.previous, v.sealed_at, v.key_id, v.signature, p_entry_ids, p_leaves);
end $$;

-- Reason: the record is checked whole, also where nobody may read all of it. Result: the chains there are.
create function access.chains() returns table (partnership_id uuid, name text) language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('verify');
  return query select p.id, p.name from hub.partnership p union all select null, null order by 2 nulls last;
end $$;
-- Result: seals of one chain, in their order; for the copy outside too.
create function access.seals_from(p_partnership uuid, p_number int, p_most int) returns setof audit.seal language plpgsql stable security definer set search_path = '' as $$
begin
  if coalesce(current_setting('hub.service', true), '') <> 'seals' then perform access.require_service('verify'); end if;
  return query select s.* from audit.seal s where (s.partnership_id = p_partnership or p_partnership is null and s.partnership_id is null) and s.number >= p_number order by s.number limit p_most;
end $$;
-- Result: the entries that a seal names, and those of the chain that stand between its transactions beside them. Of before and after no word: the salted hash, worked out
-- anew, and whether it has been put under another audience.
create function access.sealed_entries(p_partnership uuid, p_ids bigint[], p_from xid8, p_below xid8) returns table (id bigint, tx xid8, at timestamptz, partnership_id uuid, member_id uuid,
  agency_id uuid, service text, capacity text, act text, kind text, subject text, case_id uuid, panel_id uuid, about_agency_id uuid, failed text, detail_hash bytea, decision text,
  detail_found bytea, detail_astray boolean, erased_by text) language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('verify');
  return query
  select e.id, e.tx, e.at, e.partnership_id, e.member_id, e.agency_id, e.service, e.capacity, e.act, e.kind, e.subject, e.case_id, e.panel_id, e.about_agency_id, e.failed, e.detail_hash, e.decision,
         sha256(d.salt || convert_to(d.body::text, 'UTF8')),
         d.entry_id is not null and (d.partnership_id, d.case_id, d.panel_id, d.about_agency_id) is distinct from (e.partnership_id, e.case_id, e.panel_id, e.about_agency_id),
         case when d.entry_id is null and e.detail_hash is not null
           then (select coalesce(x.decision, '') from audit.entry x where x.act = 'ERASED' and x.kind = 'detail' and x.subject = e.id::text and x.partnership_id is not distinct from e.partnership_id limit 1) end
    from (select x.id from audit.entry x where x.id = any (p_ids)
          union select x.id from audit.entry x where x.tx >= p_from and x.tx < p_below and (x.partnership_id = p_partnership or p_partnership is null and x.partnership_id is null)) named
    join audit.entry e on e.id = named.id left join audit.detail d on d.entry_id = e.id;
end $$;
-- Result: which seal of the chain names the entry; null for none.
create function access.seal_of(p_partnership uuid, p_entry bigint) returns int language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('verify');
  return (select min(s.number) from audit.seal s where (s.partnership_id = p_partnership or p_partnership is null and s.partnership_id is null) and p_entry = any (s.entry_ids));
end $$;
-- Result: the latest epoch, the first entry that was certainly written in it, and whether the database has been moved or set back since, so that the next seal opens another.
create function access.latest_epoch() returns table (epoch int, first_entry bigint, moved boolean) language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('verify');
  return query select s.epoch, s.epoch_first_entry, s.system_identifier <> c.system_identifier or s.below > pg_snapshot_xmax(pg_current_snapshot())
    from audit.seal s, access.cluster() c order by s.epoch desc, s.below desc limit 1;
end $$;
-- Result: of the entries of a chain that no seal names yet, how many wait for the next one and since when; and each that waits for none, because its
-- time has been sealed or has not come.
create function access.unsealed(p_partnership uuid) returns table (waits boolean, entries bigint, since timestamptz, id bigint) language plpgsql stable security definer set search_path = '' as $$
declare
  v_last audit.seal;
  v_line audit.seal;
  v_own xid8;
  v_next xid8 := pg_snapshot_xmax(pg_current_snapshot());
  v_here record;
begin
  perform access.require_service('verify');
  select * into v_here from access.cluster();
  select * into v_line from audit.seal s order by s.epoch desc, s.below desc limit 1;
  select * into v_last from audit.seal s where (s.partnership_id = p_partnership or p_partnership is null and s.partnership_id is null) and s.epoch = v_line.epoch order by s.number desc limit 1;
  v_own := coalesce(v_last.below, v_line.epoch_from, '0'::xid8);
  -- Of another cluster, or set back: the next seal opens an epoch, and takes all that no seal names.
  if v_line.id is null or v_line.system_identifier <> v_here.system_identifier or v_line.below > v_next then
    return query select true, count(*), min(e.at), null::bigint from audit.entry e
     where (e.partnership_id = p_partnership or p_partnership is null and e.partnership_id is null)
       and not exists (select from (select unnest(s.entry_ids) as id from audit.seal s) sealed where sealed.id = e.id);
    return;
  end if;
  return query select true, count(*), min(e.at), null::bigint from audit.entry e
   where (e.partnership_id = p_partnership or p_partnership is null and e.partnership_id is null) and e.tx >= v_line.below and e.tx < v_next
     and (e.id >= v_line.epoch_first_entry or not exists (select from audit.seal s where e.id = any (s.entry_ids)));
  return query select false, 1::bigint, e.at, e.id from audit.entry e
   where (e.partnership_id = p_partnership or p_partnership is null and e.partnership_id is null)
     and (e.tx >= v_own and e.tx < v_line.below or e.tx >= v_next)
     and (e.id >= v_line.epoch_first_entry or not exists (select from audit.seal s where e.id = any (s.entry_ids)))
   order by e.id limit 100;
  if v_line.epoch > 1 then
    return query select false, 1::bigint, e.at, e.id from audit.entry e
     where (e.partnership_id = p_partnership or p_partnership is null and e.partnership_id is null) and e.id < v_line.epoch_first_entry and e.tx < v_own
       and not exists (select from (select unnest(s.entry_ids) as id from audit.seal s) sealed where sealed.id = e.id)
     order by e.id limit 100;
  end if;
end $$;

-- Reason: what was kept of before and after is erased when its time is over, by whoever answers for that information, past a seal too, never past a bar against that person. First the entry that
-- names the decision, then the detail and its salt go; the hash stays, so that erased can be told from altered. Result: how many went.
create function access.erase_details(p_entries bigint[], p_decision text) returns int language plpgsql security definer set search_path = '' as $$
declare v_erased int;
begin
  if hub.viewer() is null or not hub.office('INFORMATION_LEAD')
    or exists (select from unnest(p_entries) asked where not exists (select from audit.detail d
         where d.entry_id = asked and d.partnership_id = hub.partnership() and d.about_agency_id in (select c.agency_id from access.controller_agency c)
           and (d.case_id is null or d.case_id <> all (hub.pass('hub.barred'))))) then
    raise exception 'these details are not yours to erase' using errcode = 'insufficient_privilege';
  end if;
  if length(trim(p_decision)) not between 1 and 200 then
    raise exception 'name the decision in 1 to 200 characters' using errcode = 'check_violation';
  end if;
  insert into audit.entry (partnership_id, member_id, agency_id, capacity, act, kind, subject, case_id, panel_id, about_agency_id, decision)
  select d.partnership_id, hub.viewer(), hub.agency(), audit.capacity(d.panel_id), 'ERASED', 'detail', d.entry_id::text, d.case_id, d.panel_id, d.about_agency_id, trim(p_decision)
    from audit.detail d where d.entry_id = any (p_entries) order by d.entry_id;
  delete from audit.detail d where d.entry_id = any (p_entries);
  get diagnostics v_erased = row_count;
  return v_erased;
end $$;
