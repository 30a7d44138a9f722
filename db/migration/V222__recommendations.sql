-- What a review recommends to whoever exercises public functions, who must have regard to it (Anti-social Behaviour, Crime and Policing Act 2014, section 104(7)), and what came of it.
create table hub.trigger_recommendation (
  partnership_id uuid not null,
  id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  case_id uuid not null,                    -- its review: without one nothing is recommended
  agency_id uuid,                           -- to whom: an agency of the partnership
  addressee text not null default '',       -- or somebody else with public functions, by the name of the body
  words text not null check (words <> ''),
  made_on date not null,
  answer_by date,
  answer text not null default '',
  answered_on date,
  answered_by uuid,
  regard text check (regard in ('YES', 'NO')), -- whether regard was had to it, as the addressee says
  done text not null default 'OPEN' check (done in ('OPEN', 'DONE', 'NOT_DONE')),
  done_on date,
  done_why text not null default '',        -- why it was not done
  made_by uuid not null,
  made_at timestamptz not null default hub.now(),
  version int not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, agency_id) references hub.agency (partnership_id, id),
  foreign key (partnership_id, made_by) references hub.member (partnership_id, id),
  foreign key (partnership_id, answered_by) references hub.member (partnership_id, id),
  constraint one_addressee check ((agency_id is null) <> (addressee = '')),
  constraint answered check (num_nonnulls(answered_on, answered_by, regard) in (0, 3) and (answered_on is null) = (answer = '') and (answered_on is null or answered_on >= made_on)),
  constraint carried_out check ((done = 'DONE') = (done_on is not null) and (done = 'NOT_DONE') = (done_why <> '') and (done_on is null or done_on >= made_on)),
  check (answer_by is null or answer_by >= made_on)
);
create index on hub.trigger_recommendation (trigger_id);
create index on hub.trigger_recommendation (case_id);
create index on hub.trigger_recommendation (panel_id);
create index on hub.trigger_recommendation (agency_id);
