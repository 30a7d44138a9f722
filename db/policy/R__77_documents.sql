-- Files (${flyway:timestamp}): what applicants for a case review send, and what is added to it by those who answer for it.

-- Whoever reads what the applicant writes sees what the applicant sends: those who answer for applications, whoever manages the review or reviews it, and whoever decides an appeal. Not the whole board,
-- and no guest: a photograph or a diary shows a home, neighbours and children. What is added for the applicant is of the same kind. What hangs from a case alone has no reader yet.
create policy visible on hub.document for select to hub_app using (trigger_id is not null and (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[]) or case_id = any ((select hub.pass('hub.reviews'))::uuid[])
  or trigger_id = any ((select hub.pass('hub.appeals'))::uuid[])));
-- What came by telephone, by letter or in person: in one's own name.
create policy added on hub.document for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) and by = (select hub.viewer()) and not from_applicant and num_nonnulls(opened_at, removed_at) = 0
  and exists (select from hub.trigger t where t.id = trigger_id));
-- That somebody has opened it, whoever sees it; that it is deleted, who answers for applications. Which of the two, the trigger below compares.
create policy opened_or_removed on hub.document for update to hub_app using (trigger_id is not null and (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) or case_id = any ((select hub.pass('hub.manages'))::uuid[]) or case_id = any ((select hub.pass('hub.reviews'))::uuid[])
  or trigger_id = any ((select hub.pass('hub.appeals'))::uuid[])));

-- The bytes go with their file: whoever sees the one may read the other, what is kept is what the record vouches for, and nobody changes it.
create policy visible on hub.document_content for select to hub_app using (exists (select from hub.document d where d.id = document_id));
create policy added on hub.document_content for insert to hub_app with check (
  exists (select from hub.document d where d.id = document_id and d.by = (select hub.viewer()) and d.removed_at is null and d.size = length(content) and d.sha256 = encode(sha256(content), 'hex')));

create function access.guard_document() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.opened_at is distinct from old.opened_at and (old.opened_at is null and new.opened_at is not null and old.from_applicant and old.removed_at is null) is not true
     or (new.removed_at, new.removed_by, new.removed_why) is distinct from (old.removed_at, old.removed_by, old.removed_why)
       and (old.removed_at is null and new.removed_at is not null and new.removed_by = hub.viewer() and old.panel_id = any (hub.pass('hub.handles'))
         and (old.case_id is null or old.case_id <> all (hub.pass('hub.reads_only')))) is not true then
    raise exception 'a file is opened once and deleted once, by whoever answers for the application' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.document for each row when (current_user = 'hub_app') execute function access.guard_document();
-- With it go the bytes; that there was a file, its name and its hash stay on record.
create function access.empty_document() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from hub.document_content c where c.partnership_id = new.partnership_id and c.document_id = new.id;
  return null;
end $$;
create trigger emptied after update on hub.document for each row when (old.removed_at is null and new.removed_at is not null) execute function access.empty_document();

-- Reason: the applicant sees what it sent, without an account. Result: of its own application its own files, never what others added and never the content of any; null for anything but the right two.
create function access.trigger_files(p_reference text, p_hash text) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('area', s.area, 'reference', t.reference, 'withdrawn', t.state = 'WITHDRAWN',
      'files', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'note', d.note, 'kind', d.kind, 'size', d.size, 'at', d.at, 'scannedBy', d.scanned_by, 'opened', d.opened_at is not null, 'deleted', d.removed_at is not null) order by d.at, d.id)
        from hub.document d where d.partnership_id = t.partnership_id and d.trigger_id = t.id and d.from_applicant and (d.removed_at is null or d.removed_by is not null)), '[]'))
    from hub.trigger_applicant a join hub.trigger t on t.partnership_id = a.partnership_id and t.id = a.trigger_id join hub.trigger_scheme s on s.partnership_id = t.partnership_id
   where a.code_hash = p_hash and t.reference = p_reference and access.is_service('community trigger') $$;

