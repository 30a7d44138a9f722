-- The complaints ledger of an application for a case review, and the decision whether its threshold is met (Anti-social Behaviour, Crime and Policing Act 2014, section 104(4), (5) and (11)).

-- Whether it was a hate incident: whether the victim or anybody else perceives it as one.
alter table hub.trigger_complaint add column hate boolean not null default false;
alter table hub.trigger_complaint add unique (partnership_id, id, trigger_id);

-- What was done with a complaint, and why; only ever added to, so that nothing in the ledger vanishes. The last word on whether it stays, and the last on whether it qualifies, hold.
create table hub.trigger_complaint_step (
  partnership_id uuid not null,
  id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  complaint_id uuid not null,
  kind text not null check (kind in ('CHANGED', 'REMOVED', 'PUT_BACK', 'QUALIFIES', 'DOES_NOT_QUALIFY', 'BY_DATES')),
  why text not null check (why <> ''),
  stood text not null default '',           -- of a change: what stood before
  by uuid not null,
  at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id),
  foreign key (partnership_id, complaint_id, trigger_id) references hub.trigger_complaint (partnership_id, id, trigger_id)
);
create index on hub.trigger_complaint_step (trigger_id);
create index on hub.trigger_complaint_step (complaint_id);

-- Whether two complaints are about one incident, as a person decided: it then counts once, however many were told of it. The last word on a pair holds; OPEN takes the one before back.
create table hub.trigger_complaint_pair (
  partnership_id uuid not null,
  id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  first_id uuid not null,
  second_id uuid not null,
  verdict text not null check (verdict in ('SAME', 'DIFFERENT', 'OPEN')),
  by uuid not null,
  at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  check (first_id < second_id),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id),
  foreign key (partnership_id, first_id, trigger_id) references hub.trigger_complaint (partnership_id, id, trigger_id),
  foreign key (partnership_id, second_id, trigger_id) references hub.trigger_complaint (partnership_id, id, trigger_id)
);
create index on hub.trigger_complaint_pair (trigger_id);

-- The threshold decision, with what it was judged by as that was found on the day; only ever added to. A later one, such as after an appeal, stands beside the one before.
create table hub.trigger_decision (
  partnership_id uuid not null,
  id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  position int not null check (position > 0),
  met boolean not null,
  route text check (route in ('NUMBER', 'PERSISTENCE', 'HARM', 'ADEQUACY', 'HATE', 'COMMUNITY', 'DISCRETION')),
  decided_on date not null,
  why text not null check (why <> ''),      -- in plain words, as the applicant is told
  against text not null default '',         -- why it differs from what the hub found
  weighed jsonb not null,                   -- route by route what a person found, with the rationale
  found jsonb not null,                     -- procedure, complaints and routes, as the hub found them then
  by uuid not null,
  at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  unique (partnership_id, trigger_id, position),
  check (met = (route is not null)),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id)
);
