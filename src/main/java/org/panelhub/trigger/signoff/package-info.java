/**
 * The sign-off of resolution letters: the letter that ends a review is put forward to the chair and each relevant body, and goes only when all of them have signed these words [Lambeth]. Changed words are
 * signed anew.
 *
 * <p>May use: {@code trigger}, {@code letters} (how the words of a letter are laid out) and floors 0 and 1.
 *
 * <p>Its table is {@code hub.trigger_sign_off}, under {@code db/policy/R__76_trigger_sign_off.sql}, which also keeps a letter from being recorded as sent before.
 */
package org.panelhub.trigger.signoff;
