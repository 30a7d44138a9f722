/**
 * The hub's clock, working days with the bank holidays of England and Wales, dates that come round again, and days as people say them.
 *
 * <p>May use: no other room. Its own: nothing in the database but the functions {@code hub.now}, {@code hub.today} and
 * {@code hub.clock_offset}, which {@link org.panelhub.time.HubClock} reads.
 */
package org.panelhub.time;
