-- Who wrote a row last is asked when two people save at once.
create index on audit.entry (partnership_id, kind, subject, id desc) where act in ('INSERT', 'UPDATE');
