-- The record (${flyway:timestamp}): every write by trigger, every read and refusal by the service, appended and never changed.

-- From which place somebody looks or writes: a seat, a place at the panel's meetings as guest or observer, or an office.
create or replace function audit.capacity(p_panel uuid) returns text language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select string_agg(distinct lower(replace(s.role, '_', ' ')), ', ') from hub.seat s where s.member_id = hub.viewer() and s.panel_id = p_panel and s.during @> hub.today()),
    (select string_agg(distinct lower(a.capacity), ', ') from hub.attendance a where a.member_id = hub.viewer() and a.panel_id = p_panel and a.capacity <> 'MEMBER'),
    (select string_agg(distinct lower(replace(o.role, '_', ' ')), ', ') from hub.office o where o.member_id = hub.viewer() and o.during @> hub.today()), '') $$;

-- On a case also by which ground, where that is no place on the panel, and in which role on its team.
create or replace function audit.capacity(p_panel uuid, p_case uuid) returns text language sql stable security definer set search_path = '' as $$
  select case when p_case = any (hub.pass('hub.emergencies')) then 'emergency' when p_case = any (hub.pass('hub.reviews')) then 'appeal reviewer'
              when p_case = any (hub.pass('hub.guests')) then 'guest'
              else concat_ws(', ', nullif(audit.capacity(p_panel), ''),
                (select string_agg(distinct lower(replace(t.role, '_', ' ')), ', ') from hub.case_team t where t.case_id = p_case and t.member_id = hub.viewer() and t.during @> hub.today())) end $$;

