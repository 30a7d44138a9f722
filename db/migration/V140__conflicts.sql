-- Conflicts of interest: what members tell of themselves so that one can be found, what was found, and what was decided.

-- Names folded for comparing, as people.Names folds them: small letters, no accents, no punctuation, single spaces. The collation is
-- PostgreSQL's own, so that a name folds alike on every machine.
create function hub.folded(p_name text) returns text language sql immutable parallel safe set search_path = '' as $$
  select btrim(regexp_replace(regexp_replace(translate(replace(replace(lower(
    regexp_replace(normalize(coalesce(p_name, '') collate pg_catalog.pg_c_utf8, nfkd), '[\u0300-\u036f]', '', 'g')), 'ß', 'ss'), 'æ', 'ae'), 'øłđ-', 'old '),
    '[[:punct:]’‘“”´`–—]', '', 'g'), '[[:space:]]+', ' ', 'g')) $$;
-- A name in whatever order it was written: its words, folded and sorted.
create function hub.name_key(p_name text) returns text language sql immutable parallel safe set search_path = '' as $$
  select coalesce(string_agg(w, ' ' order by w collate "C"), '') from (select distinct w from unnest(string_to_array(hub.folded(p_name), ' ')) w where w <> '') x $$;
-- The keys by which one person is found: the whole name, the name without middle names, and each other name; a single word is set beside
-- the first given name, as a former surname is. Two people may be the same when they share a key.
create function hub.name_keys(p_given text, p_family text, p_others text[]) returns text[] language sql immutable parallel safe set search_path = '' as $$
  select coalesce(array_agg(distinct k order by k), '{}') from (
    select hub.name_key(n) as k from (
      select p_given || ' ' || p_family as n
      union all select split_part(hub.folded(p_given), ' ', 1) || ' ' || p_family
      union all select case when hub.folded(o) like '% %' then o else split_part(hub.folded(p_given), ' ', 1) || ' ' || o end from unnest(p_others) o
      union all select split_part(hub.folded(o), ' ', 1) || ' ' || regexp_replace(hub.folded(o), '^.* ', '') from unnest(p_others) o) x) y
   where k like '% %' $$;
-- The last word of an account's name, a hyphen kept inside it.
create function hub.surname(p_name text) returns text language sql immutable parallel safe set search_path = '' as $$ select hub.folded(regexp_replace(btrim(p_name), '^.*\s', '')) $$;

alter table hub.person add column name_keys text[] generated always as (hub.name_keys(given_names, family_name, aliases)) stored;
alter table hub.person add column family_key text generated always as (hub.folded(family_name)) stored;
create index on hub.person using gin (name_keys);
create index on hub.person (partnership_id, family_key);
alter table hub.member add column family_key text generated always as (hub.surname(name)) stored;
create index on hub.member (partnership_id, family_key);

