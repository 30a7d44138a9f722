-- Dates go into people's own calendars (RFC 5545): how long a meeting is expected to last, how often its entry was changed, and the secret address of a member's feed.
alter table hub.arrangement add column length_minutes int not null default 120 check (length_minutes between 15 and 720);
-- Said by whoever plans it, and never counted from the agenda: its length would tell a member of items that it does not see.
alter table hub.meeting add column length_minutes int not null default 120 check (length_minutes between 5 and 1440);
alter table hub.meeting add column sequence int not null default 0;  -- of its entry: rises when time or place change, and when it is cancelled

-- Of which meeting a mail brings the entry.
alter table hub.outbox add column about_meeting uuid;
alter table hub.outbox add foreign key (partnership_id, about_meeting) references hub.meeting (partnership_id, id);

-- A member's address for calendar programs, which sign in to nothing. The hub keeps the hash of the secret only; a new address ends the one before.
create table hub.calendar_feed (
  partnership_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  code_hash text not null unique,
  made_at timestamptz not null default hub.now(),
  ended_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
create unique index on hub.calendar_feed (partnership_id, member_id) where ended_at is null;
