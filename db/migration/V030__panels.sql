-- Panels, how they arrange their work, who sits on them, and the yearly undertaking.
create table hub.panel (
  partnership_id uuid not null references hub.partnership,
  id uuid not null,
  kind text not null check (kind in ('VVP', 'CT_MARAC', 'PTG', 'MARAC', 'OTHER')),
  name text not null,
  short_name text not null,
  purpose text not null default '',
  marking text not null default 'OFFICIAL-SENSITIVE' check (marking in ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  undertaking_text text not null,           -- what a member signs for a year
  declaration_text text not null,           -- what everyone in a meeting signs
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, name)
);

-- Figures differ from area to area and change: each row holds while its dates hold.
create table hub.arrangement (
  partnership_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  during daterange not null,
  recurrence text not null,                 -- as people say it: "second Thursday"
  starts_at time not null default '10:00',
  venue text not null default '',
  online_link text not null default '',
  minutes_per_case int not null check (minutes_per_case between 1 and 240),
  cut_off_days int not null check (cut_off_days between 0 and 60),      -- working days before the meeting
  agenda_days int not null check (agenda_days between 0 and 60),        -- working days before the meeting
  research_days int not null check (research_days between 0 and 60),    -- working days to answer
  actions_days int not null check (actions_days between 0 and 60),      -- working days after the meeting
  minutes_days int not null check (minutes_days between 0 and 60),      -- working days after the meeting
  triage_days int not null check (triage_days between 0 and 60),        -- working days from receipt
  review_weeks int not null check (review_weeks between 1 and 104),
  notice_days int not null default 7 check (notice_days between 1 and 90),  -- calendar days' written notice of closing
  disclosure_months int not null default 6 check (disclosure_months between 1 and 60),
  primary key (partnership_id, id),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id),
  exclude using gist (panel_id with =, during with &&)
);

-- The agencies that a panel expects around the table.
create table hub.panel_agency (
  partnership_id uuid not null,
  panel_id uuid not null,
  agency_id uuid not null,
  primary key (partnership_id, panel_id, agency_id),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id),
  foreign key (partnership_id, agency_id) references hub.agency (partnership_id, id)
);

create table hub.seat (
  partnership_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  role text not null check (role in ('REPRESENTATIVE', 'DEPUTY', 'RESEARCHER', 'CHAIR', 'VICE_CHAIR', 'INDEPENDENT_CHAIR', 'COORDINATOR', 'SPOC', 'ANALYST', 'VICTIM_REPRESENTATIVE')),
  during daterange not null,
  version int not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
create index on hub.seat (member_id);
create index on hub.seat (panel_id);

-- A member's confidentiality undertaking for a panel, yearly.
create table hub.undertaking (
  partnership_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  panel_id uuid not null,
  text_signed text not null,
  signed_at timestamptz not null default hub.now(),
  during daterange not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id)
);
create index on hub.undertaking (member_id, panel_id);
