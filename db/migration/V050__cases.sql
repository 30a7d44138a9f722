-- Cases, referrals, the people in them, and risk. A panel's facts about a person hang from its own referral or case.
create table hub.case_file (
  partnership_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  reference text not null,                  -- random, so that a sequence tells nothing
  subject text not null,                    -- how the panel names the case: the person's name
  summary text not null default '',
  category text not null default '',
  risk text not null default 'NONE' check (risk in ('LOW', 'MEDIUM', 'HIGH', 'NONE')),
  risk_before text check (risk_before in ('LOW', 'MEDIUM', 'HIGH', 'NONE')),
  sealed boolean not null default false,
  state text not null default 'OPEN' check (state in ('OPEN', 'CLOSING', 'CLOSED')),
  opened_on date not null default hub.today(),
  review_on date,
  closed_on date,
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, id, panel_id),
  unique (partnership_id, reference),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id)
);
create index on hub.case_file (panel_id, id desc);
create index on hub.case_file (id) where sealed;

create table hub.case_team (
  partnership_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  role text not null check (role in ('CASE_MANAGER', 'CASE_OFFICER', 'CASE_WORKER', 'RESEARCHER', 'SENIOR_OFFICER')),
  during daterange not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
create index on hub.case_team (member_id);
create index on hub.case_team (case_id);
create unique index one_case_manager on hub.case_team (case_id) where role = 'CASE_MANAGER' and upper_inf(during);

-- A conflict of interest, declared or found. Hidden from the barred member.
create table hub.case_bar (
  partnership_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  reason text not null,
  set_by uuid,
  set_at timestamptz not null default hub.now(),
  lifted_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
create index on hub.case_bar (member_id);

-- The list of a sealed case.
create table hub.admission (
  partnership_id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  primary key (partnership_id, case_id, member_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
create index on hub.admission (member_id);

-- Each agency's own reference on a case.
create table hub.case_reference (
  partnership_id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  agency_id uuid not null,
  reference text not null,
  primary key (partnership_id, case_id, agency_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, agency_id) references hub.agency (partnership_id, id)
);

create table hub.referral (
  partnership_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  agency_id uuid,                           -- none when the referrer is outside the hub
  author_id uuid not null,
  outside_referrer text not null default '',-- who referred, when keyed in for a body without an account
  received_how text not null default 'ONLINE' check (received_how in ('ONLINE', 'PAPER', 'TELEPHONE', 'MAIL', 'IN_PERSON')),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'WITH_SENIOR_OFFICER', 'NOT_REFERRED', 'SENT', 'MORE_ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  typed jsonb not null default '{}',        -- the form as typed, kept whatever it holds
  own_reference text not null default '',
  circumstances text not null default '',
  category text not null default '',
  consent text check (consent in ('GIVEN', 'REFUSED', 'NOT_SOUGHT')),
  consent_reason text not null default '',
  made_at timestamptz not null default hub.now(),
  received_at timestamptz,                  -- the clock starts here
  senior_name text not null default '',
  senior_member_id uuid,
  senior_reason text not null default '',
  senior_decided_at timestamptz,
  triage_by date,
  triage_note text not null default '',     -- what more is asked, or the advice given with a refusal
  triaged_by uuid,
  triaged_at timestamptz,
  case_id uuid,
  version int not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id),
  foreign key (partnership_id, agency_id) references hub.agency (partnership_id, id),
  foreign key (partnership_id, author_id) references hub.member (partnership_id, id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.referral (panel_id, state);
create index on hub.referral (agency_id, state);
create index on hub.referral (case_id);

-- A person as one panel knows them, through one referral and, once accepted, one case.
create table hub.person (
  partnership_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  referral_id uuid,
  case_id uuid,
  part text not null check (part in ('VICTIM', 'RESPONDENT', 'CHILD', 'HOUSEHOLD', 'WITNESS')),
  given_names text not null,
  family_name text not null,
  aliases text[] not null default '{}',
  dates_of_birth date[] not null default '{}',  -- people give more than one
  gender text not null default '',
  address text not null default '',
  needs text not null default '',           -- interpreter, access, communication
  search_name text not null,                -- folded, compared by range
  version int not null default 0,
  primary key (partnership_id, id),
  check (referral_id is not null or case_id is not null),
  foreign key (partnership_id, referral_id) references hub.referral (partnership_id, id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.person (referral_id);
create index on hub.person (case_id);

-- Its own table: those who contact the person see it, and they are few.
create table hub.safe_contact (
  partnership_id uuid not null,
  person_id uuid not null,
  panel_id uuid not null,
  referral_id uuid,
  case_id uuid,
  agency_id uuid,                           -- who gave the facts
  telephone text not null default '',
  safe_to_call text not null default 'UNKNOWN' check (safe_to_call in ('YES', 'NO', 'UNKNOWN')),
  safe_times text not null default '',
  safe_to_write text not null default 'UNKNOWN' check (safe_to_write in ('YES', 'NO', 'UNKNOWN')),
  not_safe_with text not null default '',   -- who it is not safe to talk to
  advice text not null default '',
  version int not null default 0,
  primary key (partnership_id, person_id),
  foreign key (partnership_id, person_id) references hub.person (partnership_id, id),
  foreign key (partnership_id, referral_id) references hub.referral (partnership_id, id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);

-- An instrument is data: questions, weights, bands, mandatory-high answers; a change is a new edition.
create table hub.instrument (
  partnership_id uuid not null references hub.partnership,
  id uuid not null,
  name text not null,
  edition int not null check (edition > 0),
  example boolean not null default false,   -- ours, to be replaced by the area's own
  during daterange not null,
  definition jsonb not null,
  primary key (partnership_id, id),
  unique (partnership_id, name, edition)
);

create table hub.assessment (
  partnership_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  referral_id uuid,
  case_id uuid,
  agency_id uuid,
  member_id uuid not null,                  -- who assessed
  instrument_id uuid not null,
  occasion text not null default 'REFERRAL',-- at which of the points it was offered
  answers jsonb not null,
  score int not null,
  band text not null check (band in ('LOW', 'MEDIUM', 'HIGH')),
  judgement text not null check (judgement in ('LOW', 'MEDIUM', 'HIGH')),
  rationale text not null default '',
  assessed_on date not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, referral_id) references hub.referral (partnership_id, id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, instrument_id) references hub.instrument (partnership_id, id)
);
create index on hub.assessment (referral_id);
create index on hub.assessment (case_id);
