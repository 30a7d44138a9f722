-- Meetings, room, minutes (${flyway:timestamp}).

-- Date, place and order of business without names: every seat, and whoever is invited.
create policy visible on hub.meeting for select to hub_app using (
  panel_id = any ((select hub.pass('hub.seats'))::uuid[]) or id = any ((select hub.pass('hub.invited'))::uuid[]));
create policy prepared on hub.meeting for insert to hub_app with check (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) and state = 'PLANNED');
create policy kept on hub.meeting for update to hub_app using (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]));

-- The address of one's own calendar feed: nobody else's to know, make or end.
create policy visible on hub.calendar_feed for select to hub_app using (member_id = (select hub.viewer()));
create policy made on hub.calendar_feed for insert to hub_app with check (member_id = (select hub.viewer()) and ended_at is null);
create policy ended on hub.calendar_feed for update to hub_app using (member_id = (select hub.viewer()));

-- Reason: a calendar program signs in to nothing; it brings the secret of the address that its owner made, and gets what the owner's own diary shows: when, where and which
-- panel, by seat or by an invitation that stands. No case, no other person. Result: the dates of the last year and all to come; null where the address does not stand.
create function access.calendar(p_hash text) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare v_member hub.member;
begin
  perform access.require_service('calendar');
  select m.* into v_member from hub.calendar_feed f join hub.member m on m.partnership_id = f.partnership_id and m.id = f.member_id and m.active
   where f.code_hash = p_hash and f.ended_at is null;
  if v_member.id is null then return null; end if;
  return (select coalesce(jsonb_agg(jsonb_build_object('meetingId', t.id, 'panel', p.name, 'startsAt', t.starts_at, 'lengthMinutes', t.length_minutes, 'venue', t.venue, 'onlineLink', t.online_link,
      'sequence', access.entry_sequence(v_member.id, t.id), 'cancelled', t.state = 'CANCELLED') order by t.starts_at, t.id), '[]')
    from hub.meeting t join hub.panel p on p.partnership_id = t.partnership_id and p.id = t.panel_id
   where t.partnership_id = v_member.partnership_id and t.starts_at > hub.now() - interval '1 year'
     and access.has_date(v_member.id, t.id));
end $$;

-- The agenda with names: coordinator and chair while they prepare; on standing from publication; observers while the room is open.
create policy visible on hub.agenda_item for select to hub_app using (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or panel_id = any ((select hub.pass('hub.triages'))::uuid[])
  or (panel_id = any ((select hub.pass('hub.panels'))::uuid[]) and exists (select from access.published_meeting p where p.meeting_id = agenda_item.meeting_id))
  or ((case_id = any ((select hub.pass('hub.teams'))::uuid[]) or (meeting_id, case_id) in (select g.meeting_id, g.case_id from access.guest_item g)) and exists (select from access.published_meeting p where p.meeting_id = agenda_item.meeting_id))
  or meeting_id = any ((select hub.pass('hub.watches'))::uuid[]));
-- Reason: whoever puts a late case on an agenda names the chair who gave leave, and sees neither every undertaking nor whom a bar or the seal shuts out; such a chair would be told by
-- mail of a case that is shut to it. Result: the panel's chairs with standing to whom the case is open; to those who prepare.
create function access.leave_of(p_case uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
  select distinct f.member_id from hub.case_file c join access.standing_facts f on f.partnership_id = c.partnership_id and f.panel_id = c.panel_id
   where c.id = p_case and c.partnership_id = hub.partnership() and c.panel_id = any (hub.pass('hub.prepares'))
     and f.member_active and f.seat_current and f.signed and f.undertaken and f.role in ('CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR')
     and f.member_id in (select access.open_to(p_case, array[f.member_id])) $$;
create policy prepared on hub.agenda_item for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) and (case_id is null or exists (select from hub.case_file c where c.id = case_id))
  and (leave_by is null or leave_by in (select access.leave_of(agenda_item.case_id))));
create policy kept on hub.agenda_item for update to hub_app using (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]));
create policy removed on hub.agenda_item for delete to hub_app using (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) and started_at is null);

