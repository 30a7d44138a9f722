/**
 * Acting in an emergency: a duty officer finds a case by its reference, or by a name and date of birth, and opens it for stated hours with a
 * reason; a sealed case only its chair. Everyone concerned is told at once, and chair and information leads look at it afterwards.
 *
 * <p>What is seen meanwhile, who is told and who reviews is decided by PostgreSQL ({@code db/policy/R__26_emergency.sql}); this room carries
 * words to and fro. May use: the rest of {@code cases}, and the rooms that {@code cases} may use. Its own: tables {@code emergency},
 * {@code emergency_review}.
 */
package org.panelhub.cases.emergency;
