-- A board that tasks enforcement sees nothing of what other panels hold, as the tasking group does: so its chair decides on no conflict of interest in their cases.
alter table hub.panel add column tasking boolean not null default false;
update hub.panel set tasking = true where kind = 'PTG';

-- An opening slot is heard before the confidential part, for the applicant or whoever speaks for a victim.
alter table hub.agenda_item drop constraint agenda_item_kind_check;
alter table hub.agenda_item add constraint agenda_item_kind_check check (kind in ('LAST_ACTIONS', 'OPENING', 'CASE', 'REVIEW', 'OTHER_BUSINESS', 'NOTE'));
alter table hub.agenda_item add constraint opening_without_case check (kind <> 'OPENING' or case_id is null);