-- Before and after of each row. The entry holds a salted hash of the detail, so that erasing the detail later can be told from altering it.
-- Whole rows are compared; what must not be kept (the hash of an invitation's code) is masked only in what is stored.
create or replace function audit.track() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_old jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - 'code_hash' end;
  v_new jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - 'code_hash' end;
  v_row jsonb := coalesce(v_new, v_old);
  v_body jsonb;
  v_salt bytea := uuid_send(gen_random_uuid());
  v_case uuid := case when tg_table_name = 'case_file' then (v_row ->> 'id')::uuid else (v_row ->> 'case_id')::uuid end;
  -- An application for a case review is about nobody's information: whom it names as told or asked, or the agency of whoever assessed its risk, need not know of it.
  v_about uuid := case when tg_table_name not like 'trigger%' and v_row ->> 'trigger_id' is null then coalesce(v_row ->> 'agency_id', v_row ->> 'owner_agency_id')::uuid end;
  v_partnership uuid := case when tg_table_name = 'partnership' then (v_row ->> 'id')::uuid else (v_row ->> 'partnership_id')::uuid end;
  v_id bigint;
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(old) = to_jsonb(new) then return null; end if;
    if v_old = v_new then v_new := v_new || '{"code_hash": "changed"}'; end if;
  end if;
  v_body := jsonb_strip_nulls(jsonb_build_object('before', v_old, 'after', v_new));
  insert into audit.entry (partnership_id, member_id, agency_id, service, capacity, act, kind, subject, case_id, panel_id, about_agency_id, detail_hash)
  values (v_partnership, hub.viewer(), hub.agency(), coalesce(nullif(current_setting('hub.service', true), ''), case when hub.viewer() is null then session_user end),
          case when tg_table_name = 'emergency' then 'emergency' else audit.capacity((v_row ->> 'panel_id')::uuid, v_case) end, tg_op, tg_table_name, coalesce(v_row ->> 'id', v_row ->> 'item_id', v_row ->> 'person_id', v_row ->> 'member_id', v_row ->> 'trigger_id'),
          v_case, (v_row ->> 'panel_id')::uuid, v_about, sha256(v_salt || convert_to(v_body::text, 'UTF8')))
  returning id into v_id;
  insert into audit.detail (entry_id, partnership_id, case_id, panel_id, about_agency_id, salt, body)
  values (v_id, v_partnership, v_case, (v_row ->> 'panel_id')::uuid, v_about, v_salt, v_body);
  return null;
end $$;

-- Left out: the outbox, whose doors note who puts a mail in or has it tried again, while the service's tries would only swell the record and its
-- text holds links; a draft, which nobody but its writer ever sees; what a member tells of itself, which no record may keep longer than the member does
-- (a trigger of its own notes that it was told); the bytes of a protocol or of a file, of which the document's own entry holds the hash; the answers kept for repeated calls, whose first call is on record; and what was
-- tried at the public pages, which is nobody's and forgotten after a day.
do $$
declare r record;
begin
  for r in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'hub' and c.relkind = 'r' and c.relname not in ('outbox', 'draft', 'trigger_draft', 'idempotency', 'member_identity', 'private_relation', 'protocol_file', 'document_content', 'public_attempt') loop
    execute format('create trigger recorded after insert or update or delete on hub.%I for each row execute function audit.track()', r.relname);
  end loop;
end $$;

create or replace function audit.unchangeable() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'the record is only ever added to' using errcode = 'insufficient_privilege';
end $$;
create trigger unchangeable before update or delete or truncate on audit.entry for each statement execute function audit.unchangeable();

-- What was read, in one statement before the reading transaction commits: if it cannot be written, the read fails.
-- Each element: kind, subject, caseId, panelId, about (the originating agency), act (READ or EXPORTED, and no other: what was written is recorded by
-- what wrote it).
create or replace function audit.read(p_reads jsonb) returns void language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from (select distinct r.kind, r.act from jsonb_to_recordset(p_reads) as r (kind text, act text)) r where coalesce(r.act, 'READ') not in ('READ', 'EXPORTED') or coalesce(r.kind, '') !~ '^[a-z_]{1,60}$') then
    raise exception 'only what was read or taken out is recorded here' using errcode = 'insufficient_privilege';
  end if;
  -- From which seat is worked out once a panel, and by which grounds and places on case teams once, not once a thing that was read.
  insert into audit.entry (partnership_id, member_id, agency_id, service, capacity, act, kind, subject, case_id, panel_id, about_agency_id)
  with r as materialized (select * from jsonb_to_recordset(p_reads) as r (kind text, subject text, "caseId" uuid, "panelId" uuid, about uuid, act text)),
       seen_from as materialized (select p."panelId", audit.capacity(p."panelId") as capacity from (select distinct r."panelId" from r) p),
       -- Asked of the cases that were read and on whose team the viewer has a place now, and not of all on which it ever had one.
       team as materialized (select t.case_id, string_agg(distinct lower(replace(t.role, '_', ' ')), ', ') as roles
         from (select distinct r."caseId" as id from r where r."caseId" = any ((select hub.pass('hub.works'))::uuid[])) x
         join hub.case_team t on t.case_id = x.id and t.member_id = hub.viewer() and t.during @> hub.today() group by t.case_id),
       ground as materialized (select hub.pass('hub.emergencies') as emergencies, hub.pass('hub.reviews') as reviews, hub.pass('hub.guests') as guests, hub.pass('hub.appeals') as appeals)
  select hub.partnership(), hub.viewer(), hub.agency(), nullif(current_setting('hub.service', true), ''),
         case when r."caseId" = any (g.emergencies) then 'emergency' when r."caseId" = any (g.reviews) then 'appeal reviewer' when r."caseId" = any (g.guests) then 'guest'
              when r.kind = 'trigger' and audit.subject_id(r.subject) = any (g.appeals) then 'appeal reviewer'
              when r.kind = 'document' and exists (select from hub.document d where d.partnership_id = hub.partnership() and d.id = audit.subject_id(r.subject) and d.trigger_id = any (g.appeals)) then 'appeal reviewer'
              else concat_ws(', ', nullif(f.capacity, ''), t.roles) end,
         coalesce(r.act, 'READ'), r.kind, r.subject, r."caseId", r."panelId", r.about
    from r cross join ground g join seen_from f on f."panelId" is not distinct from r."panelId" left join team t on t.case_id = r."caseId";
end $$;

-- That the viewer has signed in, or out. Nothing else is recorded here, and for nobody else.
create or replace function audit.signed(p_act text) returns void language plpgsql security definer set search_path = '' as $$
begin
  if hub.viewer() is null or p_act not in ('SIGNED_IN', 'SIGNED_OUT') then raise exception 'nobody has signed in' using errcode = 'insufficient_privilege'; end if;
  insert into audit.entry (partnership_id, member_id, agency_id, capacity, act, kind, subject)
  values (hub.partnership(), hub.viewer(), hub.agency(), audit.capacity(null), p_act, 'member', hub.viewer()::text);
end $$;

-- What an entry is about, where that is one row of a table; what was asked for may be anything.
create or replace function audit.subject_id(p_subject text) returns uuid language sql immutable set search_path = '' as $$
  select case when p_subject ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then p_subject::uuid end $$;

