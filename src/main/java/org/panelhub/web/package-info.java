/**
 * Pages that span rooms: what waits for the person who has signed in.
 *
 * <p>May use: every room on the floors below. Its own: nothing in the database; it reads by projection, under the same row policies.
 */
package org.panelhub.web;
