/**
 * Why someone sees a case or information, or does not; who has looked; and the two things that shut a case: the bar of a conflict of interest
 * and the seal.
 * Explains from the same facts by which the database decides, and decides nothing itself.
 *
 * <p>May use: the rest of {@code cases}, and the rooms that {@code cases} may use. Its own: tables {@code case_bar}, {@code admission}.
 */
package org.panelhub.cases.sight;
