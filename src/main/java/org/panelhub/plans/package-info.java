/**
 * The protection plan of a case: what it is to achieve, what is done, what the victim was asked and said, and when it is looked at again.
 * A plan is never overwritten: each writing and each review is an edition, and the earlier ones stay readable.
 *
 * <p>May use: floors 0 to 2. Its own: table {@code hub.plan}, policies in {@code R__60_actions.sql}.
 */
package org.panelhub.plans;
