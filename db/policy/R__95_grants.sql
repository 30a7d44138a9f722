-- Privileges of the serving role (${flyway:timestamp}): named one by one, none by default.
grant usage on schema hub, access, audit to hub_app;
do $$
declare
  r record;
  v_listed text[] := '{}';
begin
  -- A table without a policy for a command gives no rows for it; a privilege without a policy would still be a slip, so both are stated.
  for r in select distinct p.schemaname, p.tablename, p.cmd from pg_policies p where p.schemaname in ('hub', 'audit') and p.permissive = 'PERMISSIVE' and p.cmd <> 'UPDATE' loop
    if r.cmd = 'ALL' then
      execute format('grant select, insert, delete on %I.%I to hub_app', r.schemaname, r.tablename);
    else
      execute format('grant %s on %I.%I to hub_app', r.cmd, r.schemaname, r.tablename);
    end if;
  end loop;
  -- What an update may change: whose a row is, who wrote it and when, what it hangs from and what was signed are in none of these lists.
  for r in select * from (values
      ('signatory', 'name, sector, relevant_authority, version'),
      ('agency', 'name, short_name, kind, version'),
      ('panel', 'name, short_name, purpose, marking, tasking, undertaking_text, declaration_text, version'),
      ('arrangement', 'during'),
      ('escalation_ladder', 'during'),
      ('terms', 'during'),
      ('trigger_arrangement', 'during'),
      ('protocol', 'name, summary, in_force, agreed_until, review_by, version'),
      ('legal_basis', 'purpose, gateway, article6, article9, dpa_part3, schedule1, policy_document, controllership, privacy_notice, stores_research, version'),
      ('signature', 'designated_officer, deputy_officer, designated_member_id, deputy_member_id, withdrawn_on, withdrawn_reason, version'),
      ('lapse_reminder', 'days, version'),
      ('instrument', 'during'),
      ('member', 'name, job_title, active, version'),
      ('member_contact', 'email, telephone, version'),
      ('reminder_choice', 'how'),
      ('office', 'during'),
      ('invitation', 'expires_at'),
      ('seat', 'during, version'),
      ('case_file', 'subject, summary, category, risk, risk_before, sealed, state, review_on, closed_on, version'),
      ('case_team', 'during'),
      ('case_bar', 'lifted_at, decided_by, decided_at, decided_reason'),
      ('referral_bar', 'lifted_at, decided_by, decided_at, decided_reason'),
      ('trigger_bar', 'lifted_at, decided_by, decided_at, decided_reason'),
      ('surname_hint', 'decided_by, decided_at, decided_reason'),
      ('case_reference', 'reference'),
      ('referral', 'agency_id, outside_referrer, received_how, state, typed, subject_name, subject_where, own_reference, circumstances, category, consent, consent_reason, received_at, senior_name, senior_member_id, senior_reason, senior_decided_at, triage_by, triage_note, triaged_by, triaged_at, case_id, version'),
      ('person', 'part, given_names, family_name, aliases, dates_of_birth, gender, address, needs, search_name, version'),
      ('safe_contact', 'telephone, safe_to_call, safe_times, safe_to_write, not_safe_with, advice, version'),
      ('assessment', 'member_id, instrument_id, answers, score, band, judgement, rationale, assessed_on'),
      ('research_request', 'answer, answered_by, answered_at, spoken, spoken_by, spoken_at, version'),
      ('item', 'nature, source_date, body, marking, handling_instruction, handling_code, handling_conditions, sanitised_by, state, version'),
      ('withholding', 'reason, decided_by, decided_at'),
      ('disclosure', 'withdrawn_at, withdrawn_by, withdrawn_reason'),
      ('source_grading', 'source_evaluation, intelligence_assessment, graded_by, graded_at'),
      ('onward_request', 'answer, answer_words, answered_by, answered_at, version'),
      ('meeting', 'starts_at, length_minutes, sequence, venue, online_link, order_of_business, out_of_cycle, out_of_cycle_reason, change_reason, cut_off_on, agenda_by, state, published_at, agenda_edition, opened_at, closed_at, current_item_id, current_since, quorum_missing, quorum_reason, break_since, version'),
      ('agenda_item', 'position, minutes_planned, started_at, ended_at, break_seconds, version'),
      ('attendance', 'reply, information_sent, present, arrived_at, left_at, version'),
      ('decision', 'risk_after, rationale, dissent, outcome, recorded_by, recorded_at, version'),
      ('minutes', 'state, agreed_by, agreed_at, circulated_at, version'),
      ('minutes_paragraph', 'position, body, corrected_by, corrected_at, version'),
      ('minutes_receipt', 'seen_at'),
      ('action', 'owner_agency_id, owner_member_id, task, known_by, due_on, state, outcome, evidence, closed_at, version'),
      ('action_offer', 'state, answer, taken_by, answered_by, answered_at, version'),
      ('action_extension', 'state, answer, answered_by, answered_at, version'),
      ('case_handover', 'state, answer, answered_by, answered_at, version'),
      ('case_exit', 'note, signed_off_by, signed_off_name, signed_off_at, notice_on, closes_on, cancelled_at, version'),
      ('letter', 'body, sent_on, sent_how, version'),
      ('trigger_letter', 'title, body, put_forward_at, sent_on, sent_how, sent_by, version'),
      ('guest', 'ended_at, ended_by'),
      ('calendar_feed', 'ended_at'),
      ('deputy', 'state, decided_by, decided_at, version'),
      ('appeal_review', 'outcome, outcome_note, outcome_on, outcome_by, version'),
      ('designated_officer', 'name, email, during, version'),
      ('trigger_scheme', 'panel_id, area, area_name, open, contact_team, telephone, hours, email, address, exit_to, privacy, further_body, further_contact, version'),
      ('trigger', 'case_id, lead_agency_id, subject, happening, place, since, impact, wish, hate, hate_why, respondent, respondent_minor, landlord, children, involvement, state, version'),
      ('trigger_applicant', 'name, organisation, victim_name, relation, consent, consent_how, under_18, address, telephone, email, reach_by, safe_email, safe_call, safe_letter, safe_times, needs, needs_more, code_hash, version'),
      ('trigger_complaint', 'position, by_applicant, complainant, happened_on, what, reported_on, reported_to, their_reference, answer, evidence, hate, version'),
      ('trigger_message', 'read_at'),
      ('document', 'opened_at, removed_at, removed_by, removed_why'),
      ('trigger_asking', 'what, must_answer, due_on, told_on, told_how, chased_on, answered_on, answer, not_needed, referral_id, version'),
      ('trigger_recommendation', 'agency_id, addressee, words, made_on, answer_by, answer, answered_on, answered_by, regard, done, done_on, done_why, version'),
      ('trigger_appeal', 'taken, taken_reason, taken_by, taken_at, reviewer_id, named_by, named_at, outcome, outcome_words, outcome_on, outcome_by, version'),
      ('draft', 'typed, saved_at')) as columns (tab, named) loop
    execute format('grant update (%s) on hub.%I to hub_app', r.named, r.tab);
    v_listed := v_listed || r.tab;
  end loop;
  for r in select p.tablename from pg_policies p where p.schemaname in ('hub', 'audit') and p.permissive = 'PERMISSIVE' and p.cmd = 'UPDATE' and p.tablename <> all (v_listed) loop
    raise exception 'the policy for changing % names no columns', r.tablename;
  end loop;
