/**
 * The appeal: a called-in case is looked at again by an officer who had no part in it, who reads the file and writes nothing to it, until the
 * outcome is recorded (Anti-social Behaviour, Crime and Policing Act 2014, section 104 and Schedule 4).
 *
 * <p>May use: the rest of {@code cases}, and the rooms that {@code cases} may use. Its own: table {@code appeal_review}, with its policies in
 * {@code db/policy/R__25_named.sql}.
 */
package org.panelhub.cases.review;
