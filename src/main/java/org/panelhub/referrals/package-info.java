/**
 * Referrals to a panel, of people, places and groups as its terms of reference take them, from the first word typed to the answer. A draft
 * keeps what was typed, whatever it holds; the agency's senior officer decides whether it goes; the clock of the triage starts when it is
 * received; the coordinator accepts it, asks for more, or declines it with advice [Lambeth 3.3.2].
 *
 * <p>May use: {@code people}, {@code risk}, {@code cases}, everything of floors 0 and 1. Its own: table {@code hub.referral}, the door
 * {@code access.adopt_referral}.
 */
package org.panelhub.referrals;
