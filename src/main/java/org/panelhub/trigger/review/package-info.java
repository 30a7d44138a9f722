/**
 * The review of an application whose threshold is met (2014 Act, section 104(1) and (6)): a case of the board, with a body that leads and a case officer; on each agenda until it ends; what the applicant
 * was told and asked on the way; and its end.
 *
 * <p>Who else sees the application from then on, and that its people come under the rule of cases, is decided by {@code db/policy/R__69_trigger_review.sql}. Its table is the application's.
 */
package org.panelhub.trigger.review;
