-- Whom an application makes it necessary to tell, and whom the board asks for information (2014 Act, Schedule 4, paragraph 7): to whom, why, by when, and what came of it.
create table hub.trigger_asking (
  partnership_id uuid not null,
  id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  reason text not null check (reason ~ '^[A-Z_]{2,30}$'),
  agency_id uuid,                           -- where it is one of the partnership's
  recipient text not null check (recipient <> ''),
  what text not null default '',
  must_answer boolean not null default false, -- exercises public functions
  due_on date not null,
  told_on date,
  told_how text not null default '',
  chased_on date[] not null default '{}',
  answered_on date,
  answer text not null default '',
  not_needed text not null default '',      -- why not
  made_by uuid not null,
  made_at timestamptz not null default hub.now(),
  version int not null default 0,
  primary key (partnership_id, id),
  check (answered_on is null or told_on is not null),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id),
  foreign key (partnership_id, agency_id) references hub.agency (partnership_id, id),
  foreign key (partnership_id, made_by) references hub.member (partnership_id, id)
);
create index on hub.trigger_asking (trigger_id);
