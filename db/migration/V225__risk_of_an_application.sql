-- Two instruments, not one: what the vulnerability assessment finds is the gate of the panel for vulnerable victims; the case rating says how soon a case is answered [Lambeth 3.3.2].
alter table hub.instrument add column purpose text not null default 'VULNERABILITY' check (purpose in ('VULNERABILITY', 'CASE_RATING'));

-- Risk is assessed whatever is decided about an application for a case review: an assessment may hang from one before there is a case.
alter table hub.assessment add column trigger_id uuid;
alter table hub.assessment add foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id);
alter table hub.assessment add constraint hangs_from_something check (num_nonnulls(referral_id, case_id, trigger_id) > 0);
create index on hub.assessment (trigger_id);
-- Two of one day are told apart by when they were made.
alter table hub.assessment add column made_at timestamptz;
alter table hub.assessment alter column made_at set default hub.now();

-- What a high judgement asks for: proposed by the hub, and the referral that comes of it.
alter table hub.trigger_asking
  add column proposed boolean not null default false,
  add column referral_id uuid,
  add foreign key (partnership_id, referral_id) references hub.referral (partnership_id, id);
create index on hub.trigger_asking (referral_id);
