-- Until the chair agrees the minutes, an agency that spoke corrects what is written of its information; who did so stands beside it.
alter table hub.minutes_paragraph add column corrected_by uuid;
alter table hub.minutes_paragraph add column corrected_at timestamptz;
alter table hub.minutes_paragraph add constraint corrected_whole check ((corrected_by is null) = (corrected_at is null));
alter table hub.minutes_paragraph add foreign key (partnership_id, corrected_by) references hub.member (partnership_id, id);
