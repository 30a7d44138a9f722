-- The clock's functions with bodies that PostgreSQL has parsed already: they need no search_path of their own, and without one a query takes in the
-- expression instead of calling three functions for every row that it compares with today.
create or replace function hub.clock_offset() returns interval language sql stable return interval '0';
create or replace function hub.now() returns timestamptz language sql stable return now() + hub.clock_offset();
create or replace function hub.today() returns date language sql stable return (hub.now() at time zone 'Europe/London')::date;
