-- Recommendations of reviews (${flyway:timestamp}).

-- Seen with the application, whose review is open.
create policy visible on hub.trigger_recommendation for select to hub_app using (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) or panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or case_id = any ((select hub.pass('hub.cases'))::uuid[])
  or trigger_id = any ((select hub.pass('hub.appeals'))::uuid[]));
-- Written by whoever answers for applications, in its own name, not yet answered; not before the review was opened, nor for a day to come.
create policy made on hub.trigger_recommendation for insert to hub_app with check (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) and made_by = (select hub.viewer()) and answered_on is null and done = 'OPEN' and made_on <= (select hub.today())
  and exists (select from hub.trigger t where t.id = trigger_id) and exists (select from hub.case_file c where c.id = case_id and c.opened_on <= made_on));
create policy kept on hub.trigger_recommendation for update to hub_app using (panel_id = any ((select hub.pass('hub.handles'))::uuid[]));
-- What the agency that it is addressed to says of it: its own people who see the review, with a seat on the board or a place on the case's team. The columns, the trigger below compares.
create policy answered on hub.trigger_recommendation for update to hub_app using (
  agency_id = (select hub.agency()) and (panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or case_id = any ((select hub.pass('hub.teams'))::uuid[])))
  with check (agency_id = (select hub.agency()));

-- The agency that it is addressed to writes its answer and what came of it, and nothing else. What was answered is not worded anew, and an answer is recorded by the viewer itself.
create function access.guard_recommendation() returns trigger language plpgsql security definer set search_path = '' as $$
declare v_changed boolean := (new.agency_id, new.addressee, new.words, new.made_on, new.answer_by) is distinct from (old.agency_id, old.addressee, old.words, old.made_on, old.answer_by);
begin
  if v_changed and (old.answered_on is not null or old.done <> 'OPEN' or old.panel_id <> all (hub.pass('hub.handles')))
    or (new.answer, new.answered_on, new.regard) is distinct from (old.answer, old.answered_on, old.regard) and new.answered_by is distinct from hub.viewer()
    or new.answered_on > hub.today() or new.done_on > hub.today() or new.made_on > hub.today() then
    raise exception 'this is not this viewer''s to change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger hands_off before update on hub.trigger_recommendation for each row when (current_user = 'hub_app') execute function access.guard_recommendation();

-- That recommendations were made is counted in the yearly figures (section 104(9)(d)); once for each day, not for each of them.
create function access.recommended() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, by)
  select new.partnership_id, gen_random_uuid(), new.trigger_id, new.panel_id, 'RECOMMENDED', new.made_on, new.made_by
   where not exists (select from hub.trigger_event e where e.trigger_id = new.trigger_id and e.kind = 'RECOMMENDED' and e.on_day = new.made_on);
  return null;
end $$;
create trigger counted after insert on hub.trigger_recommendation for each row execute function access.recommended();