-- The case that hangs from what was asked for: a reference, or an id. Every place is asked by its key, each once, whether or not one before it
-- had an answer, so that the time a refusal takes tells nothing and does not grow with what the hub holds.
create or replace function audit.case_of(p_subject text) returns uuid language plpgsql stable security definer set search_path = '' as $$
declare
  v_asked uuid := coalesce(audit.subject_id(lower(p_subject)), '00000000-0000-0000-0000-000000000000');
  v_here uuid := hub.partnership();
  v_found uuid[] := array[
    (select c.id from hub.case_file c where c.partnership_id = v_here and c.reference = upper(p_subject)),
    (select c.id from hub.case_file c where c.partnership_id = v_here and c.id = v_asked),
    (select x.case_id from hub.item x where x.partnership_id = v_here and x.id = v_asked),
    (select x.case_id from hub.disclosure x where x.partnership_id = v_here and x.id = v_asked),
    (select x.case_id from hub.research_request x where x.partnership_id = v_here and x.id = v_asked),
    (select x.case_id from hub.referral x where x.partnership_id = v_here and x.id = v_asked),
    (select x.case_id from hub.person x where x.partnership_id = v_here and x.id = v_asked),
    (select x.case_id from hub.assessment x where x.partnership_id = v_here and x.id = v_asked),
    (select x.case_id from hub.action x where x.partnership_id = v_here and x.id = v_asked),
    (select x.case_id from hub.plan x where x.partnership_id = v_here and x.id = v_asked),
    (select x.case_id from hub.case_exit x where x.partnership_id = v_here and x.id = v_asked),
    (select x.case_id from hub.letter x where x.partnership_id = v_here and x.id = v_asked),
    (select x.case_id from hub.document x where x.partnership_id = v_here and x.id = v_asked),
    (select x.case_id from hub.agenda_item x where x.partnership_id = v_here and x.id = v_asked),
    (select x.case_id from hub.minutes_paragraph x where x.partnership_id = v_here and x.id = v_asked),
    (select x.case_id from hub.case_bar x where x.partnership_id = v_here and x.id = v_asked)];
begin
  return (select f from unnest(v_found) f where f is not null limit 1);
end $$;
-- The panel of a thing that hangs from no case, so that the record says on whose door was knocked.
create or replace function audit.panel_of(p_subject text) returns uuid language plpgsql stable security definer set search_path = '' as $$
declare
  v_asked uuid := coalesce(audit.subject_id(lower(p_subject)), '00000000-0000-0000-0000-000000000000');
  v_here uuid := hub.partnership();
  v_found uuid[] := array[
    (select x.panel_id from hub.meeting x where x.partnership_id = v_here and x.id = v_asked),
    (select x.panel_id from hub.minutes x where x.partnership_id = v_here and x.id = v_asked),
    (select x.panel_id from hub.referral x where x.partnership_id = v_here and x.id = v_asked),
    (select x.panel_id from hub.action x where x.partnership_id = v_here and x.id = v_asked),
    (select x.panel_id from hub.document x where x.partnership_id = v_here and x.id = v_asked)];
begin
  return (select f from unnest(v_found) f where f is not null limit 1);
end $$;

-- A refusal, after the refused transaction, in one of its own. Which condition failed is worked out here and goes nowhere but into the record. What is named in a path is looked up
-- too, so that the record says on whose case a forbidden thing was tried. A sign-in without an active account is named as far as it is known.
create or replace function audit.refused(p_kind text, p_subject text, p_said text) returns void language plpgsql security definer set search_path = '' as $$
declare
  v_asked text := coalesce(substring(lower(p_subject) from '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'), substring(upper(p_subject) from '\m[A-Z]{2,4}-[A-Z0-9]{5}\M'), p_subject);
  v_case uuid := audit.case_of(v_asked);
  v_panel uuid := audit.panel_of(v_asked);
  v_any uuid := (select c.id from hub.case_file c where c.partnership_id = hub.partnership() limit 1);
  v_item boolean := exists (select from hub.item i where i.partnership_id = hub.partnership() and i.id = coalesce(audit.subject_id(v_asked), '00000000-0000-0000-0000-000000000000'));
  v_sees boolean;
  v_failed text;
  v_sign_in jsonb := nullif(current_setting('hub.sign_in', true), '')::jsonb;
  v_known hub.member;
