-- A conflict of interest on an application for a case review, before its review is opened: a member whose name agrees with the applicant's, the victim's, or that of whoever is said to do it.
-- From then on the application is shut to the member, until a chair decides otherwise.
create table hub.trigger_bar (
  partnership_id uuid not null,
  id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('PARTY', 'RELATION')),
  found_at timestamptz not null default hub.now(),
  decided_by uuid,
  decided_at timestamptz,
  decided_reason text not null default '',
  lifted_at timestamptz,
  primary key (partnership_id, id),
  unique (partnership_id, trigger_id, member_id, kind),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id),
  foreign key (partnership_id, decided_by) references hub.member (partnership_id, id)
);
create index on hub.trigger_bar (member_id);
create index on hub.trigger_bar (trigger_id);
create index on hub.trigger_bar (panel_id) where decided_at is null;
