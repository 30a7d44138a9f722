/**
 * Letters to whoever asked for a case review: that the application is here, whether the threshold is met, the outcome, how it was resolved, about an appeal, that it ends. Each is made from a text in plain
 * words, edited by whoever answers for it, read by the hub for what no letter says, and recorded as sent in a way that the applicant said is safe.
 *
 * <p>May use: {@code trigger}, {@code trigger.procedure}, {@code trigger.rules}, {@code letters} (what a letter must not say) and floors 0 and 1. Its own: table {@code hub.trigger_letter}, policies in
 * {@code R__68_trigger_letters.sql}, texts in {@code community-trigger/letters}, one file a letter and language.
 */
package org.panelhub.trigger.letters;
