-- The protection plan: what happens when it goes wrong, why the person was not asked, its approval; and the case manager's hand-over.
alter table hub.plan add column contingency text not null default '';             -- what happens when it goes wrong
alter table hub.plan add column not_consulted_because text not null default '';   -- why the person was not asked, where that is so

-- An edition is a draft until a chair has approved it. The edition itself is never changed, so that its approval stands apart.
create table hub.plan_approval (
  partnership_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  words text not null default '',
  approved_by uuid not null,
  approved_at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  unique (partnership_id, plan_id),
  foreign key (partnership_id, plan_id) references hub.plan (partnership_id, id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);
create index on hub.plan_approval (case_id);
create index on hub.plan_approval (plan_id);

-- The case manager hands the case over to somebody who sees it already. Until that one accepts, nothing changes.
create table hub.case_handover (
  partnership_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  from_member uuid not null,
  to_member uuid not null,
  notes text not null,
  state text not null default 'OFFERED' check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'LAPSED')),   -- lapsed: somebody else became case manager
  offered_by uuid not null,
  offered_at timestamptz not null default hub.now(),
  answer text not null default '',
  answered_by uuid,
  answered_at timestamptz,
  version int not null default 0,
  primary key (partnership_id, id),
  check (from_member <> to_member),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, from_member) references hub.member (partnership_id, id),
  foreign key (partnership_id, to_member) references hub.member (partnership_id, id)
);
create unique index one_handover_at_a_time on hub.case_handover (case_id) where state = 'OFFERED';
create index on hub.case_handover (case_id);
create index on hub.case_handover (to_member) where state = 'OFFERED';
