-- The sign-off of a resolution letter (${flyway:timestamp}): by the chair and each relevant body that the board expects.

-- For the doors; not granted. Who has to sign, and who has signed the words as they stand: a row for the chair, without a body, and one for each body.
create function access.signatures_of(p_letter uuid, p_title text, p_body text) returns table (signatory_id uuid, body text, signed_by uuid, signed_at timestamptz) language sql stable security definer set search_path = '' as $$
  select w.signatory_id, w.body, s.signed_by, s.signed_at
    from hub.trigger_letter l
    cross join lateral (select null::uuid as signatory_id, '' as body
      union select g.id, g.name from hub.panel_agency p join hub.agency a on a.partnership_id = p.partnership_id and a.id = p.agency_id
        join hub.signatory g on g.partnership_id = a.partnership_id and g.id = a.signatory_id and g.relevant_authority
       where p.partnership_id = l.partnership_id and p.panel_id = l.panel_id) w
    left join hub.trigger_sign_off s on s.partnership_id = l.partnership_id and s.letter_id = l.id and s.signatory_id is not distinct from w.signatory_id and s.words_hash = md5(p_title || e'\n' || p_body)
   where l.id = p_letter $$;
-- Reason: a letter goes when all have signed, also those whose seats or names the sender does not see. Result: who has to sign, and who has signed when, by name; to who sees the letter.
create function access.letter_signatures(p_letter uuid) returns table (signatory_id uuid, body text, name text, signed_at timestamptz) language sql stable security definer set search_path = '' as $$
  select s.signatory_id, s.body, m.name, s.signed_at
    from hub.trigger_letter l cross join lateral access.signatures_of(l.id, l.title, l.body) s left join hub.member m on m.partnership_id = l.partnership_id and m.id = s.signed_by
   where l.id = p_letter and l.partnership_id = hub.partnership() and l.put_forward_at is not null and (l.panel_id = any (hub.pass('hub.handles')) or l.panel_id = any (hub.pass('hub.panels')))
     and l.trigger_id <> all (hub.pass('hub.barred_applications')) and (l.case_id is null or not access.shut_to(hub.viewer(), l.case_id))
   order by s.signatory_id is not null, s.body $$;
-- For a policy, which passes the words that are to go; whether these are signed.
create function access.signed_off(p_letter uuid, p_title text, p_body text) returns boolean language sql stable security definer set search_path = '' as $$
  select not exists (select from access.signatures_of(p_letter, p_title, p_body) s where s.signed_at is null) $$;

create policy visible on hub.trigger_sign_off for select to hub_app using (
  panel_id = any ((select hub.pass('hub.handles'))::uuid[]) or case_id is not null and panel_id = any ((select hub.pass('hub.panels'))::uuid[]) or case_id = any ((select hub.pass('hub.cases'))::uuid[]));
-- In one's own name: as a chair of the board, or for one's own body, which the board expects.
create policy signed on hub.trigger_sign_off for insert to hub_app with check (
  signed_by = (select hub.viewer())
  and case when signatory_id is null then panel_id = any ((select hub.pass('hub.chairs'))::uuid[])
      else panel_id = any ((select hub.pass('hub.panels'))::uuid[]) and exists (select from hub.agency a where a.id = (select hub.agency()) and a.signatory_id = trigger_sign_off.signatory_id) end
  and (signatory_id is null or exists (select from hub.seat s where s.member_id = (select hub.viewer()) and s.panel_id = trigger_sign_off.panel_id and s.role in ('REPRESENTATIVE', 'DEPUTY') and s.during @> (select hub.today())))
  and exists (select from hub.trigger_letter l where l.id = letter_id and l.trigger_id = trigger_sign_off.trigger_id and l.panel_id = trigger_sign_off.panel_id and l.kind = 'RESOLUTION' and l.put_forward_at is not null and l.sent_on is null and words_hash = md5(l.title || e'\n' || l.body)));
-- A resolution letter that is put forward is read by those who sign it. No address stands on it.
create policy read_to_sign on hub.trigger_letter for select to hub_app using (
  kind = 'RESOLUTION' and put_forward_at is not null and case_id is not null and panel_id = any ((select hub.pass('hub.panels'))::uuid[]));
create policy signed_off on hub.trigger_letter as restrictive for update to hub_app with check (sent_on is null or kind <> 'RESOLUTION' or access.signed_off(id, title, body));

-- Reason: those who sign are told that a letter waits, and the sender sees neither their seats on other boards nor to whom a conflict shuts the case. Result: how many were told; to who handles it.
create function access.tell_signers(p_letter uuid) returns int language plpgsql security definer set search_path = '' as $$
declare
  l hub.trigger_letter;
  v_reference text;
  v_told int := 0;
  r record;
begin
  select x.* into l from hub.trigger_letter x where x.partnership_id = hub.partnership() and x.id = p_letter and x.kind = 'RESOLUTION' and x.put_forward_at is not null and x.sent_on is null and x.case_id is not null
    and x.panel_id = any (hub.pass('hub.handles')) and x.trigger_id <> all (hub.pass('hub.barred_applications'));
  if l.id is null then raise exception 'no such letter waits' using errcode = 'insufficient_privilege'; end if;
  select t.reference into v_reference from hub.trigger t where t.partnership_id = l.partnership_id and t.id = l.trigger_id;
  for r in select distinct m.id from access.standing_facts f join hub.member m on m.partnership_id = f.partnership_id and m.id = f.member_id left join hub.agency a on a.partnership_id = m.partnership_id and a.id = m.agency_id
            where f.partnership_id = l.partnership_id and f.panel_id = l.panel_id and f.member_active and f.seat_current and f.signed and f.undertaken and not access.application_shut_to(m.id, l.trigger_id)
              and (f.role in ('CHAIR', 'INDEPENDENT_CHAIR') or f.role in ('REPRESENTATIVE', 'DEPUTY') and a.signatory_id in (select s.signatory_id from access.signatures_of(l.id, l.title, l.body) s where s.signed_at is null)) loop
    perform access.conflict_mail(l.partnership_id, r.id, 'letter-to-sign', 'A letter waits for your signature', 'The resolution letter of ' || v_reference || ' waits for your signature. Read it first:' || e'\n\n{hub}/triggers/' || v_reference || '/letters/' || l.id || e'/sign-off\n',
      'letter-to-sign ' || l.id || ' ' || md5(l.body) || ' ' || r.id);
    v_told := v_told + 1;
  end loop;
  return v_told;
end $$;
