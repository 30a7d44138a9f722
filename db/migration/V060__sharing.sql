-- Information: what each agency holds on a case, and what it decides to release.
create table hub.research_request (
  partnership_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  agency_id uuid not null,
  asked_by uuid not null,
  question text not null default '',
  asked_at timestamptz not null default hub.now(),
  due_on date not null,
  answer text check (answer in ('INFORMATION', 'NOTHING_KNOWN')),
  answered_by uuid,
  answered_at timestamptz,
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, case_id, agency_id, id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, agency_id) references hub.agency (partnership_id, id)
);
create index on hub.research_request (agency_id, due_on) where answered_at is null;
create index on hub.research_request (case_id);

-- One piece of information, of one originating agency.
create table hub.item (
  partnership_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  agency_id uuid not null,                  -- the originator
  author_id uuid not null,                  -- who entered it
  how text not null default 'WRITTEN' check (how in ('WRITTEN', 'SAID_ALOUD')),
  nature text not null check (nature in ('FACT', 'OPINION')),
  source_date date,
  body text not null,
  marking text not null default 'OFFICIAL-SENSITIVE' check (marking in ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  handling_code text check (handling_code in ('P', 'C')),
  handling_conditions text not null default '',
  state text not null default 'PREPARED' check (state in ('PREPARED', 'RELEASED', 'WITHHELD', 'WITHDRAWN')),
  meeting_id uuid,                          -- at which it was said aloud
  made_at timestamptz not null default hub.now(),
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, id, case_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, agency_id) references hub.agency (partnership_id, id)
);
create index on hub.item (case_id, id desc);
create index on hub.item (agency_id);

-- The decision not to release, with its reason: another audience than the item's state.
create table hub.withholding (
  partnership_id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  agency_id uuid not null,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamptz not null default hub.now(),
  primary key (partnership_id, item_id),
  foreign key (partnership_id, item_id, case_id) references hub.item (partnership_id, id, case_id)
);

create table hub.disclosure (
  partnership_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  agency_id uuid not null,                  -- the originator, who released it
  to_panel uuid,
  to_agency uuid,
  to_member uuid,
  to_meeting uuid,                          -- those present at it
  purpose text not null,
  gateway text not null,
  conditions text not null,                 -- Article 6 and 9/10, or Part 3, and Schedule 1, as in the protocol on the day
  protocol_id uuid not null,
  necessity text not null,
  proportionality text not null,
  consent text not null check (consent in ('GIVEN', 'REFUSED', 'WITHDRAWN', 'NOT_SOUGHT')),
  consent_reason text not null default '',
  subject_told boolean not null default false,
  not_told_reason text not null default '',
  during daterange not null,
  released_by uuid not null,
  released_at timestamptz not null default hub.now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (partnership_id, id),
  check (num_nonnulls(to_panel, to_agency, to_member, to_meeting) = 1),
  foreign key (partnership_id, item_id, case_id) references hub.item (partnership_id, id, case_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.disclosure (item_id);
