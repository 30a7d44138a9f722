-- The applicant is asked about the action plan before it is final [Lambeth; Home Office statutory guidance]: a letter says what is planned, and the answer is told from other messages.
alter table hub.trigger_letter drop constraint trigger_letter_kind_check;
alter table hub.trigger_letter add constraint trigger_letter_kind_check check (kind in ('ACKNOWLEDGEMENT', 'MET', 'NOT_MET', 'OUTCOME', 'PLAN', 'RESOLUTION', 'APPEAL', 'APPEAL_OUTCOME', 'CLOSURE'));
alter table hub.trigger_message drop constraint trigger_message_kind_check;
alter table hub.trigger_message add constraint trigger_message_kind_check check (kind in ('MESSAGE', 'COMPLAINT', 'PLAN'));
