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