begin
  -- What is absent takes as long as what is hidden: any case stands in for it, and what comes out is thrown away.
  select string_agg(e.ground || coalesce(' (' || nullif(e.detail, '') || ')', ''), '; ') into v_failed
    from access.grounds(hub.viewer(), coalesce(v_case, v_any)) e where not e.holds;
  v_sees := exists (select from access.explain(hub.viewer(), coalesce(v_case, v_any)));
  v_failed := case when p_kind in ('permission', 'row') or v_case is null then p_said
                   when v_sees and v_item then 'no release in force reaches this member'
                   when v_sees then p_said else coalesce(v_failed, p_said) end;
  v_panel := coalesce((select c.panel_id from hub.case_file c where c.partnership_id = hub.partnership() and c.id = v_case), v_panel);
  if hub.viewer() is null and v_sign_in is not null then
    select m.* into v_known from hub.sign_in s join hub.member m on m.partnership_id = s.partnership_id and m.id = s.member_id where s.issuer = v_sign_in ->> 0 and s.subject = v_sign_in ->> 1;
    v_failed := case when v_known.id is not null then 'the account is not active' else 'linked to no account: ' || (v_sign_in ->> 1) || ' of ' || (v_sign_in ->> 0) end;
  end if;
  insert into audit.entry (partnership_id, member_id, agency_id, capacity, act, kind, subject, case_id, panel_id, failed)
  values (coalesce(hub.partnership(), v_known.partnership_id), coalesce(hub.viewer(), v_known.id), coalesce(hub.agency(), v_known.agency_id), audit.capacity(v_panel, v_case), 'REFUSED', left(p_kind, 60),
    left(p_subject, 200), v_case, v_panel, left(v_failed, 500));
end $$;

-- By which words an entry is about an application for a case review that a conflict of interest shuts to the viewer, before its review is open or by the bar of that: its id, its reference, and the id of
-- each row that hangs from it. An entry names no application, and one made before a review names no case either. No seal: a controller's duties past that are its information lead's. Made from the catalogue,
-- so that a new table cannot be forgotten.
do $$
declare v_rows text;
begin
  select string_agg(format('union all select x.id::text from hub.%I x join barred b on b.id = x.trigger_id', c.relname), ' ' order by c.relname) into v_rows
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute k on k.attrelid = c.oid and k.attname = 'trigger_id' and not k.attisdropped
    join pg_attribute i on i.attrelid = c.oid and i.attname = 'id' and not i.attisdropped
   where n.nspname = 'hub' and c.relkind = 'r';
  execute format($v$create view access.barred_subject (word) as
    with barred as materialized (select t.id, t.reference from hub.trigger t where t.partnership_id = (select hub.partnership())
      and (t.id = any ((select hub.pass('hub.barred_applications'))::uuid[]) or t.case_id = any ((select hub.pass('hub.barred'))::uuid[])))
    select id::text from barred union all select lower(reference) from barred %s$v$, v_rows);
end $$;
-- Whether an entry of this kind and subject names one of these. What was asked for and refused is a path, or whatever was typed. Of entries made before they named the application whose applicant was
-- written down, none is shown.
create function access.names_barred(p_kind text, p_subject text, p_words text[]) returns boolean language sql immutable set search_path = '' as $$
  select exists (select from unnest(p_words) w where strpos(lower(p_subject), w) > 0) or p_subject is null and p_kind = 'trigger_applicant' and cardinality(p_words) > 0 $$;
create policy bar_on_application on audit.entry as restrictive for select to hub_app using (not access.names_barred(kind, subject, array(select b.word from access.barred_subject b)));

-- Entries: one's own, but no refusal, which would tell a hidden case from an absent one; those about what one's agency originated; an information lead, its controller's; coordinator and chair,
-- their panel's cases, but of information only what they see themselves: that something is withheld is not told by who looked at it either.
create policy visible on audit.entry for select to hub_app using (
  (member_id = (select hub.viewer()) and act <> 'REFUSED')
  or (about_agency_id = (select hub.agency()) and act <> 'REFUSED' and panel_id = any ((select hub.pass('hub.seats'))::uuid[]))
  or ((select hub.office('INFORMATION_LEAD')) and (agency_id in (select c.agency_id from access.controller_agency c) or about_agency_id in (select c.agency_id from access.controller_agency c)))
  or (case_id is not null and act <> 'REFUSED' and panel_id = any ((select hub.pass('hub.prepares'))::uuid[])
    and case kind when 'item' then exists (select from hub.item i where i.id = audit.subject_id(subject))
                  when 'disclosure' then exists (select from hub.disclosure d where d.id = audit.subject_id(subject))
                  when 'withholding' then exists (select from hub.withholding w where w.item_id = audit.subject_id(subject))
                  else true end));
-- Before and after: only the information lead of the controller whose information it is.
create policy visible on audit.detail for select to hub_app using (
  (select hub.office('INFORMATION_LEAD')) and about_agency_id in (select c.agency_id from access.controller_agency c));

-- The outbox: an administrator sees what could not be sent. Mails are put in through a door (access.post).
create policy visible on hub.outbox for select to hub_app using ((select hub.office('ADMINISTRATOR')));

-- One's own drafts and one's own repeated calls.
create policy own on hub.draft for all to hub_app using (member_id = (select hub.viewer()));
create policy own on hub.idempotency for all to hub_app using (member_id = (select hub.viewer()));
