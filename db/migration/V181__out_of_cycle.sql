-- An emergency meeting is held between the dates that a panel keeps [SafeLives, MARAC guidance]: it says why, in a sentence that every seat may read.
alter table hub.meeting add column out_of_cycle boolean not null default false;
alter table hub.meeting add column out_of_cycle_reason text not null default '';   -- without names
alter table hub.meeting add check (out_of_cycle = (out_of_cycle_reason <> ''));
