-- What an area's review procedure says and from when (Anti-social Behaviour, Crime and Policing Act 2014, section 104(2)). Applications are judged by the one of their day, so none is ever
-- rewritten: a new one ends the one before on its first day.
create table hub.trigger_arrangement (
  partnership_id uuid not null references hub.partnership,
  id uuid not null,
  during daterange not null,
  complaints int not null check (complaints between 1 and 3),   -- three is the ceiling: section 104(4), explanatory note 231
  report_months int not null check (report_months between 1 and 24),
  apply_months int not null check (apply_months between 1 and 24),
  weighed text[] not null check (weighed <@ array['PERSISTENCE', 'HARM', 'ADEQUACY']),   -- section 104(5)
  hate_number int check (hate_number between 1 and 50),
  hate_months int check (hate_months between 1 and 24),
  community_number int check (community_number between 1 and 50),
  community_months int check (community_months between 1 and 24),
  discretion boolean not null,
  spans jsonb not null,             -- times of the stages: stage, days, unit, from; a stage that is not named has no clock
  amber_days int not null check (amber_days between 0 and 20),
  primary key (partnership_id, id),
  check ((hate_number is null) = (hate_months is null)),
  check ((community_number is null) = (community_months is null)),
  exclude using gist (partnership_id with =, during with &&)
);
