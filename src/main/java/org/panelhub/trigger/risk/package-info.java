/**
 * Risk, offered whatever is decided about an application [Lambeth]: how vulnerable the person is, and how the case is rated, each by its own instrument; at the receipt, when the threshold is decided, before
 * the board reviews it. Who is found to be at high risk is for the analyst and the panel for vulnerable victims: a task for each, made by the hub in the same transaction, and a referral that begins with
 * what is known and is checked and sent as every referral.
 *
 * <p>Uses {@code risk} and {@code referrals}. No table of its own: assessments hang from the application, tasks are {@code hub.trigger_asking}.
 */
package org.panelhub.trigger.risk;
