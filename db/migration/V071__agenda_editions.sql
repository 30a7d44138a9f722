-- What changed on an agenda, so that a member who read one edition sees what the next one brought. It names cases, as the agenda does.
alter table hub.meeting add column agenda_edition int not null default 0;  -- how often the agenda was published

create table hub.agenda_change (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  edition int not null,                     -- the published edition that it changed
  kind text not null check (kind in ('ADDED', 'REMOVED', 'TIME', 'ORDER')),
  title text not null,
  made_at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  foreign key (partnership_id, meeting_id, panel_id) references hub.meeting (partnership_id, id, panel_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.agenda_change (meeting_id);
