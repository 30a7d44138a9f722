-- A panel may say how many agencies, and of which kinds, must be there for it to decide, and whose word is heard first on each case. None unless it says so.
alter table hub.arrangement add column quorum_agencies int not null default 0 check (quorum_agencies between 0 and 40),
  add column quorum_kinds text[] not null default '{}',
  add column first_speaker text not null default '';   -- a kind of agency

-- Who was missing when the chair or the coordinator went on without a quorum, and why: facts of the meeting, without names.
alter table hub.meeting add column quorum_missing text not null default '',
  add column quorum_reason text not null default '',
  add check ((quorum_missing = '') = (quorum_reason = ''));

-- While there is a break no item's clock runs on.
alter table hub.meeting add column break_since timestamptz;
alter table hub.agenda_item add column break_seconds int not null default 0 check (break_seconds >= 0);  -- of breaks while it was heard
