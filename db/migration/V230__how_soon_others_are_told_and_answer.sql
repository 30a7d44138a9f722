-- How soon others are told of an application and answer about it: working days, as each procedure has it. The Act sets no time; what held until now was two and ten.
alter table hub.trigger_arrangement
  add column tell_within int not null default 2 check (tell_within between 1 and 60),
  add column answer_within int not null default 10 check (answer_within between 1 and 60);
