-- Protocols in full: the document that was signed, editions that replace each other, who answers for a signatory, research that is only spoken, and
-- how long before something lapses those concerned are told.

-- The last day as it was agreed. The next edition ends this one earlier; when that one's first day moves, this one stands again as long as was agreed.
alter table hub.protocol add column agreed_until date;
update hub.protocol set agreed_until = upper(in_force) - 1 where not isempty(in_force);
-- No day has two editions of one protocol. Checked at the end of a transaction, as the next edition is made before the last one is ended.
alter table hub.protocol add constraint one_edition_a_day exclude using gist (partnership_id with =, name with =, in_force with &&) deferrable initially deferred;

-- The text of an edition as a file. What was signed is never replaced: the first file counts once somebody has signed.
create table hub.protocol_document (
  partnership_id uuid not null,
  id uuid not null,
  protocol_id uuid not null,
  media_type text not null check (media_type in ('application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.oasis.opendocument.text')),
  marking text not null check (marking in ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  size int not null check (size between 1 and 10485760),  -- bytes
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),  -- so that the record tells which text it was
  added_by uuid not null,
  added_at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  foreign key (partnership_id, protocol_id) references hub.protocol (partnership_id, id),
  foreign key (partnership_id, added_by) references hub.member (partnership_id, id)
);
create index on hub.protocol_document (protocol_id);
-- Apart, so that neither a list nor the record of writes carries the bytes along.
create table hub.protocol_file (
  partnership_id uuid not null,
  document_id uuid not null,
  content bytea not null,
  primary key (partnership_id, document_id),
  foreign key (partnership_id, document_id) references hub.protocol_document (partnership_id, id)
);

-- Who answers for a signatory, where that person has an account.
alter table hub.signature add column designated_member_id uuid, add column deputy_member_id uuid,
  add foreign key (partnership_id, designated_member_id) references hub.member (partnership_id, id),
  add foreign key (partnership_id, deputy_member_id) references hub.member (partnership_id, id);
create index on hub.signature (designated_member_id) where designated_member_id is not null;
create index on hub.signature (deputy_member_id) where deputy_member_id is not null;

-- So many days before something lapses those concerned are told; where there is no row, access.reminder_days() says when.
create table hub.lapse_reminder (
  partnership_id uuid not null references hub.partnership,
  id uuid not null,
  about text not null check (about in ('PROTOCOL', 'REVIEW', 'SIGNATURE', 'UNDERTAKING')),
  days int[] not null check (cardinality(days) between 1 and 10 and 0 <= all (days) and 365 >= all (days)),
  version int not null default 0,
  primary key (partnership_id, id),
  unique (partnership_id, about)
);

-- An agency whose research is only spoken says that it has researched, and after the meeting whether it shared by word of mouth: never what.
alter table hub.research_request drop constraint research_request_answer_check;
alter table hub.research_request add constraint research_request_answer_check check (answer in ('INFORMATION', 'NOTHING_KNOWN', 'RESEARCHED')),
  add column spoken text check (spoken in ('SHARED_VERBALLY', 'NOT_SHARED')),
  add column spoken_by uuid,
  add column spoken_at timestamptz,
  add check (spoken is null or answer = 'RESEARCHED'),
  add check (num_nonnulls(spoken, spoken_by, spoken_at) in (0, 3));
