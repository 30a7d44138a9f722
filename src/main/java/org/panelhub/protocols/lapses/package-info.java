/**
 * What lapses next: editions of protocols and their reviews, signatures, and the yearly undertakings; as a calendar, and as mails before the day.
 *
 * <p>May use: the rest of {@code protocols}, {@code notify}, and the rooms that {@code protocols} may use. Its own: table
 * {@code hub.lapse_reminder} with its policies in {@code R__22_protocols.sql}; the doors {@code access.lapsing} and, shared with
 * {@code notify}, {@code access.remind}.
 */
package org.panelhub.protocols.lapses;
