-- Whether a colleague shares a panel is asked of each name on a page, by member and panel.
create index on hub.seat (member_id, panel_id);
create index on hub.case_team (member_id, panel_id);
create index on hub.attendance (member_id, panel_id);
drop index hub.seat_member_id_idx;
drop index hub.case_team_member_id_idx;
drop index hub.attendance_member_id_idx;
