-- Whether a member was reminded today is asked for each reminder; without this, of everything that was ever sent.
create index on hub.outbox (to_member, sent_at) where template = 'reminder';
