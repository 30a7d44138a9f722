/**
 * What was agreed to be done: an action has one owner agency, perhaps a person in it, and a day. It is reported done, no longer possible
 * or not done, each with words that say what or why, and every report stays. Its owner may offer it to another agency, which takes it on or declines, and ask
 * the chair for a later day. Of what is not done the panel's ladder says who is told next.
 *
 * <p>May use: floors 0 to 2. Its own: tables {@code hub.action}, {@code hub.action_update}, {@code hub.action_offer} and
 * {@code hub.action_extension}, {@code hub.escalation_ladder} and {@code hub.escalation}, policies in {@code R__60_actions.sql}, {@code R__61_asked_of_actions.sql} and
 * {@code R__62_escalation.sql}, the doors {@code access.may_take}, {@code tell_asked}, {@code escalate},
 * {@code escalation_days} and {@code escalated_now}.
 */
package org.panelhub.actions;
