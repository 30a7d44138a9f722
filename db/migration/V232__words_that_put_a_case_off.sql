-- A decision that begins so has put the case off to another meeting and decided nothing else: it is not a review (community trigger), and its clock goes on.
alter table hub.terms add column adjournments text[] not null default '{Adjourned}';
