/**
 * Sharing outside the panel: an originator records that it gave its information to a body that has signed nothing, under its own duties. It is
 * warned, never refused, and the recipient gets no account.
 *
 * <p>May use: the rest of {@code sharing} but {@code desk}, and the rooms that {@code sharing} may use. Its own: table
 * {@code outside_disclosure} with its policies in {@code db/policy/R__41_disclosure.sql}.
 */
package org.panelhub.sharing.outside;
