-- What pages look for is found by a key, however much the hub holds. One's own items away from the cases that one sees: by author, and by agency and panel.
create index on hub.item (author_id);
create index on hub.item (agency_id, panel_id);
drop index hub.item_agency_id_idx;
-- And the other things that one finds by who one is: what one has referred, and what one has to do.
create index on hub.referral (author_id);
create index on hub.action (owner_member_id, due_on) where state = 'OPEN';
-- An agency's own releases, the newest first.
create index on hub.disclosure (agency_id, released_at desc, id desc);
-- And its releases in a case.
create index on hub.disclosure (case_id, agency_id);
drop index hub.disclosure_case_id_idx;
-- A panel's cases by state, the newest first, as the list shows them; its plans by the day of their review; and the ends of cases that wait for a signature.
create index on hub.case_file (panel_id, state, opened_on desc, id desc);
drop index hub.case_file_panel_id_id_idx;
create index on hub.plan (panel_id, review_on);
create index on hub.case_exit (panel_id) where signed_off_at is null and cancelled_at is null;
-- Who watches a meeting is asked at each entering, and few do.
create index on hub.attendance (member_id) where capacity = 'OBSERVER';
