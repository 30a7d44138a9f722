/**
 * What was agreed to be done: an action has one owner agency, perhaps a person in it, and a day. It is reported done, no longer possible
 * or not done, each with words that say what or why, and every report stays.
 *
 * <p>May use: floors 0 to 2. Its own: tables {@code hub.action} and {@code hub.action_update}, policies in {@code R__60_actions.sql}.
 */
package org.panelhub.actions;
