/**
 * Mail, and the entries for calendars that go with it. It is written into the outbox by the transaction that gives rise to it and sent from there by whichever node comes first, again
 * and again while the mail server does not answer, and shown to an administrator when it could not be sent. Reminders of all rooms go to each member in one mail a day, as often as it has chosen.
 *
 * <p>May use: {@code time}, {@code identity}, {@code access}, {@code audit}, {@code page}. Its own: tables {@code hub.outbox}, {@code reminder_choice}, the doors
 * {@code access.post}, {@code tell_invited}, {@code claim_mail}, {@code mail_sent}, {@code mail_failed}, {@code retry_mail}, {@code overdue_actions}, {@code research_due}, {@code declarations_due} and {@code remind}.
 */
package org.panelhub.notify;
