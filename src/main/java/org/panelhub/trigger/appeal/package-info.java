/**
 * Appeals: an applicant is not satisfied and asks to have it looked at again, with the threshold decision, with how it was handled or with what came of it (2014 Act, Schedule 4 paragraph 3; Home Office
 * statutory guidance on the ASB case review). Within its time or marked late, decided by a senior officer of a relevant body who had no part in it, and who reads everything until the outcome but how to
 * reach the applicant.
 *
 * <p>Uses the application and its clocks, the check of the ledger that no complainant is named, the public form's code, the scheme's further body. Its tables: {@code hub.trigger_appeal}, {@code hub.trigger_interview}, under
 * {@code db/policy/R__74_trigger_appeal.sql}, where what an appeal sets going is, too: the file of a review that is opened to the reviewer, who is told, what the clocks follow.
 */
package org.panelhub.trigger.appeal;
