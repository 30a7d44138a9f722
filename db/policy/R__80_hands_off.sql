-- Hands off (${flyway:timestamp}): what a write may change. Policies decide which rows, the column privileges of R__95 which columns, and the triggers
-- here which step, where the row as it was must be compared with the row as it would be. They back up Permission; they bind the serving role only.

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

-- A referral goes from hand to hand. Who holds it writes; each step is taken by the one whose step it is, in its own name, and what was answered stays.
create function access.guard_referral() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_step text := old.state || '>' || new.state;
  v_author boolean := old.author_id = hub.viewer();
  v_referrer boolean := v_author or coalesce(old.agency_id = hub.agency(), false);
  v_triages boolean := old.panel_id = any (hub.pass('hub.triages'));
  v_senior boolean := hub.office('SENIOR_OFFICER') and coalesce(old.agency_id = hub.agency(), false);
begin
  if (new.typed, new.subject_name, new.subject_where, new.own_reference, new.circumstances, new.category, new.consent, new.consent_reason)
       is distinct from (old.typed, old.subject_name, old.subject_where, old.own_reference, old.circumstances, old.category, old.consent, old.consent_reason)
     and (v_referrer and old.state in ('DRAFT', 'MORE_ASKED')) is not true then
    raise exception 'what a referral says is changed by its referrer, while it is there' using errcode = 'insufficient_privilege';
  end if;
  -- For whom a referral was keyed in is known only once the form is whole.
  if (new.agency_id, new.outside_referrer, new.received_how) is distinct from (old.agency_id, old.outside_referrer, old.received_how)
     and (old.received_how <> 'ONLINE' and new.received_how <> 'ONLINE' and old.state in ('DRAFT', 'MORE_ASKED') and v_referrer and v_triages) is not true then
    raise exception 'whose referral it is stays' using errcode = 'insufficient_privilege';
  end if;
  if (new.senior_name, new.senior_member_id, new.senior_reason, new.senior_decided_at) is distinct from (old.senior_name, old.senior_member_id, old.senior_reason, old.senior_decided_at)
     and (v_senior and old.state = 'WITH_SENIOR_OFFICER' and new.senior_member_id = hub.viewer()
       -- A decision made outside the hub is typed with the referral; the hub vouches for no name then.
       or v_referrer and old.state = 'DRAFT' and new.senior_member_id is null and new.senior_decided_at is null) is not true then
    raise exception 'a senior officer decides in person' using errcode = 'insufficient_privilege';
  end if;
  if (new.triage_note, new.triaged_by, new.triaged_at) is distinct from (old.triage_note, old.triaged_by, old.triaged_at)
     and (v_triages and old.state in ('SENT', 'MORE_ASKED') and new.triaged_by = hub.viewer()) is not true then
    raise exception 'who triages answers in person' using errcode = 'insufficient_privilege';
  end if;
  if new.received_at is distinct from old.received_at and not (old.received_at is null and new.state = 'SENT')
     or new.triage_by is distinct from old.triage_by and not (old.state <> 'SENT' and new.state = 'SENT') then
    raise exception 'the clock starts once' using errcode = 'insufficient_privilege';
  end if;
  -- Of a case that was not opened for it the answer is the same, whether there is one or not.
  if new.case_id is distinct from old.case_id and (old.case_id is null and new.state = 'ACCEPTED' and old.state <> 'ACCEPTED' and exists (select from hub.case_file c
       where c.partnership_id = old.partnership_id and c.id = new.case_id and c.panel_id = old.panel_id and c.opened_on = hub.today()
         and not exists (select from hub.person p where p.case_id = c.id) and not exists (select from hub.referral r where r.case_id = c.id))) is not true then
    raise exception 'a referral is accepted into the case that is opened for it' using errcode = 'insufficient_privilege';
  end if;
  if new.state <> old.state and (case v_step
       when 'DRAFT>WITH_SENIOR_OFFICER' then v_referrer
       when 'DRAFT>SENT' then v_referrer and (old.received_how <> 'ONLINE' or not exists (select from hub.office o join hub.member m on m.partnership_id = o.partnership_id and m.id = o.member_id
         where m.partnership_id = old.partnership_id and m.agency_id = old.agency_id and m.active and o.role = 'SENIOR_OFFICER' and o.during @> hub.today()))
       when 'WITH_SENIOR_OFFICER>DRAFT' then v_author
       when 'WITH_SENIOR_OFFICER>SENT' then v_senior and new.senior_member_id = hub.viewer()
       when 'WITH_SENIOR_OFFICER>NOT_REFERRED' then v_senior and new.senior_member_id = hub.viewer()
       when 'MORE_ASKED>SENT' then v_referrer
       when 'SENT>MORE_ASKED' then v_triages
       when 'SENT>DECLINED' then v_triages
       when 'MORE_ASKED>DECLINED' then v_triages
       when 'SENT>ACCEPTED' then v_triages and new.case_id is not null
       when 'MORE_ASKED>ACCEPTED' then v_triages and new.case_id is not null
       else v_author and new.state = 'WITHDRAWN' and old.state in ('DRAFT', 'WITH_SENIOR_OFFICER', 'SENT', 'MORE_ASKED') end) is not true then
    raise exception 'a referral does not go % for this viewer', v_step using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.referral for each row when (current_user = 'hub_app') execute function access.guard_referral();

