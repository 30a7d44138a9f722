-- What is asked about an action: that another agency takes it on, and a later day (${flyway:timestamp}).

-- Reason: an action is offered only where the receiving agency sees it already; the offer opens nothing. Who of another agency can open the case today, the owner does
-- not see. Asked about an action that the viewer sees; of a name that is missing no reason is told, and on a sealed case nobody is named but to who keeps its list with the chair (docs/decisions/0013). Result: one boolean.
create function access.may_take(p_action uuid, p_agency uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from hub.action a join hub.member m on m.partnership_id = a.partnership_id and m.agency_id = p_agency and m.active
   where a.partnership_id = hub.partnership() and a.id = p_action and a.owner_agency_id <> p_agency
     and (a.case_id is null or a.case_id <> all (hub.pass('hub.barred')) and (not exists (select from hub.case_file c where c.id = a.case_id and c.sealed) or a.case_id = any (hub.pass('hub.admitted')) and a.panel_id = any (hub.pass('hub.prepares'))))
     and (a.owner_member_id = hub.viewer() or a.owner_agency_id = hub.agency() and (a.panel_id = any (hub.pass('hub.seats')) or a.case_id = any (hub.pass('hub.works'))) or a.panel_id = any (hub.pass('hub.panels')) or a.case_id = any (hub.pass('hub.cases')))
     and (exists (select from access.standing_facts f where f.member_id = m.id and f.panel_id = a.panel_id and f.member_active and f.seat_current and f.signed and f.undertaken)
       or exists (select from access.team_facts t where t.member_id = m.id and t.case_id = a.case_id and t.member_active and t.place_current and t.signed))
     and not exists (select from hub.case_bar b where b.case_id = a.case_id and b.member_id = m.id and b.lifted_at is null)
     and not exists (select from hub.case_file c where c.id = a.case_id and c.sealed and not exists (select from hub.admission d where d.case_id = c.id and d.member_id = m.id))) $$;

-- Both are seen with their action, and by nobody else. Who asks is who reports on the action.
create policy visible on hub.action_offer for select to hub_app using (exists (select from hub.action a where a.id = action_id));
create policy offered on hub.action_offer for insert to hub_app with check (
  offered_by = (select hub.viewer()) and state = 'OFFERED' and answer = '' and num_nonnulls(taken_by, answered_by, answered_at) = 0
  and exists (select from hub.action a where a.id = action_id and a.state = 'OPEN' and a.case_id is not distinct from action_offer.case_id and a.owner_agency_id = from_agency_id
    and (a.owner_member_id = (select hub.viewer())
      or (a.owner_agency_id = (select hub.agency()) and (a.panel_id = any ((select hub.pass('hub.seats'))::uuid[]) or a.case_id = any ((select hub.pass('hub.works'))::uuid[])))
      or a.panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or a.case_id = any ((select hub.pass('hub.manages'))::uuid[])))
  and access.may_take(action_id, to_agency_id));
-- Which of them may take which step, a trigger asks.
create policy answered on hub.action_offer for update to hub_app using (state = 'OFFERED') with check (state <> 'OFFERED' and answered_by = (select hub.viewer()) and answered_at is not null);

create policy visible on hub.action_extension for select to hub_app using (exists (select from hub.action a where a.id = action_id));
create policy asked on hub.action_extension for insert to hub_app with check (
  asked_by = (select hub.viewer()) and state = 'ASKED' and answer = '' and num_nonnulls(answered_by, answered_at) = 0 and due_on > (select hub.today())
  and exists (select from hub.action a where a.id = action_id and a.state = 'OPEN' and a.due_on = was_due and a.case_id is not distinct from action_extension.case_id
    and (a.owner_member_id = (select hub.viewer())
      or (a.owner_agency_id = (select hub.agency()) and (a.panel_id = any ((select hub.pass('hub.seats'))::uuid[]) or a.case_id = any ((select hub.pass('hub.works'))::uuid[])))
      or a.panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or a.case_id = any ((select hub.pass('hub.manages'))::uuid[]))));
create policy answered on hub.action_extension for update to hub_app using (state = 'ASKED') with check (state <> 'ASKED' and answered_by = (select hub.viewer()) and answered_at is not null);

-- Whether the viewer answers for an action: its owner, the owner agency's seat holders and case workers, and who may agree actions there; not granted.
create function access.answers_for(p_action uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from hub.action a where a.partnership_id = hub.partnership() and a.id = p_action
    and (a.owner_member_id = hub.viewer() or a.owner_agency_id = hub.agency() and (a.panel_id = any (hub.pass('hub.seats')) or a.case_id = any (hub.pass('hub.works')))
      or a.panel_id = any (hub.pass('hub.prepares')) or a.case_id = any (hub.pass('hub.manages')))) $$;
