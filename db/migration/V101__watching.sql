-- Checking the record against its seals, in steps: how far it has come, for whoever watches it or stops it, on whichever node.
create table audit.verification (
  partnership_id uuid not null,
  id uuid not null,
  started_by uuid not null,
  started_at timestamptz not null default hub.now(),
  mailed_number int check (mailed_number > 0),      -- a seal as it is known from a mail, to be compared
  mailed_fingerprint text,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'STOPPED', 'DONE')),
  seals int not null default 0,                     -- how many there were when it began
  progress jsonb not null default '{}',
  ended_at timestamptz,
  primary key (partnership_id, id),
  check ((mailed_number is null) = (mailed_fingerprint is null)),
  foreign key (partnership_id, started_by) references hub.member (partnership_id, id)
);
create unique index on audit.verification (partnership_id) where state = 'RUNNING';

-- From which figures on a look is worth a second one, for an information lead; each row holds while its dates hold.
create table audit.watch (
  partnership_id uuid not null,
  id uuid not null,
  during daterange not null,
  refusals int not null check (refusals between 1 and 1000),              -- of one member
  refusal_days int not null check (refusal_days between 1 and 90),        -- within so many days
  cases int not null check (cases between 2 and 1000),                    -- opened by one member
  cases_minutes int not null check (cases_minutes between 5 and 1440),    -- within so many minutes
  exports int not null check (exports between 1 and 1000),                -- taken out by one member within a day
  barred_days int not null check (barred_days between 1 and 365),         -- before a case was shut to who had looked at it
  set_by uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, set_by) references hub.member (partnership_id, id),
  exclude using gist (partnership_id with =, during with &&)
);