-- A new case is given its reference here, random and free: were it chosen, a clash would tell of a hidden case.
create function access.refer_to_case() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.reference := access.new_reference();
  return new;
end $$;
create trigger referred_to before insert on hub.case_file for each row when (current_user = 'hub_app') execute function access.refer_to_case();

-- A case: the seal is the chair's, the risk is what a meeting agreed, and it closes by an exit that was signed off and has run.
create function access.guard_case_file() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_step text := old.state || '>' || new.state;
  v_prepares boolean := old.panel_id = any (hub.pass('hub.prepares'));
begin
  if new.sealed <> old.sealed and not old.panel_id = any (hub.pass('hub.seals')) then
    raise exception 'a chair seals a case' using errcode = 'insufficient_privilege';
  end if;
  if (new.risk, new.risk_before) is distinct from (old.risk, old.risk_before) and not v_prepares then
    raise exception 'the risk is agreed in a meeting' using errcode = 'insufficient_privilege';
  end if;
  if new.state <> old.state and ((v_prepares or old.id = any (hub.pass('hub.manages'))) and case v_step
       when 'OPEN>CLOSING' then exists (select from hub.case_exit x where x.case_id = old.id and x.signed_off_at is not null and x.cancelled_at is null)
       when 'CLOSING>OPEN' then true
       when 'CLOSING>CLOSED' then new.closed_on = hub.today()
         and exists (select from hub.case_exit x where x.case_id = old.id and x.signed_off_at is not null and x.cancelled_at is null and x.closes_on <= hub.today())
       else false end) is not true
     or new.closed_on is distinct from old.closed_on and v_step <> 'CLOSING>CLOSED' then
    raise exception 'a case does not go % for this viewer', v_step using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.case_file for each row when (current_user = 'hub_app') execute function access.guard_case_file();

-- The end of a case: signed off once, by someone else than who proposed it, in its own name; called off for good.
create function access.guard_case_exit() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_manages boolean := old.panel_id = any (hub.pass('hub.prepares')) or old.case_id = any (hub.pass('hub.manages'));
begin
  if old.cancelled_at is not null
     or (new.signed_off_by, new.signed_off_name, new.signed_off_at) is distinct from (old.signed_off_by, old.signed_off_name, old.signed_off_at)
       and (old.signed_off_at is null and new.signed_off_by = hub.viewer() and old.proposed_by <> hub.viewer()
         and new.signed_off_name = (select m.name from hub.member m where m.partnership_id = hub.partnership() and m.id = hub.viewer())
         and (old.panel_id = any (hub.pass('hub.chairs')) or hub.office('SENIOR_OFFICER'))) is not true
     or (new.notice_on, new.closes_on) is distinct from (old.notice_on, old.closes_on) and (v_manages and old.signed_off_at is not null and old.notice_on is null) is not true
     or (new.note, new.cancelled_at) is distinct from (old.note, old.cancelled_at) and v_manages is not true then
    raise exception 'this is not for this viewer to change about the end of a case' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.case_exit for each row when (current_user = 'hub_app') execute function access.guard_case_exit();

