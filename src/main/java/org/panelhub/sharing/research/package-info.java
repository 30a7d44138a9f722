/**
 * Asking agencies what they know about a case by a date, and seeing who has answered: never what, before it is released.
 *
 * <p>May use: the rest of {@code sharing} but {@code desk}, {@code notify}, and the rooms that {@code sharing} may use. Its own: table
 * {@code research_request}.
 */
package org.panelhub.sharing.research;
