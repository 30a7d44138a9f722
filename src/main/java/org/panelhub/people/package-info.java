/**
 * People as one panel knows them: through one referral and, once it is accepted, one case. What another panel holds about the same person
 * is another row and is not reached from here. Safe-contact facts stand apart, because their readers are fewer.
 *
 * <p>May use: everything of floors 0 and 1. Its own: tables {@code hub.person} and {@code hub.safe_contact}.
 */
package org.panelhub.people;
