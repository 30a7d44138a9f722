/**
 * What the law and an area's review procedure say of the community trigger, worked out without a database: which complaints qualify, by which routes the threshold is met, and by
 * when each stage is due (Anti-social Behaviour, Crime and Policing Act 2014, section 104; what an area holds is in {@code trigger.procedure}).
 *
 * <p>It proposes; a person decides. Nothing here asks what day it is or who is asking: both are given.
 *
 * <p>May use: floor 0. Its own: nothing in the database.
 */
package org.panelhub.trigger.rules;
