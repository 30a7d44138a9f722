-- What was tried at the public pages in the last day, so that nobody floods them or tries codes by the thousand. Of who tried only a hash is kept. Reached by doors alone.
create table hub.public_attempt (
  id bigint generated always as identity primary key,
  kind text not null check (kind ~ '^[a-z ]{1,40}$'),
  who bytea not null check (octet_length(who) = 32),
  at timestamptz not null
);
create index public_attempt_counted on hub.public_attempt (who, at);
create index public_attempt_forgotten on hub.public_attempt (at);
