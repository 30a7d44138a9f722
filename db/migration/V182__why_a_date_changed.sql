-- Whoever arranged the day around a meeting is owed a reason when it is moved or cancelled: a sentence without names, as it goes into mails.
alter table hub.meeting add column change_reason text not null default '';
