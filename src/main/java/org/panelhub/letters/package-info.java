/**
 * The end of a case and the letter that announces it: a reason, the sign-off of a senior officer, written notice that names the right to a
 * case review, and the closing itself when the notice has run [Lambeth 3.4]. A letter never holds an address, another agency's
 * information, or anything about a respondent.
 *
 * <p>May use: floors 0 to 2, {@code actions} and {@code plans}. Its own: tables {@code hub.case_exit} and {@code hub.letter}, policies in
 * {@code R__60_actions.sql}.
 */
package org.panelhub.letters;
