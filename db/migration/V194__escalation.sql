-- Who is told, and when, of an action that is not done: by panel, with the dates between which it holds.
create table hub.escalation_ladder (
  partnership_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  during daterange not null,
  owner_days int check (owner_days between 0 and 120),        -- working days after the action was due; null: not told
  officer_days int check (officer_days between 0 and 120),    -- the designated officer of the owner's signatory, and the deputy
  chair_days int check (chair_days between 0 and 120),
  lead_days int check (lead_days between 0 and 120),          -- who leads the partnership: an office
  primary key (partnership_id, id),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id),
  exclude using gist (panel_id with =, during with &&)
);

-- What was told, once a rung and a day on which the action was due. Without a member: on that rung there was nobody who may see the action.
create table hub.escalation (
  partnership_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  case_id uuid,
  panel_id uuid not null,
  rung text not null check (rung in ('OWNER', 'DESIGNATED_OFFICER', 'CHAIR', 'PARTNERSHIP_LEAD')),
  due_on date not null,
  member_id uuid,
  told_at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  unique nulls not distinct (action_id, rung, due_on, member_id),
  foreign key (partnership_id, action_id, panel_id) references hub.action (partnership_id, id, panel_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
create index on hub.escalation (member_id);
create index on hub.escalation (case_id);

alter table hub.office drop constraint office_role_check;
alter table hub.office add constraint office_role_check check (role in ('ADMINISTRATOR', 'INFORMATION_LEAD', 'SENIOR_OFFICER', 'DUTY_OFFICER', 'PARTNERSHIP_LEAD'));
