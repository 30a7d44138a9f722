-- An applicant is not satisfied and asks to have it looked at again (Anti-social Behaviour, Crime and Policing Act 2014, Schedule 4 paragraph 3): with the threshold decision, with how it was
-- handled, or with what came of it. By an officer of a relevant body who had no part in it.
create table hub.trigger_appeal (
  partnership_id uuid not null,
  id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  about text not null check (about in ('THRESHOLD', 'HANDLING', 'OUTCOME')),
  words text not null check (words <> ''),
  received_how text not null check (received_how in ('ONLINE', 'TELEPHONE', 'LETTER', 'EMAIL', 'IN_PERSON')),
  asked_on date not null,                   -- the day in London on which it was received, whenever it was entered
  asked_at timestamptz not null default hub.now(),
  entered_by uuid,                          -- none where the applicant wrote it
  due_on date,                              -- the last day on which it could be asked, by the procedure; none where that sets no time
  late boolean not null generated always as (due_on is not null and asked_on > due_on) stored,
  taken boolean,                            -- of a late one: whether it is taken all the same
  taken_reason text not null default '',
  taken_by uuid,
  taken_at timestamptz,
  reviewer_id uuid,
  named_by uuid,
  named_at timestamptz,
  outcome text check (outcome in ('UPHELD', 'PARTLY', 'NOT_UPHELD')),
  outcome_words text not null default '',
  outcome_on date,
  outcome_by uuid,
  version int not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id),
  foreign key (partnership_id, entered_by) references hub.member (partnership_id, id),
  foreign key (partnership_id, taken_by) references hub.member (partnership_id, id),
  foreign key (partnership_id, reviewer_id) references hub.member (partnership_id, id),
  foreign key (partnership_id, named_by) references hub.member (partnership_id, id),
  foreign key (partnership_id, outcome_by) references hub.member (partnership_id, id),
  constraint late_decided check (num_nonnulls(taken, taken_by, taken_at) in (0, 3) and (taken is null or (due_on is not null and asked_on > due_on and taken_reason <> ''))),
  constraint reviewer_named check (num_nonnulls(reviewer_id, named_by, named_at) in (0, 3) and (reviewer_id is null or due_on is null or asked_on <= due_on or coalesce(taken, false))),
  constraint outcome_found check (num_nonnulls(outcome, outcome_on, outcome_by) in (0, 3) and (outcome is null or reviewer_id is not null and outcome_words <> ''))
);
create index on hub.trigger_appeal (trigger_id);
create index on hub.trigger_appeal (panel_id);
create index on hub.trigger_appeal (case_id);
create index on hub.trigger_appeal (reviewer_id) where outcome is null;
-- One at a time.
create unique index one_appeal on hub.trigger_appeal (trigger_id) where outcome is null and taken is distinct from false;

-- With whom the reviewer spoke, and what was said.
create table hub.trigger_interview (
  partnership_id uuid not null,
  id uuid not null,
  appeal_id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  whom text not null check (whom in ('CASE_OFFICER', 'SPOC', 'CHAIR', 'APPLICANT')),
  on_day date not null,
  note text not null check (note <> ''),
  by uuid not null,
  at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  foreign key (partnership_id, appeal_id) references hub.trigger_appeal (partnership_id, id),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id),
  foreign key (partnership_id, by) references hub.member (partnership_id, id)
);
create index on hub.trigger_interview (appeal_id);
create index on hub.trigger_interview (trigger_id);
create index on hub.trigger_interview (case_id);
