-- The record, the outbox, and what a person typed and has not sent.
create table audit.entry (
  id bigint generated always as identity primary key,
  tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null default hub.now(),
  partnership_id uuid,
  member_id uuid,
  agency_id uuid,                           -- whose member looked or wrote
  service text,                             -- set when the hub itself acted
  capacity text not null default '',        -- from which seat or office
  act text not null check (act in ('READ', 'INSERT', 'UPDATE', 'DELETE', 'REFUSED', 'SIGNED_IN', 'SIGNED_OUT', 'EXPORTED')),
  kind text not null,                       -- what it was about: table or paper
  subject text,                             -- its id, or what was asked for
  case_id uuid,
  panel_id uuid,
  about_agency_id uuid,                     -- the originator of what was read or written
  failed text,                              -- the condition that refused
  detail_hash bytea
);
create index on audit.entry (partnership_id, case_id, id desc);
create index on audit.entry (partnership_id, member_id, id desc);
create index on audit.entry (partnership_id, about_agency_id, id desc);

-- Before and after, apart from the entry and under a rule of its own; may be erased, leaving the salted hash.
create table audit.detail (
  entry_id bigint primary key references audit.entry,
  partnership_id uuid,
  case_id uuid,
  panel_id uuid,
  about_agency_id uuid,
  salt bytea not null,
  body jsonb not null
);

-- A mail is written in the transaction that gives rise to it, and sent from here: never lost, never doubled.
create table hub.outbox (
  partnership_id uuid not null,
  id uuid not null,
  to_member uuid not null,
  template text not null,
  subject text not null,
  body text not null,
  once_key text,                            -- the same key is sent once
  made_at timestamptz not null default hub.now(),
  next_try_at timestamptz not null default hub.now(),
  tries int not null default 0,
  claimed_until timestamptz,
  sent_at timestamptz,
  given_up_at timestamptz,
  last_error text,
  primary key (partnership_id, id),
  unique (partnership_id, once_key),
  foreign key (partnership_id, to_member) references hub.member (partnership_id, id)
);
create index on hub.outbox (next_try_at) where sent_at is null and given_up_at is null;

-- What a member has typed into a form and not sent.
create table hub.draft (
  partnership_id uuid not null,
  member_id uuid not null,
  form text not null,                       -- which form, and about what
  typed jsonb not null,
  saved_at timestamptz not null default hub.now(),
  primary key (partnership_id, member_id, form),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);

-- An API call with the same key is carried out once.
create table hub.idempotency (
  partnership_id uuid not null,
  member_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  request_hash bytea not null,
  status int not null,
  location text,
  body text,
  made_at timestamptz not null default hub.now(),
  primary key (partnership_id, member_id, key),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
