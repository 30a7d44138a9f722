-- What a panel takes, hears, decides and minutes: data of the panel, so that a board nobody thought of needs no code. Its words and gate are rules that a later
-- review must find as they stood, so each edition holds while its dates hold, as an arrangement does, and none is rewritten.
create table hub.terms (
  partnership_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  during daterange not null,
  subjects text[] not null check (cardinality(subjects) > 0 and subjects <@ array['PERSON', 'HOUSEHOLD', 'PLACE', 'GROUP']),
  called text not null check (called <> ''),    -- what one of them is called there: a case, a nominal, a profile
  gate text not null check (gate in ('NONE', 'MEDIUM', 'HIGH')),  -- the judgement that the panel takes; below it a referral is warned, never barred
  sections jsonb not null,                      -- of the agenda, in order: kind, title, minutes; the cases stand where CASES stands
  outcomes text[] not null,                     -- what a decision may be chosen from; own words stay possible
  minutes jsonb not null,                       -- parts of the minutes in their order, each with its heading; what is not named is left out
  primary key (partnership_id, id),
  foreign key (partnership_id, panel_id) references hub.panel (partnership_id, id),
  exclude using gist (panel_id with =, during with &&)
);

-- Panels that there are go on as they were: the vulnerable victims panel takes people judged high, and each has the agenda and the minutes that all had.
insert into hub.terms (partnership_id, id, panel_id, during, subjects, called, gate, sections, outcomes, minutes)
select p.partnership_id, gen_random_uuid(), p.id, daterange('2000-01-01', null), array['PERSON'], 'case', case when p.kind = 'VVP' then 'HIGH' else 'NONE' end,
       '[{"kind": "LAST_ACTIONS", "title": "Actions of the last meeting", "minutes": 10}, {"kind": "CASES", "title": "Cases", "minutes": 0}, {"kind": "OTHER_BUSINESS", "title": "Other business", "minutes": 5}]',
       '{}',
       '[{"part": "PRESENT", "heading": "Present"}, {"part": "OBSERVERS", "heading": "Observers"}, {"part": "APOLOGIES", "heading": "Apologies"}, {"part": "REMINDER", "heading": "Confidentiality"},
         {"part": "LAST_ACTIONS", "heading": "Actions from last time"}, {"part": "CASES", "heading": "Cases"}, {"part": "REASON", "heading": "Reason"}, {"part": "INFORMATION", "heading": "Information shared"},
         {"part": "RISK", "heading": "Risk"}, {"part": "DECISION", "heading": "Decision"}, {"part": "PLAN", "heading": "Protection plan"}, {"part": "ACTIONS", "heading": "Actions"},
         {"part": "OTHER_BUSINESS", "heading": "Other business"}]'
  from hub.panel p;
