-- Meetings, their agenda, who was there, what was decided, and the record of it.
create table hub.meeting (
  partnership_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  starts_at timestamptz not null,
  venue text not null default '',
  online_link text not null default '',
  order_of_business text not null default '',   -- without names: what every seat may know
  cut_off_on date not null,
  agenda_by date not null,
  state text not null default 'PLANNED' check (state in ('PLANNED', 'PUBLISHED', 'OPEN', 'CLOSED', 'CANCELLED')),
  published_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  current_item_id uuid,
  current_since timestamptz,
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, id, panel_id),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id)
);
create index on hub.meeting (panel_id, starts_at);
alter table hub.disclosure add foreign key (partnership_id, to_meeting) references hub.meeting (partnership_id, id);
alter table hub.item add foreign key (partnership_id, meeting_id) references hub.meeting (partnership_id, id);

-- The agenda with names: a paper, apart from the meeting's own slot in the diary.
create table hub.agenda_item (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  panel_id uuid not null,
  position int not null,
  kind text not null check (kind in ('LAST_ACTIONS', 'CASE', 'REVIEW', 'OTHER_BUSINESS', 'NOTE')),
  case_id uuid,
  title text not null,
  minutes_planned int not null check (minutes_planned between 1 and 240),
  started_at timestamptz,
  ended_at timestamptz,
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, meeting_id, case_id),
  foreign key (partnership_id, meeting_id, panel_id) references hub.meeting (partnership_id, id, panel_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.agenda_item (meeting_id, position);
create index on hub.agenda_item (case_id);

create table hub.attendance (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  capacity text not null check (capacity in ('MEMBER', 'OBSERVER', 'GUEST')),
  case_id uuid,                             -- a guest comes for one case
  reply text not null default 'INVITED' check (reply in ('INVITED', 'COMING', 'APOLOGIES')),
  information_sent boolean not null default false,
  present boolean not null default false,
  arrived_at timestamptz,
  left_at timestamptz,
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, meeting_id, member_id),
  foreign key (partnership_id, meeting_id, panel_id) references hub.meeting (partnership_id, id, panel_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.attendance (member_id);
create index on hub.attendance (meeting_id);

-- The confidentiality declaration: for being in the room, or for receiving the minutes afterwards.
create table hub.declaration (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  purpose text not null check (purpose in ('MEETING', 'MINUTES')),
  text_signed text not null,
  signed_at timestamptz not null default hub.now(),
  recorded_by uuid,                         -- set when the coordinator recorded it for a person in the room
  primary key (partnership_id, id),
  unique (partnership_id, meeting_id, member_id),
  foreign key (partnership_id, meeting_id, panel_id) references hub.meeting (partnership_id, id, panel_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
create index on hub.declaration (member_id);

create table hub.decision (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  panel_id uuid not null,
  agenda_item_id uuid not null,
  case_id uuid not null,
  risk_before text not null check (risk_before in ('LOW', 'MEDIUM', 'HIGH', 'NONE')),
  risk_after text not null check (risk_after in ('LOW', 'MEDIUM', 'HIGH', 'NONE')),
  rationale text not null,
  dissent text not null default '',
  outcome text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default hub.now(),
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, agenda_item_id),
  foreign key (partnership_id, meeting_id, panel_id) references hub.meeting (partnership_id, id, panel_id),
  foreign key (partnership_id, agenda_item_id) references hub.agenda_item (partnership_id, id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.decision (case_id);

create table hub.minutes (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  panel_id uuid not null,
  state text not null default 'DRAFT' check (state in ('DRAFT', 'AGREED', 'CIRCULATED')),
  due_on date not null,
  agreed_by uuid,
  agreed_at timestamptz,
  circulated_at timestamptz,
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, meeting_id),
  foreign key (partnership_id, meeting_id, panel_id) references hub.meeting (partnership_id, id, panel_id)
);

create table hub.minutes_paragraph (
  partnership_id uuid not null,
  id uuid not null,
  minutes_id uuid not null,
  meeting_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  agenda_item_id uuid,
  position int not null,
  heading text not null check (heading in ('PRESENT', 'OBSERVERS', 'APOLOGIES', 'REMINDER', 'LAST_ACTIONS', 'REASON', 'INFORMATION', 'RISK', 'DECISION', 'PLAN', 'ACTIONS', 'NOTE', 'OTHER_BUSINESS')),
  agency_id uuid,                           -- whose information it is
  body text not null,
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, id, minutes_id),
  foreign key (partnership_id, minutes_id) references hub.minutes (partnership_id, id),
  foreign key (partnership_id, meeting_id, panel_id) references hub.meeting (partnership_id, id, panel_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.minutes_paragraph (minutes_id, position);

-- The items a paragraph was written from: only who sees them all sees the paragraph.
create table hub.minutes_source (
  partnership_id uuid not null,
  paragraph_id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  primary key (partnership_id, paragraph_id, item_id),
  foreign key (partnership_id, paragraph_id) references hub.minutes_paragraph (partnership_id, id),
  foreign key (partnership_id, item_id, case_id) references hub.item (partnership_id, id, case_id)
);

create table hub.minutes_receipt (
  partnership_id uuid not null,
  minutes_id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  sent_at timestamptz,
  seen_at timestamptz,
  primary key (partnership_id, minutes_id, member_id),
  foreign key (partnership_id, minutes_id) references hub.minutes (partnership_id, id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
