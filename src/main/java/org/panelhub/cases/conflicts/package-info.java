/**
 * Conflicts of interest: what members tell of themselves so that one can be found, and what the chairs decide about those that were
 * found, declared or only hinted at. Finding them is the work of PostgreSQL ({@code db/policy/R__16_conflicts.sql}), so that no way of
 * entering a person can pass it by.
 *
 * <p>May use: the rest of {@code cases}, and the rooms that {@code cases} may use. Its own: tables {@code member_identity},
 * {@code private_relation}, {@code conflict_finding}, {@code referral_bar}, {@code surname_hint}; what is decided stands on
 * {@code case_bar} too.
 */
package org.panelhub.cases.conflicts;
