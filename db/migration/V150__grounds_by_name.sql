-- Grounds by name: guests, deputies, appeal reviewers, emergency access with its review, and the officers whom the law names.

-- A guest comes for an item of the agenda, and may come for several: one row for each. Whether it came at all stays with the attendance.
create table hub.guest (
  partnership_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  panel_id uuid not null,
  case_id uuid not null,
  member_id uuid not null,
  invited_by uuid,                          -- not known of those invited before this table was
  invited_at timestamptz not null default hub.now(),
  ended_at timestamptz,
  ended_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, meeting_id, panel_id) references hub.meeting (partnership_id, id, panel_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
create unique index one_invitation on hub.guest (meeting_id, case_id, member_id) where ended_at is null;
create index on hub.guest (member_id);
insert into hub.guest (partnership_id, id, meeting_id, panel_id, case_id, member_id)
select partnership_id, gen_random_uuid(), meeting_id, panel_id, case_id, member_id from hub.attendance where capacity = 'GUEST' and case_id is not null;
-- The policies and views that read the column are laid down anew by db/policy in this same transaction.
alter table hub.attendance drop column case_id cascade;

-- A member who stands in for a representative of its own agency, for some days or one meeting: named by one, confirmed by another. Confirming
-- gives the seat, which ends on its last day like any other.
create table hub.deputy (
  partnership_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  agency_id uuid not null,
  for_member uuid not null,                 -- the representative
  member_id uuid not null,
  during daterange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  named_by uuid not null,
  named_at timestamptz not null default hub.now(),
  state text not null default 'NAMED' check (state in ('NAMED', 'CONFIRMED', 'REFUSED', 'ENDED')),
  decided_by uuid,
  decided_at timestamptz,
  seat_id uuid,
  version int not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id),
  foreign key (partnership_id, agency_id) references hub.agency (partnership_id, id),
  foreign key (partnership_id, for_member) references hub.member (partnership_id, id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id),
  foreign key (partnership_id, seat_id) references hub.seat (partnership_id, id)
);
create index on hub.deputy (panel_id);
create index on hub.deputy (member_id);

-- A called-in case, looked at again by an officer who had no part in it, until the outcome.
create table hub.appeal_review (
  partnership_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  question text not null,                   -- what is to be looked at again
  from_on date not null,
  named_by uuid not null,
  named_at timestamptz not null default hub.now(),
  outcome text check (outcome in ('UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD', 'NO_LONGER_NEEDED')),
  outcome_note text not null default '',
  outcome_on date,
  outcome_by uuid,
  version int not null default 0,
  primary key (partnership_id, id),
  check (num_nonnulls(outcome, outcome_on, outcome_by) in (0, 3)),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
create unique index one_review on hub.appeal_review (case_id, member_id) where outcome is null;
create index on hub.appeal_review (member_id);

-- A case opened in an emergency: by whom, why, until when. For how many hours a panel's cases may be opened, and within how many days that is
-- looked at, is in its arrangement.
alter table hub.arrangement add column emergency_hours int not null default 4 check (emergency_hours between 1 and 24);
alter table hub.arrangement add column emergency_review_days int not null default 3 check (emergency_review_days between 1 and 30);
create table hub.emergency (
  partnership_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  opened_as text not null check (opened_as in ('DUTY_OFFICER', 'CHAIR')),
  reason text not null,
  opened_at timestamptz not null default hub.now(),
  until timestamptz not null,
  ended_at timestamptz,
  review_by date not null,
  primary key (partnership_id, id),
  unique (partnership_id, id, case_id),
  check (until > opened_at and until <= opened_at + interval '24 hours'),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
create index on hub.emergency (member_id, until);
create index on hub.emergency (panel_id);

-- What was found when it was looked at afterwards: another audience than the access itself.
create table hub.emergency_review (
  partnership_id uuid not null,
  emergency_id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  outcome text not null check (outcome in ('JUSTIFIED', 'NOT_JUSTIFIED')),
  note text not null,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null default hub.now(),
  primary key (partnership_id, emergency_id),
  foreign key (partnership_id, emergency_id, case_id) references hub.emergency (partnership_id, id, case_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id)
);

alter table hub.office drop constraint office_role_check;
alter table hub.office add constraint office_role_check check (role in ('ADMINISTRATOR', 'INFORMATION_LEAD', 'SENIOR_OFFICER', 'DUTY_OFFICER'));
alter table hub.office add constraint duty_has_a_term check (role <> 'DUTY_OFFICER' or not upper_inf(during));

-- Whom a relevant body, signed or not, has named to receive what the law addresses to it. Nobody here needs an account.
create table hub.designated_officer (
  partnership_id uuid not null,
  id uuid not null,
  signatory_id uuid not null,
  name text not null,
  email text not null,
  during daterange not null,
  version int not null default 0,
  primary key (partnership_id, id),
  foreign key (partnership_id, signatory_id) references hub.signatory (partnership_id, id)
);
create index on hub.designated_officer (signatory_id);
-- A mail goes to an account, or to such an officer.
alter table hub.outbox alter column to_member drop not null;
alter table hub.outbox add column to_officer uuid;
alter table hub.outbox add constraint one_addressee check (num_nonnulls(to_member, to_officer) = 1);
alter table hub.outbox add foreign key (partnership_id, to_officer) references hub.designated_officer (partnership_id, id);
