-- A repeated call shows what was made as the rule shows it now (docs/decisions/0008-a-repeated-call-reads-again.md): no answer is kept, so nothing of a case
-- stays readable here after its reader has lost sight of it.
alter table hub.idempotency drop column body;