-- A meeting goes forward; a closed one is not opened again.
create function access.guard_meeting() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.state <> old.state and (old.state || '>' || new.state) not in ('PLANNED>PUBLISHED', 'PUBLISHED>OPEN', 'OPEN>CLOSED', 'PLANNED>CANCELLED', 'PUBLISHED>CANCELLED')
     or old.state in ('OPEN', 'CLOSED', 'CANCELLED') and (new.starts_at, new.published_at, new.opened_at) is distinct from (old.starts_at, old.published_at, old.opened_at)
     or old.state in ('CLOSED', 'CANCELLED') and new.closed_at is distinct from old.closed_at
     or old.state <> 'OPEN' and (new.quorum_missing, new.quorum_reason) is distinct from (old.quorum_missing, old.quorum_reason) then
    raise exception 'a meeting goes forward' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.meeting for each row when (current_user = 'hub_app') execute function access.guard_meeting();

-- Minutes: a chair agrees them in person, then they are circulated; agreed minutes are frozen.
create function access.guard_minutes() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.state <> old.state and (case old.state || '>' || new.state
       when 'DRAFT>AGREED' then old.panel_id = any (hub.pass('hub.chairs')) and new.agreed_by = hub.viewer() and new.agreed_at is not null
       when 'AGREED>CIRCULATED' then new.circulated_at is not null
       else false end) is not true
     or (new.agreed_by, new.agreed_at) is distinct from (old.agreed_by, old.agreed_at) and not (old.state = 'DRAFT' and new.state = 'AGREED')
     or new.circulated_at is distinct from old.circulated_at and not (old.state = 'AGREED' and new.state = 'CIRCULATED') then
    raise exception 'agreed minutes are frozen' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.minutes for each row when (current_user = 'hub_app') execute function access.guard_minutes();

-- A paragraph: an agency corrects the words and nothing else, in its own name. Whoever rewrites one waits for the chair who is agreeing, so that nothing is agreed but what was read.
create function access.guard_paragraph() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (old.panel_id = any (hub.pass('hub.prepares'))) is not true then
    -- What the coordinator left out stays out.
    if new.position <> old.position or '' in (old.body, new.body) or new.corrected_by is distinct from hub.viewer() then
      raise exception 'an agency corrects its own words' using errcode = 'insufficient_privilege';
    end if;
    new.corrected_at := hub.now();
  elsif new.corrected_by is not null and (new.corrected_by, new.corrected_at) is distinct from (old.corrected_by, old.corrected_at) then
    raise exception 'nobody corrects in the name of an agency' using errcode = 'insufficient_privilege';
  end if;
  perform from hub.minutes m where m.partnership_id = old.partnership_id and m.id = old.minutes_id and m.state = 'DRAFT' for share;
  if not found then
    raise exception 'agreed minutes are frozen' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.minutes_paragraph for each row when (current_user = 'hub_app') execute function access.guard_paragraph();

-- An action: its owner reports on it; what was agreed is changed by those who may agree.
create function access.guard_action() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (new.task, new.known_by, new.owner_agency_id, new.owner_member_id, new.due_on) is distinct from (old.task, old.known_by, old.owner_agency_id, old.owner_member_id, old.due_on)
     and (old.state = 'OPEN' and (old.panel_id = any (hub.pass('hub.prepares')) or old.case_id = any (hub.pass('hub.manages')))) is not true then
    raise exception 'what was agreed is changed by those who agree it' using errcode = 'insufficient_privilege';
  end if;
  -- On the day it was agreed a slip is mended; afterwards a later day is the chair's to agree to.
  if new.due_on > old.due_on and (old.made_at at time zone 'Europe/London')::date < hub.today() and old.panel_id <> all (hub.pass('hub.chairs')) then
    raise exception 'a chair agrees to a later day' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.action for each row when (current_user = 'hub_app') execute function access.guard_action();

-- A place that is held for some days is ended, never lengthened, and what was held before today was held.
create function access.guard_days() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.during <> old.during and (new.during <@ old.during and case when isempty(new.during) then lower(old.during) >= hub.today()
       else lower(new.during) = lower(old.during) and upper(new.during) >= hub.today() end) is not true then
    raise exception 'a place is ended, and another given' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
do $$
declare t text;
begin
  foreach t in array array['seat', 'office', 'case_team', 'designated_officer'] loop
    execute format('create trigger hands_off before update on hub.%I for each row when (current_user = ''hub_app'') execute function access.guard_days()', t);
  end loop;
end $$;
