/**
 * The complaints ledger of an application and the threshold decision (Anti-social Behaviour, Crime and Policing Act 2014, section 104(4), (5) and (11)): who was told of what and when, which reports
 * are about one incident, whether each qualifies and why, and by which route the threshold is met or is not.
 *
 * <p>The hub proposes, by {@code trigger.rules} and the procedure in force on the day of receipt; a person decides, with a reason where the two differ. Nothing in the ledger vanishes, and no name of a
 * complainant leaves it for the applicant.
 *
 * <p>May use: {@code trigger}, {@code trigger.procedure}, {@code trigger.rules}, {@code letters} (what words to the applicant must not say) and floors 0 and 1. Its own: tables {@code hub.trigger_complaint_step}, {@code hub.trigger_complaint_pair},
 * {@code hub.trigger_decision}, policies in {@code R__73_trigger_ledger.sql}; the complaints themselves ({@code hub.trigger_complaint}) come with the application.
 */
package org.panelhub.trigger.ledger;