-- What changed on a published agenda: with the agenda, by the same grounds.
create policy visible on hub.agenda_change for select to hub_app using (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or panel_id = any ((select hub.pass('hub.triages'))::uuid[])
  or panel_id = any ((select hub.pass('hub.panels'))::uuid[])
  or case_id = any ((select hub.pass('hub.teams'))::uuid[]) or (meeting_id, case_id) in (select g.meeting_id, g.case_id from access.guest_item g)
  or meeting_id = any ((select hub.pass('hub.watches'))::uuid[]));
create policy noted on hub.agenda_change for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) and (case_id is null or exists (select from hub.case_file c where c.id = case_id)));

create policy visible on hub.attendance for select to hub_app using (
  (member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.panels'))::uuid[])
    or meeting_id = any ((select hub.pass('hub.present'))::uuid[]) or meeting_id = any ((select hub.pass('hub.watches'))::uuid[]))
  and (capacity <> 'GUEST' or exists (select from access.guest_place g where g.meeting_id = attendance.meeting_id and g.member_id = attendance.member_id)));
create policy invited on hub.attendance for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[])
  or (member_id = (select hub.viewer()) and capacity = 'MEMBER' and panel_id = any ((select hub.pass('hub.seats'))::uuid[])));
-- Replies and arrivals, until the meeting is over. In which capacity one comes no update changes (column privileges).
create policy kept on hub.attendance for update to hub_app using (
  (member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.prepares'))::uuid[]))
  and exists (select from hub.meeting m where m.id = meeting_id and m.state in ('PLANNED', 'PUBLISHED', 'OPEN')));

create policy visible on hub.declaration for select to hub_app using (
  member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.prepares'))::uuid[])
  or meeting_id = any ((select hub.pass('hub.present'))::uuid[]) or meeting_id = any ((select hub.pass('hub.watches'))::uuid[]));
-- One signs for oneself, on standing or by invitation; the coordinator records for a person in the room. For the room only on the day and before the
-- meeting is closed, for the minutes only once they are circulated; and what was signed is never changed.
create policy signed on hub.declaration for insert to hub_app with check (
  case purpose when 'MEETING' then exists (select from hub.meeting m where m.id = meeting_id and m.state in ('PUBLISHED', 'OPEN') and (m.starts_at at time zone 'Europe/London')::date <= (select hub.today()))
    else exists (select from hub.minutes m where m.meeting_id = declaration.meeting_id and m.state = 'CIRCULATED') end
  and ((member_id = (select hub.viewer()) and recorded_by is null and (panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or meeting_id = any ((select hub.pass('hub.invited'))::uuid[])))
  or (recorded_by = (select hub.viewer()) and purpose = 'MEETING' and panel_id = any ((select hub.pass('hub.prepares'))::uuid[]))));

-- In the room: who signed for the meeting itself and still stands on the panel, is still invited as a guest, or watches. A declaration outlives these.
create function access.in_room(p_meeting uuid) returns boolean language sql stable security invoker set search_path = '' as $$
  select exists (select from hub.declaration d where d.meeting_id = p_meeting and d.member_id = hub.viewer() and d.purpose = 'MEETING'
    and p_meeting = any (hub.pass('hub.declared') || hub.pass('hub.watches'))) $$;

create policy visible on hub.decision for select to hub_app using (
  (panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or case_id = any ((select hub.pass('hub.cases'))::uuid[]))
  and (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or meeting_id = any ((select hub.pass('hub.present'))::uuid[]) or case_id = any ((select hub.pass('hub.teams'))::uuid[])
    or case_id = any ((select hub.pass('hub.reviews'))::uuid[])
    or (meeting_id = any ((select hub.pass('hub.declared'))::uuid[]) and exists (select from access.circulated_meeting m where m.meeting_id = decision.meeting_id))));
-- Recorded, or recorded anew, while the meeting is open, in one's own name.
create policy recorded on hub.decision for insert to hub_app with check (
  recorded_by = (select hub.viewer()) and panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) and exists (select from hub.case_file c where c.id = case_id)
  and exists (select from hub.meeting m where m.id = meeting_id and m.state = 'OPEN')
  and exists (select from hub.agenda_item a where a.id = agenda_item_id and a.meeting_id = decision.meeting_id and a.case_id = decision.case_id));