create function access.guard_offer() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (case new.state
       when 'WITHDRAWN' then access.answers_for(old.action_id)
       else new.state in ('ACCEPTED', 'DECLINED') and old.to_agency_id = hub.agency() and (old.panel_id = any (hub.pass('hub.panels')) or old.case_id = any (hub.pass('hub.teams'))) end) is not true
     or new.taken_by is not null and (new.state = 'ACCEPTED' and exists (select from hub.member m where m.partnership_id = old.partnership_id and m.id = new.taken_by and m.agency_id = old.to_agency_id and m.active)) is not true then
    raise exception 'an action is taken on by the agency to which it was offered' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.action_offer for each row when (current_user = 'hub_app') execute function access.guard_offer();
create function access.guard_extension() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (case new.state
       when 'WITHDRAWN' then access.answers_for(old.action_id)
       else (new.state = 'REFUSED' or new.state = 'AGREED' and old.due_on >= hub.today()) and old.panel_id = any (hub.pass('hub.chairs')) end) is not true then
    raise exception 'a chair agrees to a later day' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.action_extension for each row when (current_user = 'hub_app') execute function access.guard_extension();

-- Reason: who takes an action on may not change what was agreed, and the action changes with the answer or not at all. Result: the action has another owner, or another day.
create function access.take_on() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update hub.action set owner_agency_id = new.to_agency_id, owner_member_id = new.taken_by, version = version + 1
   where partnership_id = new.partnership_id and id = new.action_id and state = 'OPEN' and owner_agency_id = new.from_agency_id;
  if not found then raise exception 'the action has changed since it was offered' using errcode = 'insufficient_privilege'; end if;
  return null;
end $$;
create trigger taken_on after update on hub.action_offer for each row when (old.state = 'OFFERED' and new.state = 'ACCEPTED') execute function access.take_on();
create function access.extend() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update hub.action set due_on = new.due_on, version = version + 1 where partnership_id = new.partnership_id and id = new.action_id and state = 'OPEN' and due_on = new.was_due;
  if not found then raise exception 'the action has changed since it was asked' using errcode = 'insufficient_privilege'; end if;
  return null;
end $$;
create trigger extended after update on hub.action_extension for each row when (old.state = 'ASKED' and new.state = 'AGREED') execute function access.extend();
-- What is asked about an action lapses when the action ends or changes under it.
create function access.lapse_asked() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update hub.action_offer set state = 'LAPSED', answered_at = hub.now(), version = version + 1
   where partnership_id = new.partnership_id and action_id = new.id and state = 'OFFERED' and (new.state <> 'OPEN' or from_agency_id <> new.owner_agency_id);
  update hub.action_extension set state = 'LAPSED', answered_at = hub.now(), version = version + 1
   where partnership_id = new.partnership_id and action_id = new.id and state = 'ASKED' and (new.state <> 'OPEN' or was_due <> new.due_on);
  return null;
end $$;
create trigger lapses after update on hub.action for each row when (old.state <> new.state or old.owner_agency_id <> new.owner_agency_id or old.due_on <> new.due_on) execute function access.lapse_asked();

-- Reason: whoever asks about an action, or answers, sees neither every seat nor whom a bar or a seal shuts out. Told are members to whom the action is open: of an agency and of the panel's chairs those with
-- standing (of an agency also by the case's team), or whoever asked. Of an action that is open to who tells, in one of two mails. Result: none.
create function access.tell_asked(p_action uuid, p_agency uuid, p_member uuid, p_template text, p_subject text, p_body text, p_once_key text) returns void language plpgsql security definer set search_path = '' as $$
declare v hub.action;
begin
  select * into v from hub.action a where a.partnership_id = hub.partnership() and a.id = p_action;
  if hub.viewer() is null or v.id is null or not access.action_open(hub.viewer(), p_action) or p_template <> all (array['action asked', 'action answered']) or p_once_key is null then
    raise exception 'this is not yours to tell' using errcode = 'insufficient_privilege';
  end if;
  perform access.require_plain(p_subject, p_body, p_once_key);
  insert into hub.outbox (partnership_id, id, to_member, template, subject, body, once_key)
  select v.partnership_id, gen_random_uuid(), m.id, p_template, p_subject, p_body, hub.viewer() || ' ' || p_once_key || '/' || m.id
    from hub.member m where m.partnership_id = v.partnership_id and m.id <> hub.viewer() and access.action_open(m.id, p_action)
     and case when p_member is not null then m.id = p_member
       else (p_agency is null or m.agency_id = p_agency)
         and (exists (select from access.standing_facts f where f.member_id = m.id and f.panel_id = v.panel_id and f.member_active and f.seat_current and f.signed and f.undertaken
             and (p_agency is not null or f.role in ('CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR')))
           or p_agency is not null and exists (select from access.team_facts t where t.member_id = m.id and t.case_id = v.case_id and t.place_current and t.signed)) end
  on conflict (partnership_id, once_key) do nothing;
  insert into audit.entry (partnership_id, member_id, agency_id, capacity, act, kind, subject, case_id, panel_id)
  values (hub.partnership(), hub.viewer(), hub.agency(), audit.capacity(v.panel_id, v.case_id), 'INSERT', 'outbox', p_action::text, v.case_id, v.panel_id);
end $$;
