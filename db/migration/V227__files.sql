-- Files that came with an application for a case review: who sent them, what they are by their content, and what looked through them. Made so that a file may later hang from a case without an application.
create table hub.document (
  partnership_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  trigger_id uuid,
  from_applicant boolean not null,          -- sent at the public pages with number and code
  came text not null check (came in ('ONLINE', 'TELEPHONE', 'LETTER', 'EMAIL', 'IN_PERSON')),
  name text not null check (length(name) between 1 and 120),  -- as sent, without what a screen or a disk could stumble over
  note text not null default '' check (length(note) <= 1000),
  kind text not null check (kind in ('PDF', 'JPEG', 'PNG', 'HEIC', 'MP4', 'M4A', 'MP3', 'DOCX', 'TEXT')),
  size int not null check (size > 0),       -- bytes
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  scanned_by text not null check (scanned_by <> ''),
  at timestamptz not null default hub.now(),
  by uuid,                                  -- who added it; null where the applicant sent it
  opened_at timestamptz,                    -- when somebody first took out what the applicant sent: from then on it is not taken back
  removed_at timestamptz,
  removed_by uuid,                          -- null where the applicant took it back
  removed_why text not null default '' check (length(removed_why) <= 500),
  primary key (partnership_id, id),
  check (num_nonnulls(case_id, trigger_id) > 0),
  check (from_applicant = (by is null) and (not from_applicant or came = 'ONLINE' and trigger_id is not null)),
  check (removed_at is not null or removed_by is null and removed_why = ''),
  check (removed_by is null or removed_why <> ''),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, by) references hub.member (partnership_id, id),
  foreign key (partnership_id, removed_by) references hub.member (partnership_id, id)
);
create index on hub.document (trigger_id);
create index on hub.document (case_id);
-- Apart, so that neither a list nor the record of writes carries the bytes along, and so that they can go while it stays on record that there was a file.
create table hub.document_content (
  partnership_id uuid not null,
  document_id uuid not null,
  content bytea not null,
  primary key (partnership_id, document_id),
  foreign key (partnership_id, document_id) references hub.document (partnership_id, id)
);
