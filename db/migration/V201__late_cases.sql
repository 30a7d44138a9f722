-- A case that came after a meeting's cut-off is heard by the chair's leave only. Who gave it and why the case cannot wait stand with the item, for all who read the
-- agenda, and are not rewritten.
alter table hub.agenda_item
  add column leave_by uuid,
  add column late_reason text not null default '',
  add foreign key (partnership_id, leave_by) references hub.member (partnership_id, id),
  add check ((leave_by is null) = (late_reason = ''));
