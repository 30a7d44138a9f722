/**
 * Why someone sees a case, who has looked at it, and the two things that shut it: the bar of a conflict of interest and the seal.
 * Explains from the same facts by which the database decides, and decides nothing itself.
 *
 * <p>May use: the rest of {@code cases}, and the rooms that {@code cases} may use. Its own: tables {@code case_bar}, {@code admission}.
 */
package org.panelhub.cases.sight;
