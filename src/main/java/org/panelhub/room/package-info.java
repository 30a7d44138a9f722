/**
 * The room of an open meeting: which item is being heard and for how long, what is shared in it, the risk and the decision, the actions and
 * the plan that come out of it. Everything else about a meeting is prepared in {@code meetings}.
 *
 * <p>May use: {@code meetings}, {@code sharing}, {@code cases}, {@code actions}, {@code plans}, and the ground floor. Its own: table
 * {@code hub.decision} and its policies in {@code R__50_meetings.sql}.
 */
package org.panelhub.room;
