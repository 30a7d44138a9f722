-- Seals over the record, the figures by which it is watched, and the checking of it.

-- The decision by which the detail of an earlier entry was erased; words of a retention schedule, never of a case.
alter table audit.entry add column decision text;
alter table audit.entry drop constraint entry_act_check;
alter table audit.entry add constraint entry_act_check
  check (act in ('READ', 'INSERT', 'UPDATE', 'DELETE', 'REFUSED', 'SIGNED_IN', 'SIGNED_OUT', 'EXPORTED', 'ERASED'));
-- Sealing goes by transaction, searching by time and by the looker's agency.
create index on audit.entry (tx);
create index on audit.entry using brin (at) with (pages_per_range = 32, autosummarize = on);
create index on audit.entry (partnership_id, agency_id, id desc);
create index on audit.entry (subject) where act = 'ERASED';

-- A seal: the entries of one partnership up to a transaction, hashed to the root of a tree, chained to the seal before and signed with a key
-- that the database does not hold. What is signed is written out in docs/decisions/0009. An entry that belongs to no partnership is sealed in a
-- chain of its own, whose seals have none either.
create table audit.seal (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid,
  number int not null check (number > 0),             -- counts within the chain
  encoding int not null,                              -- of entries and of this seal
  epoch int not null check (epoch > 0),               -- begins anew where transaction numbers do
  epoch_reason text not null,
  epoch_from xid8 not null,                           -- the epoch's own transactions begin here
  epoch_first_entry bigint not null,                  -- entries below may have been written in an earlier epoch
  system_identifier numeric(20) not null,             -- of the database cluster
  timeline int not null,
  carried boolean not null,                           -- left unsealed by the epoch before
  below xid8 not null,                                -- every entry of a transaction below it is sealed
  first_entry bigint not null check (first_entry > 0),  -- the running number, within the chain, of the first entry
  entries int not null check (entries > 0),
  root bytea not null check (length(root) = 32),
  previous bytea check (length(previous) = 32),       -- hash of the seal before; null for the first
  sealed_at timestamptz not null,
  key_id text not null,
  signature bytea not null,
  entry_ids bigint[] not null,                        -- the entries in the order of the tree
  leaves bytea not null,                              -- and the hash of each, so that an altered one can be named
  unique nulls not distinct (partnership_id, number),
  check (cardinality(entry_ids) = entries and length(leaves) = 32 * entries)
);
create index on audit.seal (epoch, below);