end $$;
grant select on access.sealed_case, access.released, access.panel_member, access.agency_member, access.published_meeting, access.circulated_meeting,
  access.paragraph_source, access.controller_agency, access.said_aloud, access.panel_standing, access.panel_signed, access.guest_place, access.guest_item, access.kept_plan, access.barred_subject, access.deputy_needed, access.referral_with_panel, access.application_without_review, access.conflict_member, access.spoken_only to hub_app;
grant execute on function access.reach(uuid[], boolean, uuid[], uuid[]), access.onward_told(uuid) to hub_app;
grant execute on function hub.now(), hub.today(), hub.clock_offset(), hub.pass(text), hub.viewer(), hub.partnership(), hub.agency(), hub.office(text),
  hub.folded(text), hub.name_key(text), hub.name_keys(text, text, text[]), hub.surname(text) to hub_app;
grant execute on function access.conflicts_elsewhere(), access.decide_elsewhere(uuid, boolean, text), access.open_to(uuid, uuid[]), access.leave_of(uuid), access.told_of_referral(uuid, uuid[]),
  access.controller_items(uuid, text, uuid, int), access.controller_item(uuid, uuid), access.seal_at_triage(uuid),
  access.unkept_lists(), access.keep_list(uuid), access.chair_needed() to hub_app;
