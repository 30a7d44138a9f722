/**
 * What the review procedure of this area says and from when (2014 Act, section 104(2)): the arrangements of the community trigger, each in force while its dates hold, with those of
 * other areas to begin from ({@code resources/presets/community-triggers.json}). An application is judged by the one in force on the day on which it was received; where none was, by
 * the Act alone.
 *
 * <p>It is no secret: the Act has it published. May use: {@code trigger.rules} and the floors below. Its own: table {@code hub.trigger_arrangement}, its policies in
 * {@code R__67_trigger_rules.sql}.
 */
package org.panelhub.trigger.procedure;
