-- Schemas, and the one clock.

create schema hub;     -- tables, all under row security
create schema extension;  -- what PostgreSQL itself brings
create extension btree_gist with schema extension;
create schema access;  -- who may see what: facts, the pass, doors (sharing rule)
create schema audit;   -- the record of every read, write and refusal

-- How far the hub's clock stands from real time. Always zero here; the demo and the tests replace this function.
create function hub.clock_offset() returns interval language sql stable set search_path = '' as $$ select interval '0' $$;
create function hub.now() returns timestamptz language sql stable set search_path = '' as $$ select now() + hub.clock_offset() $$;
create function hub.today() returns date language sql stable set search_path = '' as $$ select (hub.now() at time zone 'Europe/London')::date $$;
