-- Applications for an ASB case review (Anti-social Behaviour, Crime and Policing Act 2014, section 104), from anybody, by any way.

-- How a partnership takes them: on which board they are reviewed, and what the public is told of where to turn.
create table hub.trigger_scheme (
  partnership_id uuid not null references hub.partnership,
  id uuid not null,
  panel_id uuid not null,
  area text not null unique check (area ~ '^[a-z][a-z0-9-]{1,40}$'),   -- stands in public addresses
  area_name text not null check (area_name <> ''),
  open boolean not null default false,      -- whether the public form may be used
  contact_team text not null default '',
  telephone text not null default '',
  hours text not null default '',           -- when the telephone is answered
  email text not null default '',
  address text not null default '',
  exit_to text not null default 'https://www.bbc.co.uk/weather' check (exit_to ~ '^https://'),
  privacy text not null default '',         -- the area's own privacy notice
  further_body text not null default '',    -- the local policing body that hears of it after the appeal
  further_contact text not null default '',
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id)
);

-- What somebody without an account has typed and not sent. Nobody of the partnership sees it.
create table hub.trigger_draft (
  partnership_id uuid not null references hub.partnership,
  id uuid not null,
  code_hash text not null unique,
  typed jsonb not null default '{}',
  made_at timestamptz not null default hub.now(),
  saved_at timestamptz not null default hub.now(),
  version int not null default 0,
  primary key (partnership_id, id)
);
create index on hub.trigger_draft (saved_at);

-- The application itself. Who asks, and how to reach them, stands apart.
create table hub.trigger (
  partnership_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  case_id uuid,                             -- the review, once one is opened
  reference text not null,                  -- random, so that a sequence tells nothing
  received_on date not null,                -- the clocks start here, whenever it was entered
  received_how text not null check (received_how in ('ONLINE', 'TELEPHONE', 'LETTER', 'EMAIL', 'IN_PERSON')),
  entered_at timestamptz not null default hub.now(),
  entered_by uuid,                          -- none where the applicant wrote it
  applicant_kind text not null check (applicant_kind in ('PERSON', 'THIRD_PARTY', 'BUSINESS', 'GROUP')),
  subject text not null check (subject <> ''), -- how the board names it
  happening text not null default '',
  place text not null default '',
  since text not null default '',           -- as told: "last summer" is an answer
  impact text not null default '',
  wish text not null default '',            -- what the applicant wants to come of it
  hate text not null default 'UNKNOWN' check (hate in ('YES', 'NO', 'UNKNOWN')),
  hate_why text not null default '',
  respondent text not null default '',
  respondent_minor text not null default 'UNKNOWN' check (respondent_minor in ('YES', 'NO', 'UNKNOWN')),
  landlord text not null default '',
  children text not null default 'UNKNOWN' check (children in ('YES', 'NO', 'UNKNOWN')), -- whether children live with it
  involvement text not null default 'TOLD' check (involvement in ('TOLD', 'TALK', 'ATTEND', 'SPEAK_FOR')),
  state text not null default 'RECEIVED' check (state in ('RECEIVED', 'MET', 'NOT_MET', 'WITHDRAWN', 'CLOSED')),
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, id, panel_id),
  unique (partnership_id, reference),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.trigger (panel_id, state);
create index on hub.trigger (case_id);

-- Who asks and how to reach them safely: for those who must contact them, and they are few.
create table hub.trigger_applicant (
  partnership_id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  name text not null check (name <> ''),
  organisation text not null default '',
  victim_name text not null default '',     -- where somebody else applies
  relation text not null default '',
  consent text not null default 'NOT_NEEDED' check (consent in ('NOT_NEEDED', 'GIVEN', 'CANNOT')),
  consent_how text not null default '',
  under_18 text not null default 'UNKNOWN' check (under_18 in ('YES', 'NO', 'UNKNOWN')),
  address text not null default '',
  telephone text not null default '',
  email text not null default '',
  reach_by text not null default 'EMAIL' check (reach_by in ('EMAIL', 'TELEPHONE', 'LETTER')),
  safe_email boolean not null default false,
  safe_call boolean not null default false,
  safe_letter boolean not null default false,
  safe_times text not null default '',
  needs text[] not null default '{}',
  needs_more text not null default '',
  code_hash text unique,                    -- of the code by which the applicant follows it
  version int not null default 0,
  primary key (partnership_id, trigger_id),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id)
);

-- Reports about the behaviour, by the applicant or anybody else. A complainant's name stands here and never leaves for the applicant.
create table hub.trigger_complaint (
  partnership_id uuid not null,
  id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  position int not null default 0,
  by_applicant boolean not null default true,
  complainant text not null default '',
  happened_on date,
  what text not null default '',
  reported_on date,
  reported_to text not null default '',
  their_reference text not null default '',
  answer text not null default '',          -- what came of it, as told
  evidence text not null default '',
  added_by uuid,                            -- none where the applicant wrote it
  added_at timestamptz not null default hub.now(),
  version int not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id)
);
create index on hub.trigger_complaint (trigger_id);

-- What happened to an application, only ever added to: stages and clocks are worked out from it by the arrangement of the day it was received.
create table hub.trigger_event (
  partnership_id uuid not null,
  id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  kind text not null check (kind ~ '^[A-Z_]{2,40}$'),
  stage text not null default '',           -- of a pause, of a reason for being late
  on_day date not null,
  note text not null default '',            -- for those who work on it
  told text not null default '',            -- what the applicant is shown of it
  at timestamptz not null default hub.now(),
  by uuid,                                  -- none where the applicant did it, or the hub
  primary key (partnership_id, id),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id)
);
create index on hub.trigger_event (trigger_id);

-- What applicant and single point of contact write to each other.
create table hub.trigger_message (
  partnership_id uuid not null,
  id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  kind text not null default 'MESSAGE' check (kind in ('MESSAGE', 'COMPLAINT')),
  from_applicant boolean not null,
  body text not null check (body <> ''),
  at timestamptz not null default hub.now(),
  by uuid,
  read_at timestamptz,                      -- by the other side
  primary key (partnership_id, id),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id)
);
create index on hub.trigger_message (trigger_id);

-- An applicant is written to at the address that it said is safe, and at no other.
alter table hub.outbox add column to_applicant uuid;
alter table hub.outbox drop constraint one_addressee;
alter table hub.outbox add constraint one_addressee check (num_nonnulls(to_member, to_officer, to_applicant) = 1);
alter table hub.outbox add foreign key (partnership_id, to_applicant) references hub.trigger_applicant (partnership_id, trigger_id);