grant execute on function access.enter(text, text), access.enter_service(text), access.me(), access.explain(uuid, uuid), access.explain_item(uuid, uuid), access.explain_reference(uuid, text), access.may_be_told(uuid, uuid[]), access.accept_invitation(text),
  access.claim_mail(int, interval), access.mail_sent(uuid, uuid), access.mail_failed(uuid, uuid, text, timestamptz, boolean), access.retry_mail(uuid), access.post(uuid, text, text, text, text, uuid), access.tell_invited(uuid, text, text, text, text),
  access.member_at(text), access.last_write(text, uuid), access.adopt_referral(uuid, uuid), access.overdue_actions(), access.research_due(date), access.declarations_due(date), access.may_take(uuid, uuid), access.may_manage(uuid, uuid), access.escalate(int, date), access.escalation_days(), access.escalated_now(), access.tell_asked(uuid, uuid, uuid, text, text, text, text), access.calendar(text), access.remind(uuid, uuid, text, text, text, boolean) to hub_app;
grant execute on function access.case_stamp(uuid), access.meeting_stamp(uuid), access.referral_stamp(uuid), access.action_stamp(uuid), access.meeting_about(uuid), access.hangs_from_case(uuid), access.hangs_from_meeting(uuid), access.hangs_from_referral(uuid), access.hangs_from_action(uuid), access.next_end(), access.in_room(uuid) to hub_app;
grant execute on function access.may_review(uuid, uuid), access.colleague_at(text, uuid), access.notify_designated(uuid, text, text), access.find_in_emergency(text, text, text, date), access.open_in_emergency(text, text, int),
  access.close_emergency(uuid), access.emergencies(), access.emergency_reads(uuid), access.review_emergency(uuid, text, text) to hub_app;
grant execute on function access.trigger_draft_begin(text, text, jsonb), access.trigger_draft_of(text), access.trigger_draft_keep(text, jsonb, int),
  access.forget_trigger_drafts(), access.trigger_apply(text, int, jsonb, text, text), access.trigger_track(text, text), access.trigger_write(text, text, text, text, uuid), access.application_entered(uuid, text, text), access.tell_to_read(uuid), access.area_taken(text), access.open_review(uuid, uuid, uuid), access.applications_running(), access.application_procedures(), access.application_handlers(uuid), access.may_take_review(uuid), access.propose_referral(uuid, date), access.letter_signatures(uuid), access.signed_off(uuid, text, text), access.tell_signers(uuid) to hub_app;
grant execute on function access.may_review_application(uuid, uuid), access.application_reviewers(uuid), access.application_reviewers_left_out(uuid),
  access.trigger_appeal_basis(text, text), access.trigger_appeal_procedure(text, text), access.trigger_ask_appeal(text, text, text, text, date, uuid),
  access.trigger_files(text, text), access.trigger_file_keep(text, text, uuid, text, text, text, text, bytea, text, int, bigint), access.trigger_file_take_back(text, text, uuid) to hub_app;
grant execute on function access.reminder_days(uuid, text), access.lapsing(), access.concerned_by(uuid) to hub_app;
grant execute on function access.public_attempt(text, text, int, interval), access.forget_attempts(), access.trigger_published(), access.trigger_procedure(text), access.trigger_figures() to hub_app;
grant execute on function access.names_barred(text, text, text[]), audit.read(jsonb), audit.refused(text, text, text), audit.subject_id(text), audit.signed(text) to hub_app;
-- What a mail says is read by the door that sends it and by nobody else: an invitation's holds its link.
revoke select on hub.outbox from hub_app;
grant select (partnership_id, id, to_member, to_officer, to_applicant, template, subject, made_at, next_try_at, tries, claimed_until, sent_at, given_up_at, last_error) on hub.outbox to hub_app;
grant execute on function access.seal_round(int), access.entries_to_seal(int, boolean, bigint, xid8, xid8, int), access.last_seals(), access.keep_seal(jsonb, bigint[], bytea), access.chains(),
  access.seals_from(uuid, int, int), access.sealed_entries(uuid, bigint[], xid8, xid8), access.seal_of(uuid, bigint), access.unsealed(uuid), access.latest_epoch(), access.erase_details(bigint[], text),
  access.begin_verification(int, text), access.stop_verification(uuid), access.next_verification(), access.verified(uuid, uuid, jsonb, boolean), access.entry_key(audit.entry),
  access.search_record(uuid, text, uuid, text[], timestamptz, timestamptz, timestamptz, text, boolean, int), access.watch_figures(), access.set_watch_figures(int, int, int, int, int, int),
  access.worth_a_look(), access.mail_seal(uuid, text, text, text) to hub_app;
-- Which entries a seal holds is a count of the whole hub's: its own work reads it.
revoke select on audit.seal from hub_app;
grant select (partnership_id, number, encoding, epoch, epoch_reason, carried, first_entry, entries, root, previous, sealed_at, key_id, signature) on audit.seal to hub_app;
revoke execute on all functions in schema hub, access, audit from public;
