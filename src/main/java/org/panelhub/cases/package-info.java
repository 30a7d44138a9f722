/**
 * The case file: what one panel holds about one person, household, place or group. Who is named on it, who is kept from it, and why
 * someone may see it. Its head and tabs stand on every page of a case, whichever room serves the page.
 *
 * <p>May use: {@code people}, {@code risk}, and every room on the floors below. Reads by projection what higher rooms add to a case
 * (agenda, actions, plans, decisions) for the head and the timeline. Its own: tables {@code case_file}, {@code case_team},
 * {@code case_bar}, {@code admission}, {@code case_reference}, and those of {@code cases.review} and {@code cases.emergency}, with their policies in {@code db/policy/R__30_cases.sql}; and what
 * {@code cases.conflicts} keeps, in {@code db/policy/R__16_conflicts.sql}.
 */
package org.panelhub.cases;
