-- By which of the names on an application, and which of the member's own, a conflict was found (hashed, since what a member told stays its own): what a chair decided about one is not decided about another.
alter table hub.trigger_bar add column matched text not null default '';
alter table hub.trigger_bar drop constraint trigger_bar_partnership_id_trigger_id_member_id_kind_key;
alter table hub.trigger_bar add unique (partnership_id, trigger_id, member_id, kind, matched);
