/**
 * The live channel: an open page is told that what it shows has changed, or is no longer its reader's to see, within two seconds. PostgreSQL tells each node
 * which rows changed, by id; each node reads again for each page that may show them, under the rule of its reader, and speaks only where that reader's own
 * view is another one.
 *
 * <p>May use: {@code time}, {@code identity}, {@code access}, {@code audit}, {@code page}. Its own: {@code db/policy/R__85_live.sql}, {@code live.js}. What can
 * be watched, the rooms above say ({@link org.panelhub.live.Watched}).
 */
package org.panelhub.live;