-- Reason: the applicant sends a file without an account. The same one sent twice is kept once; so many of one application and so many bytes, as the settings say. Whoever answers for it is told that
-- there is something to look at, once an hour at most, and no word of it. Result: KEPT, or BEFORE where the same content is there; FULL where there are as many, LARGE where there is as much already;
-- ENDED where the application was taken back; null for anything but the right two.
create function access.trigger_file_keep(p_reference text, p_hash text, p_once uuid, p_name text, p_note text, p_kind text, p_sha256 text, p_content bytea, p_scanned_by text, p_most int, p_all bigint)
returns text language plpgsql security definer set search_path = '' as $$
declare
  v hub.trigger;
  v_id uuid;
begin
  perform access.require_service('community trigger');
  select t.* into v from hub.trigger_applicant a join hub.trigger t on t.partnership_id = a.partnership_id and t.id = a.trigger_id where a.code_hash = p_hash and t.reference = p_reference for update of t;
  if v.id is null then return null; end if;
  if p_sha256 is distinct from encode(sha256(p_content), 'hex') then raise exception 'this is not the file that was looked through' using errcode = 'insufficient_privilege'; end if;
  v_id := md5(concat_ws(' ', v.id, p_once, p_sha256))::uuid;
  if exists (select from hub.document d where d.partnership_id = v.partnership_id and d.id = v_id) then return 'KEPT'; end if;
  if v.state = 'WITHDRAWN' then return 'ENDED'; end if;
  if exists (select from hub.document d where d.partnership_id = v.partnership_id and d.trigger_id = v.id and d.from_applicant and d.removed_at is null and d.sha256 = p_sha256) then return 'BEFORE'; end if;
  if (select count(*) from hub.document d where d.partnership_id = v.partnership_id and d.trigger_id = v.id and d.from_applicant and d.removed_at is null) >= p_most then return 'FULL'; end if;
  if (select coalesce(sum(d.size), 0) from hub.document d where d.partnership_id = v.partnership_id and d.trigger_id = v.id and d.from_applicant and d.removed_at is null) + length(p_content) > p_all then return 'LARGE'; end if;
  insert into hub.document (partnership_id, id, panel_id, case_id, trigger_id, from_applicant, came, name, note, kind, size, sha256, scanned_by)
  values (v.partnership_id, v_id, v.panel_id, v.case_id, v.id, true, 'ONLINE', p_name, p_note, p_kind, length(p_content), p_sha256, p_scanned_by);
  insert into hub.document_content (partnership_id, document_id, content) values (v.partnership_id, v_id, p_content);
  perform access.tell_triaging(v.partnership_id, v.panel_id, v.id, 'applicant wrote', 'OFFICIAL: an applicant has sent a file',
    'The applicant of ' || v.reference || E' has sent a file.\n\nLook at it: {hub}/triggers/' || v.reference || E'/files\n', 'applicant sent ' || v.id || ' ' || date_trunc('hour', hub.now()));
  return 'KEPT';
end $$;

-- Reason: what somebody sent by mistake it takes back, as long as nobody has opened it; later it may be what a decision rests on. Result: whether it is taken back, now or from before.
create function access.trigger_file_take_back(p_reference text, p_hash text, p_id uuid) returns boolean language plpgsql security definer set search_path = '' as $$
declare v hub.document;
begin
  perform access.require_service('community trigger');
  select d.* into v from hub.trigger_applicant a join hub.trigger t on t.partnership_id = a.partnership_id and t.id = a.trigger_id
    join hub.document d on d.partnership_id = t.partnership_id and d.trigger_id = t.id and d.from_applicant
   where a.code_hash = p_hash and t.reference = p_reference and d.id = p_id for update of d;
  if v.id is null or v.removed_by is not null then return false; end if;
  if v.removed_at is not null then return true; end if;
  if v.opened_at is not null then return false; end if;
  update hub.document d set removed_at = hub.now() where d.partnership_id = v.partnership_id and d.id = v.id;
  return true;
end $$;
