-- How often a member is reminded: once a working day where it has not chosen otherwise. What cannot wait is told at once.
create table hub.reminder_choice (
  partnership_id uuid not null,
  member_id uuid not null,
  how text not null check (how in ('DAILY', 'WEEKLY', 'NEVER')),
  primary key (partnership_id, member_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
