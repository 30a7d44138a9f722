-- Partnerships (tenants), legal bodies, their services, and the people who work in them.
create table hub.partnership (
  id uuid primary key,
  name text not null,
  reference_prefix text not null unique check (reference_prefix ~ '^[A-Z]{2,4}$'),  -- begins every case reference
  constraint partnership_itself unique (id)
);

-- A legal body and data controller. It signs protocols.
create table hub.signatory (
  partnership_id uuid not null references hub.partnership,
  id uuid not null,
  name text not null,
  sector text not null check (sector in ('COUNCIL', 'POLICE', 'HEALTH', 'HOUSING', 'FIRE', 'PROBATION', 'CHARITY', 'OTHER')),
  relevant_authority boolean not null,      -- Crime and Disorder Act 1998 s115
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, name)
);

-- A service of a signatory: it holds seats, items and actions.
create table hub.agency (
  partnership_id uuid not null references hub.partnership,
  id uuid not null,
  signatory_id uuid not null,
  name text not null,
  short_name text not null,
  kind text not null,                       -- the field's word for the service, such as POLICE or MENTAL_HEALTH
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, name),
  foreign key (partnership_id, signatory_id) references hub.signatory (partnership_id, id)
);

-- A person's account in one agency. An independent chair may have none.
create table hub.member (
  partnership_id uuid not null references hub.partnership,
  id uuid not null,
  agency_id uuid,
  name text not null,
  job_title text,
  active boolean not null default true,
  version int not null default 0,
  primary key (partnership_id, id),
  unique (id),
  foreign key (partnership_id, agency_id) references hub.agency (partnership_id, id)
);
create index on hub.member (partnership_id, agency_id);

-- Apart from the name, because its readers are fewer.
create table hub.member_contact (
  partnership_id uuid not null,
  member_id uuid not null,
  email text not null,
  telephone text,
  version int not null default 0,
  primary key (partnership_id, member_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);

-- What a member may do apart from any panel.
create table hub.office (
  partnership_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  role text not null check (role in ('ADMINISTRATOR', 'INFORMATION_LEAD', 'SENIOR_OFFICER')),
  during daterange not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
create index on hub.office (member_id);

-- Who signs in as whom: by issuer and subject, never by user name.
create table hub.sign_in (
  issuer text not null,
  subject text not null,
  partnership_id uuid not null,
  member_id uuid not null,
  linked_at timestamptz not null default hub.now(),
  primary key (issuer, subject),
  unique (partnership_id, member_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);

-- A one-time invitation; only the hash of its code is kept.
create table hub.invitation (
  partnership_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  code_hash text not null unique,
  made_at timestamptz not null default hub.now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
