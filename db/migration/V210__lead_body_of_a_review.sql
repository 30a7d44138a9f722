-- Which body leads a review: the board names one, and a case officer in it (its place on the case's team).
alter table hub.trigger add column lead_agency_id uuid;
alter table hub.trigger add foreign key (partnership_id, lead_agency_id) references hub.agency (partnership_id, id);
create index on hub.trigger (lead_agency_id);
