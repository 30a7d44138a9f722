-- What was agreed: actions, protection plans, the end of a case, and letters.
create table hub.action (
  partnership_id uuid not null,
  id uuid not null,
  case_id uuid,
  panel_id uuid not null,
  meeting_id uuid,
  owner_agency_id uuid not null,
  owner_member_id uuid,
  task text not null,
  due_on date not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE', 'NOT_POSSIBLE', 'NOT_DONE')),
  outcome text not null default '',         -- what was done, or why not
  made_by uuid not null,
  made_at timestamptz not null default hub.now(),
  closed_at timestamptz,
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, id, panel_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id),
  foreign key (partnership_id, meeting_id) references hub.meeting (partnership_id, id),
  foreign key (partnership_id, owner_agency_id) references hub.agency (partnership_id, id),
  foreign key (partnership_id, owner_member_id) references hub.member (partnership_id, id)
);
create index on hub.action (case_id);
create index on hub.action (owner_agency_id, due_on) where state = 'OPEN';
create index on hub.action (panel_id, due_on);

create table hub.action_update (
  partnership_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  state text not null check (state in ('OPEN', 'DONE', 'NOT_POSSIBLE', 'NOT_DONE')),
  note text not null,
  made_by uuid not null,
  made_at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  foreign key (partnership_id, action_id, panel_id) references hub.action (partnership_id, id, panel_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.action_update (action_id);

create table hub.plan (
  partnership_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  edition int not null check (edition > 0),
  aims text not null,
  measures text not null default '',
  victim_view text not null default '',     -- what the victim was asked, and said
  victim_consulted_on date,
  review_on date not null,
  review_note text not null default '',
  meeting_id uuid,
  made_by uuid not null,
  made_at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  unique (partnership_id, case_id, edition),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, meeting_id) references hub.meeting (partnership_id, id)
);

-- The end of a case: one of the reasons, signed off by a senior officer, with written notice first.
create table hub.case_exit (
  partnership_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  reason text not null,
  note text not null default '',
  proposed_by uuid not null,
  proposed_at timestamptz not null default hub.now(),
  signed_off_by uuid,
  signed_off_name text not null default '',
  signed_off_at timestamptz,
  notice_on date,
  closes_on date,
  cancelled_at timestamptz,
  version int not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.case_exit (case_id);

create table hub.letter (
  partnership_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  kind text not null check (kind in ('CLOSING_NOTICE', 'DECLINED')),
  addressee text not null,
  body text not null,
  made_by uuid not null,
  made_at timestamptz not null default hub.now(),
  sent_on date,
  sent_how text,
  version int not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.letter (case_id);