-- What a member chose to tell of itself, for this purpose only: to be found when it is a party to a case. Never where it lives. Only the
-- member reads it, and takes it back when it likes.
create table hub.member_identity (
  partnership_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  given_names text not null,
  family_name text not null,
  former_names text[] not null default '{}',
  born date not null,
  statement text not null,                  -- what the member confirmed and agreed to
  given_at timestamptz not null default hub.now(),
  name_keys text[] generated always as (hub.name_keys(given_names, family_name, former_names)) stored,
  primary key (partnership_id, id),
  unique (partnership_id, member_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
create index on hub.member_identity using gin (name_keys);
create index on hub.member_identity (member_id);

-- Whom a member knows privately. Read by the member alone, like the above.
create table hub.private_relation (
  partnership_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  born date,                                -- where it is known
  relation text not null,
  declared_at timestamptz not null default hub.now(),
  name_keys text[] generated always as (hub.name_keys('', '', array[name])) stored,
  primary key (partnership_id, id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id)
);
create index on hub.private_relation using gin (name_keys);
create index on hub.private_relation (member_id);

-- A bar: how it came about, and what the chair decided. A bar that was found or declared stands until it is lifted, decided or not.
alter table hub.case_bar add column how text not null default 'SET' check (how in ('DECLARED', 'SET', 'FOUND'));
alter table hub.case_bar add column decided_by uuid;
alter table hub.case_bar add column decided_at timestamptz;
alter table hub.case_bar add column decided_reason text not null default '';
alter table hub.case_bar add foreign key (partnership_id, decided_by) references hub.member (partnership_id, id);
alter table hub.case_bar add unique (partnership_id, id, case_id);
update hub.case_bar set how = 'DECLARED' where set_by = member_id;
create index on hub.case_bar (case_id);

-- What the hub found, and with whom: for the chair who decides. Apart from the bar, which the coordinator sees too.
create table hub.conflict_finding (
  partnership_id uuid not null,
  id uuid not null,
  bar_id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('PARTY', 'RELATION')),
  agrees text not null check (agrees in ('NAME_AND_BIRTH', 'NAME')),
  found_at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  unique (partnership_id, case_id, member_id, person_id, kind),
  foreign key (partnership_id, bar_id, case_id) references hub.case_bar (partnership_id, id, case_id) on delete cascade,
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id),
  foreign key (partnership_id, person_id) references hub.person (partnership_id, id) on delete set null (person_id)
);
create index on hub.conflict_finding (bar_id);
create index on hub.conflict_finding (person_id);

-- The same for a referral that has opened no case yet.
create table hub.referral_bar (
  partnership_id uuid not null,
  id uuid not null,
  referral_id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  person_id uuid,
  kind text not null check (kind in ('PARTY', 'RELATION')),
  agrees text not null check (agrees in ('NAME_AND_BIRTH', 'NAME')),
  found_at timestamptz not null default hub.now(),
  decided_by uuid,
  decided_at timestamptz,
  decided_reason text not null default '',
  lifted_at timestamptz,
  primary key (partnership_id, id),
  unique (partnership_id, referral_id, member_id, person_id, kind),
  foreign key (partnership_id, referral_id) references hub.referral (partnership_id, id) on delete cascade,
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id),
  foreign key (partnership_id, decided_by) references hub.member (partnership_id, id),
  foreign key (partnership_id, person_id) references hub.person (partnership_id, id) on delete set null (person_id)
);
create index on hub.referral_bar (member_id);
create index on hub.referral_bar (person_id);

-- A surname that few bear, shared by a member and a person of a case: a hint to the chair, and no bar.
create table hub.surname_hint (
  partnership_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  panel_id uuid not null,
  member_id uuid not null,
  person_id uuid not null,
  found_at timestamptz not null default hub.now(),
  decided_by uuid,
  decided_at timestamptz,
  decided_reason text not null default '',
  primary key (partnership_id, id),
  unique (partnership_id, case_id, member_id, person_id),
  foreign key (partnership_id, case_id, panel_id) references hub.case_file (partnership_id, id, panel_id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id),
  foreign key (partnership_id, decided_by) references hub.member (partnership_id, id),
  foreign key (partnership_id, person_id) references hub.person (partnership_id, id) on delete cascade
);
create index on hub.surname_hint (panel_id) where decided_at is null;
create index on hub.surname_hint (person_id);

-- How many people of a partnership, members and people in its cases together, may bear a surname for it still to count as rare.
alter table hub.arrangement add column rare_surname int not null default 4 check (rare_surname between 0 and 50);

-- Each time an information lead opened its controller's own information past a seal, and why.
create table hub.controller_access (
  partnership_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  signatory_id uuid not null,
  reason text not null,
  opened_at timestamptz not null default hub.now(),
  until timestamptz not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, member_id) references hub.member (partnership_id, id),
  foreign key (partnership_id, signatory_id) references hub.signatory (partnership_id, id)
);
create index on hub.controller_access (signatory_id, opened_at);
