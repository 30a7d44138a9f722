-- A conference on domestic abuse assesses with a checklist of its own, and not with what finds a person vulnerable to anti-social behaviour.
alter table hub.instrument drop constraint instrument_purpose_check;
alter table hub.instrument add constraint instrument_purpose_check check (purpose in ('VULNERABILITY', 'CASE_RATING', 'DOMESTIC_ABUSE'));
