-- Doors of the public pages (${flyway:timestamp}): whoever asks for a case review has no account, so no viewer and no rows. All run with the owner's rights and a fixed search_path.

-- Reason: the public pages count what one address tries over all nodes of the hub, and nobody who asks has a viewer. Who it is comes as a keyed hash (page.Limits) and is hashed once more with
-- the kind of attempt, so that what is kept neither tells an address nor shows that the same one tried two things. One attempt of the same kind and address at a time: two at once cannot both be the last.
-- What is refused does not count, so that waiting for so long always helps. Result: whether it is below; then it is counted.
create function access.public_attempt(p_kind text, p_who text, p_most int, p_within interval) returns boolean language plpgsql security definer set search_path = '' as $$
declare v_who bytea := sha256(convert_to(p_kind || ' ' || p_who, 'UTF8'));
begin
  if p_kind is null or p_who is null or p_most is null or p_within is null or p_most not between 1 and 100000 or p_within not between interval '1 second' and interval '1 day' then
    raise exception 'so many attempts are counted over a day at most' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('public attempt ' || encode(v_who, 'hex'), 0));
  if (select count(*) from (select from hub.public_attempt a where a.who = v_who and a.at > hub.now() - p_within limit p_most) x) >= p_most then
    return false;
  end if;
  insert into hub.public_attempt (kind, who, at) values (p_kind, v_who, hub.now());
  return true;
end $$;
-- Reason: what was tried is of no use after a day, and is then not kept. The hub's own work. Result: none.
create function access.forget_attempts() returns void language plpgsql security definer set search_path = '' as $$
begin
  perform access.require_service('limits');
  delete from hub.public_attempt a where a.at < hub.now() - interval '1 day';
end $$;

-- Reason: the relevant bodies publish the review procedure and whom to ask (the 2014 Act, section 104(2)), and keep publishing figures of an area that takes no applications on the page just now; there, too, whoever has applied or
-- begun to goes on. Result:
-- what each area publishes of itself, and whether it takes applications.
create function access.trigger_published() returns table (area text, area_name text, partnership text, contact_team text, telephone text, hours text, email text, address text, exit_to text, privacy text, further_body text, further_contact text, open boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('community trigger');
  return query select s.area, s.area_name, p.name, s.contact_team, s.telephone, s.hours, s.email, s.address, s.exit_to, s.privacy, s.further_body, s.further_contact, s.open
    from hub.trigger_scheme s join hub.partnership p on p.id = s.partnership_id
   where s.open or exists (select from hub.trigger t where t.partnership_id = s.partnership_id) or exists (select from hub.trigger_draft d where d.partnership_id = s.partnership_id) order by s.area_name, s.area;
end $$;
-- Reason: as above. Result: the procedure of the area that is in force today, which holds no personal data; none where it has said nothing.
create function access.trigger_procedure(p_area text) returns setof hub.trigger_arrangement language plpgsql stable security definer set search_path = '' as $$
begin
  perform access.require_service('community trigger');
  return query select a.* from hub.trigger_scheme s join hub.trigger_arrangement a on a.partnership_id = s.partnership_id and a.during @> hub.today() where s.area = p_area;
end $$;

-- Reason: the four numbers of section 104(9) are published year by year, whoever asks. Result: numbers by area and year (from 1 April), and no row of an application: applications received, decisions that
-- the threshold was not met, reviews carried out (an application that comes back to the board is one review, of the day of its first), and how many of these led to recommendations; and applications by way
-- of receipt and kind of applicant, in which the page that shows them hides small numbers (trigger.figures.Suppression). Of the year that runs, up to the end of the last month, so that nobody sees a
-- single application come in.
create function access.trigger_figures() returns table (area text, year int, what text, number int) language plpgsql stable security definer set search_path = '' as $$
declare v_until date := date_trunc('month', hub.today())::date - 1;
begin
  perform access.require_service('community trigger');
  return query
  with counted as (
    select t.partnership_id, t.received_on as on_day, w.what from hub.trigger t cross join lateral (values ('APPLICATIONS'), ('HOW ' || t.received_how), ('KIND ' || t.applicant_kind)) w (what)
    union all
    select e.partnership_id, e.on_day, 'NOT_MET' from hub.trigger_event e where e.kind = 'NOT_MET'
    union all
    select r.partnership_id, r.on_day, w.what from (
        select e.partnership_id, min(e.on_day) filter (where e.kind = 'REVIEWED') as on_day, bool_or(e.kind = 'RECOMMENDED') as recommended from hub.trigger_event e
         where e.kind in ('REVIEWED', 'RECOMMENDED') group by e.partnership_id, e.trigger_id) r
      cross join lateral (values ('REVIEWS', true), ('RECOMMENDED', r.recommended)) w (what, holds) where r.on_day is not null and w.holds)
  select s.area, extract(year from c.on_day - interval '3 months')::int, c.what, count(*)::int from counted c join hub.trigger_scheme s on s.partnership_id = c.partnership_id
   where c.on_day <= v_until group by 1, 2, 3;
end $$;
