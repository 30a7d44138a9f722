/**
 * The community trigger: a victim's right to have it reviewed how relevant bodies answered reports of anti-social behaviour (ASB case review; Anti-social Behaviour, Crime and Policing Act
 * 2014, sections 104 and 105, Schedule 4), from the application to the answer. An application comes from anybody, by any way; whoever answers for it on the board (the single point of
 * contact) follows it from stage to stage, and so does the applicant.
 *
 * <p>What its parts are: {@code apply} the public form and following it, {@code rules} threshold and clocks, {@code ledger} the complaints and the threshold decision, {@code procedure} the area's review procedure, {@code scheme} how the partnership takes applications, {@code risk} its assessment and the way to a panel for vulnerable victims, {@code review} the case of the board, {@code bodies} whom to tell and ask, {@code files} what applicants send, {@code letters} to applicants, {@code recommendations} the register of them, {@code appeal} of those who are not satisfied,
 * {@code figures} of the year.
 *
 * <p>Uses panels, risk, documents, referrals, cases and meetings. Its tables: {@code hub.trigger_scheme}, {@code hub.trigger}, {@code hub.trigger_applicant}, {@code hub.trigger_complaint}, {@code hub.trigger_event},
 * {@code hub.trigger_message}, under {@code db/policy/R__65_triggers.sql}. What hangs from an application hangs from its review, a case, once that is opened.
 */
package org.panelhub.trigger;
