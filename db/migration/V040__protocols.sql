-- Information sharing protocols: versions, the law each agency relies on, signatures.
create table hub.protocol (
  partnership_id uuid not null references hub.partnership,
  id uuid not null,
  name text not null,
  edition int not null check (edition > 0),
  summary text not null default '',
  in_force daterange not null,              -- a new edition ends the old one on its date
  review_by date not null,
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, name, edition)
);

create table hub.protocol_panel (
  partnership_id uuid not null,
  protocol_id uuid not null,
  panel_id uuid not null,
  primary key (partnership_id, protocol_id, panel_id),
  foreign key (partnership_id, protocol_id) references hub.protocol (partnership_id, id),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id)
);
create index on hub.protocol_panel (panel_id);

-- What an agency relies on when it shares for a purpose; a disclosure inherits it.
create table hub.legal_basis (
  partnership_id uuid not null,
  id uuid not null,
  protocol_id uuid not null,
  agency_id uuid not null,
  purpose text not null,
  gateway text not null,                    -- such as Crime and Disorder Act 1998 s115
  article6 text,                            -- UK GDPR Article 6 condition
  article9 text,                            -- UK GDPR Article 9 or 10 condition
  dpa_part3 text,                           -- Data Protection Act 2018 Part 3 basis (law enforcement)
  schedule1 text,                           -- Data Protection Act 2018 Schedule 1 paragraph
  policy_document text,
  controllership text not null,
  privacy_notice text,
  stores_research boolean not null default true,
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, protocol_id, agency_id, purpose),
  foreign key (partnership_id, protocol_id) references hub.protocol (partnership_id, id),
  foreign key (partnership_id, agency_id) references hub.agency (partnership_id, id)
);

create table hub.signature (
  partnership_id uuid not null,
  id uuid not null,
  protocol_id uuid not null,
  signatory_id uuid not null,
  signed_by text not null,
  designated_officer text not null,
  deputy_officer text not null default '',
  during daterange not null,                -- from the day it was signed; ended by withdrawal
  withdrawn_on date,
  withdrawn_reason text,
  version int not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, protocol_id) references hub.protocol (partnership_id, id),
  foreign key (partnership_id, signatory_id) references hub.signatory (partnership_id, id)
);
create index on hub.signature (protocol_id, signatory_id);
