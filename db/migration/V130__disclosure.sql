-- What a disclosure inherits and records beyond its beginnings, and what follows it: widening, prolonging, a consent that is withdrawn, onward use,
-- sharing outside the panel. Who graded the source of intelligence, and how, stands apart: it has one audience only.
alter table hub.disclosure
  add policy_document text not null default '',          -- inherited from the protocol, as it was on the day
  add controllership text not null default '',
  add consent_alone boolean not null default false,      -- nothing but consent stood behind it: it ends with the consent
  add onward_freely boolean not null default false,      -- the recipient may use it further without the originator's yes
  add follows uuid,                                      -- the release that this one widens or prolongs
  add follows_as text check (follows_as in ('WIDENED', 'PROLONGED')),
  add check (num_nonnulls(follows, follows_as) in (0, 2)),
  drop constraint disclosure_consent_check,
  add constraint disclosure_consent_check check (consent in ('GIVEN', 'REFUSED', 'WITHDRAWN', 'NOT_SOUGHT', 'UNSAFE_TO_SEEK')),
  add unique (partnership_id, id, item_id);
alter table hub.disclosure add foreign key (partnership_id, follows, item_id) references hub.disclosure (partnership_id, id, item_id);

alter table hub.item
  add handling_instruction text not null default '',     -- goes with OFFICIAL-SENSITIVE
  add sanitised_by text not null default '';             -- of intelligence: who took out what could tell the source

-- 3x5x2: how reliable the source is and how the information is known. It never leaves the originator.
create table hub.source_grading (
  partnership_id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  agency_id uuid not null,                               -- the originator
  source_evaluation int not null check (source_evaluation between 1 and 3),
  intelligence_assessment text not null check (intelligence_assessment in ('A', 'B', 'C', 'D', 'E')),
  graded_by uuid not null,
  graded_at timestamptz not null default hub.now(),
  primary key (partnership_id, item_id),
  foreign key (partnership_id, item_id, case_id) references hub.item (partnership_id, id, case_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);

-- The person withdrew the consent that a release was made with. A release is never rewritten, so this stands beside it.
create table hub.consent_withdrawal (
  partnership_id uuid not null,
  id uuid not null,
  disclosure_id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  agency_id uuid not null,
  withdrawn_on date not null,
  going_on_because text not null,                        -- empty where the release ended with the consent
  noted_by uuid not null,
  noted_at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  unique (partnership_id, disclosure_id),
  foreign key (partnership_id, disclosure_id, item_id) references hub.disclosure (partnership_id, id, item_id),
  foreign key (partnership_id, item_id, case_id) references hub.item (partnership_id, id, case_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.consent_withdrawal (case_id);

-- A recipient asks the originator whether it may use an item further, or in evidence.
create table hub.onward_request (
  partnership_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  agency_id uuid not null,                               -- the originator, who answers
  asking_agency_id uuid not null,
  asked_by uuid not null,
  kind text not null check (kind in ('ONWARD', 'EVIDENCE')),
  to_whom text not null,                                 -- who would receive it: a body, a court
  purpose text not null,
  asked_at timestamptz not null default hub.now(),
  answer text check (answer in ('GRANTED', 'REFUSED')),
  answer_words text not null default '',                 -- the conditions, or the reason for refusing
  answered_by uuid,
  answered_at timestamptz,
  version int not null default 0,
  primary key (partnership_id, id),
  check (num_nonnulls(answer, answered_by, answered_at) in (0, 3)),
  check (agency_id <> asking_agency_id),
  foreign key (partnership_id, item_id, case_id) references hub.item (partnership_id, id, case_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, agency_id) references hub.agency (partnership_id, id),
  foreign key (partnership_id, asking_agency_id) references hub.agency (partnership_id, id)
);
create index on hub.onward_request (agency_id) where answered_at is null;
create index on hub.onward_request (asking_agency_id);
create index on hub.onward_request (item_id);

-- An originator gave its information to a body that has signed nothing, under its own duties.
create table hub.outside_disclosure (
  partnership_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  agency_id uuid not null,                               -- the originator
  body text not null,
  contact text not null,                                 -- who there received it, and how
  gateway text not null,
  reason text not null,
  given_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  foreign key (partnership_id, item_id, case_id) references hub.item (partnership_id, id, case_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, agency_id) references hub.agency (partnership_id, id)
);
create index on hub.outside_disclosure (agency_id);
create index on hub.outside_disclosure (item_id);
