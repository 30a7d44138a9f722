-- Actions that get done: how one will know that an action is done and what shows it, the hand-over to another agency that takes it on, and a later day that the
-- chair agrees to.
alter table hub.action add column known_by text not null default '';   -- how one will know that it is done, said when it is agreed
alter table hub.action add column evidence text not null default '';   -- what shows that it is done, said when it is reported
alter table hub.action_update add column evidence text not null default '';

-- The owner offers its action to another agency. Until that agency takes it, the owner answers for it.
create table hub.action_offer (
  partnership_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  case_id uuid,
  panel_id uuid not null,
  from_agency_id uuid not null,
  to_agency_id uuid not null,
  reason text not null,
  state text not null default 'OFFERED' check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'LAPSED')),  -- lapsed: the action ended or changed hands otherwise
  offered_by uuid not null,
  offered_at timestamptz not null default hub.now(),
  answer text not null default '',
  taken_by uuid,                            -- who does it in the agency that took it; null when the agency decides
  answered_by uuid,
  answered_at timestamptz,
  version int not null default 0,
  primary key (partnership_id, id),
  check (from_agency_id <> to_agency_id),
  foreign key (partnership_id, action_id, panel_id) references hub.action (partnership_id, id, panel_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, from_agency_id) references hub.agency (partnership_id, id),
  foreign key (partnership_id, to_agency_id) references hub.agency (partnership_id, id),
  foreign key (partnership_id, taken_by) references hub.member (partnership_id, id)
);
create unique index one_offer_at_a_time on hub.action_offer (action_id) where state = 'OFFERED';
create index on hub.action_offer (action_id);
create index on hub.action_offer (to_agency_id) where state = 'OFFERED';
create index on hub.action_offer (case_id);

-- The owner asks for a later day; the chair agrees or refuses.
create table hub.action_extension (
  partnership_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  case_id uuid,
  panel_id uuid not null,
  was_due date not null,
  due_on date not null,
  reason text not null,
  state text not null default 'ASKED' check (state in ('ASKED', 'AGREED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
  asked_by uuid not null,
  asked_at timestamptz not null default hub.now(),
  answer text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  version int not null default 0,
  primary key (partnership_id, id),
  check (due_on > was_due),
  foreign key (partnership_id, action_id, panel_id) references hub.action (partnership_id, id, panel_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create unique index one_asked_at_a_time on hub.action_extension (action_id) where state = 'ASKED';
create index on hub.action_extension (action_id);
create index on hub.action_extension (panel_id) where state = 'ASKED';
create index on hub.action_extension (case_id);
