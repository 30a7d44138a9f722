-- A case may be about a place or a group as well as about people [Lambeth 3.5]. A place and a group are no persons: their names stand with the referral, and with
-- the case from its opening; who is said to cause what happens there stays a person of the referral.
alter table hub.referral add column subject_kind text not null default 'PERSON' check (subject_kind in ('PERSON', 'HOUSEHOLD', 'PLACE', 'GROUP'));
alter table hub.referral add column subject_name text not null default '';
alter table hub.referral add column subject_where text not null default '';
alter table hub.case_file add column subject_kind text not null default 'PERSON' check (subject_kind in ('PERSON', 'HOUSEHOLD', 'PLACE', 'GROUP'));
alter table hub.case_file add column subject_where text not null default '';
