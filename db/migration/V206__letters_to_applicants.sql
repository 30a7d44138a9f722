-- Letters to whoever asked for a case review. They begin with the applicant's name, so they are for those who contact the applicant. What was sent is never changed.
create table hub.trigger_letter (
  partnership_id uuid not null,
  id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  kind text not null check (kind in ('ACKNOWLEDGEMENT', 'MET', 'NOT_MET', 'OUTCOME', 'RESOLUTION', 'APPEAL', 'APPEAL_OUTCOME', 'CLOSURE')),
  language text not null check (language ~ '^[a-z]{2,3}$'),
  title text not null check (title <> ''),
  body text not null check (body <> ''),
  made_by uuid not null,
  made_at timestamptz not null default hub.now(),
  sent_on date,
  sent_how text check (sent_how in ('POST', 'EMAIL', 'BY_HAND')),
  sent_by uuid,
  version int not null default 0,
  primary key (partnership_id, id),
  check ((sent_on is null) = (sent_how is null) and (sent_on is null) = (sent_by is null)),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id)
);
create index on hub.trigger_letter (trigger_id);
-- One letter of a kind is worked on at a time.
create unique index trigger_letter_worked_on on hub.trigger_letter (partnership_id, trigger_id, kind) where sent_on is null;
