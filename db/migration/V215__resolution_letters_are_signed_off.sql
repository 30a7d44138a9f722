-- A resolution letter is put forward to the chair and each relevant body, and goes when all have signed these words [Lambeth]. Changed words are signed anew.
alter table hub.trigger_letter add column put_forward_at timestamptz;
create table hub.trigger_sign_off (
  partnership_id uuid not null,
  id uuid not null,
  trigger_id uuid not null,
  panel_id uuid not null,
  case_id uuid,
  letter_id uuid not null,
  signatory_id uuid,                        -- the body for which; none of the chair's
  words_hash text not null,                 -- of what was read and signed
  signed_by uuid not null,
  signed_at timestamptz not null default hub.now(),
  primary key (partnership_id, id),
  foreign key (partnership_id, trigger_id, panel_id) references hub.trigger (partnership_id, id, panel_id),
  foreign key (partnership_id, letter_id) references hub.trigger_letter (partnership_id, id),
  foreign key (partnership_id, signatory_id) references hub.signatory (partnership_id, id),
  foreign key (partnership_id, signed_by) references hub.member (partnership_id, id)
);
create unique index on hub.trigger_sign_off (partnership_id, letter_id, signatory_id, words_hash) nulls not distinct;
create index on hub.trigger_sign_off (trigger_id);