create policy kept on hub.decision for update to hub_app using (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) and exists (select from hub.meeting m where m.id = meeting_id and m.state = 'OPEN'))
  with check (recorded_by = (select hub.viewer()));

-- That minutes exist: to whoever was in the room, so that each agency can correct what it said; on standing once circulated, so that an absent member can sign to receive
-- them. What they say: below.
create policy visible on hub.minutes for select to hub_app using (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or meeting_id = any ((select hub.pass('hub.present'))::uuid[])
  or (state = 'CIRCULATED' and (panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or meeting_id = any ((select hub.pass('hub.declared'))::uuid[]))));
create policy written on hub.minutes for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) and state = 'DRAFT' and num_nonnulls(agreed_by, agreed_at, circulated_at) = 0
  and exists (select from hub.meeting m where m.id = meeting_id));
create policy kept on hub.minutes for update to hub_app using (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]));

-- A paragraph: coordinator and chair while they prepare; who was in the room for the agency whose information it is; then those who signed; and only who sees every item
-- it was written from.
-- The sources are read from the access view, never from a table that row security may have emptied.
create policy visible on hub.minutes_paragraph for select to hub_app using (
  (panel_id = any ((select hub.pass('hub.prepares'))::uuid[])
    or (agency_id = (select hub.agency()) and meeting_id = any ((select hub.pass('hub.present'))::uuid[]))
    or (meeting_id = any ((select hub.pass('hub.declared'))::uuid[]) and exists (select from access.circulated_meeting m where m.meeting_id = minutes_paragraph.meeting_id)))
  and (case_id is null or exists (select from hub.case_file c where c.id = case_id))
  and not exists (select from access.paragraph_source s where s.paragraph_id = minutes_paragraph.id and not exists (select from hub.item i where i.id = s.item_id)));
-- Agreed minutes are frozen: from then on only a note is added.
create policy written on hub.minutes_paragraph for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) and (case_id is null or exists (select from hub.case_file c where c.id = case_id))
  and exists (select from hub.minutes m where m.id = minutes_id and m.meeting_id = minutes_paragraph.meeting_id and (m.state = 'DRAFT' or heading = 'NOTE')));
create policy kept on hub.minutes_paragraph for update to hub_app using (
  (panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) or agency_id = (select hub.agency()) and meeting_id = any ((select hub.pass('hub.present'))::uuid[]))
  and exists (select from hub.minutes m where m.id = minutes_id and m.state = 'DRAFT'));
create policy removed on hub.minutes_paragraph for delete to hub_app using (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) and exists (select from hub.minutes m where m.id = minutes_id and m.state = 'DRAFT'));

create policy visible on hub.minutes_source for select to hub_app using (exists (select from hub.minutes_paragraph p where p.id = paragraph_id));
-- A source hides its paragraph from all who do not see the item: only whoever prepares names one, for a paragraph that it sees, in a draft.
create policy written on hub.minutes_source for insert to hub_app with check (
  exists (select from hub.item i where i.id = item_id)
  and exists (select from hub.minutes_paragraph p join hub.minutes m on m.id = p.minutes_id and m.state = 'DRAFT'
    where p.id = paragraph_id and p.case_id = minutes_source.case_id and p.panel_id = any ((select hub.pass('hub.prepares'))::uuid[])));
create policy removed on hub.minutes_source for delete to hub_app using (
  exists (select from hub.minutes_paragraph p join hub.minutes m on m.id = p.minutes_id and m.state = 'DRAFT'
    where p.id = paragraph_id and p.panel_id = any ((select hub.pass('hub.prepares'))::uuid[])));

create policy visible on hub.minutes_receipt for select to hub_app using (member_id = (select hub.viewer()) or panel_id = any ((select hub.pass('hub.prepares'))::uuid[]));
create policy sent on hub.minutes_receipt for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.prepares'))::uuid[]) and exists (select from hub.minutes m where m.id = minutes_id and m.panel_id = minutes_receipt.panel_id));
create policy seen on hub.minutes_receipt for update to hub_app using (member_id = (select hub.viewer()) and seen_at is null) with check (member_id = (select hub.viewer()));
