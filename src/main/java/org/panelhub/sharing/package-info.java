/**
 * What each agency knows about a case, and what it decides to let go: items, their release by a recorded disclosure, and the decision to
 * withhold. An item belongs to one agency; only that agency releases, withdraws, corrects or marks it.
 *
 * <p>May use: {@code cases}, {@code protocols}, and every room to the left or below. Its own: tables {@code item}, {@code withholding},
 * {@code disclosure}, {@code research_request}, with their policies in {@code db/policy/R__40_sharing.sql} and the view
 * {@code access.released}; {@code source_grading} and {@code consent_withdrawal}, with theirs and the door {@code access.reach} in
 * {@code db/policy/R__41_disclosure.sql}. {@code desk} holds the pages at which an agency decides; {@code research} asks agencies for what they
 * know; {@code onward} asks an originator for further use; {@code outside} records what was given to a body that has signed nothing.
 */
package org.panelhub.sharing;
