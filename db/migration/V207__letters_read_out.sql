-- Whoever asks for a case review may ask to be called and not written to: a letter is then read out.
alter table hub.trigger_letter drop constraint trigger_letter_sent_how_check;
alter table hub.trigger_letter add constraint trigger_letter_sent_how_check check (sent_how in ('POST', 'EMAIL', 'READ_OUT', 'BY_HAND'));
