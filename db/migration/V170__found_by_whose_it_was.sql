-- Most of what is read is nobody's own: these entries would all go to the same page of the index, and make every reader wait there for every other.
drop index audit.entry_partnership_id_about_agency_id_id_idx;
create index entry_of_an_agency on audit.entry (partnership_id, about_agency_id, id desc) where about_agency_id is not null;
