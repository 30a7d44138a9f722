/**
 * Who is asking: the signed-in person, the member account it is linked to, and the places that member holds.
 *
 * <p>May use: nothing of the hub. Its own: tables {@code hub.sign_in} and {@code hub.invitation} (by doors), function {@code access.me}.
 */
package org.panelhub.identity;
