/**
 * Asking agencies what they know about a case by a date, and seeing who has answered: never what, before it is released. An agency whose
 * research is only spoken answers whether it researched and shared, never what.
 *
 * <p>May use: the rest of {@code sharing} but {@code desk}, {@code notify}, and the rooms that {@code sharing} may use. Its own: table
 * {@code research_request}.
 */
package org.panelhub.sharing.research;
