/**
 * How every page of the hub looks and answers: layout, navigation, form fields and their messages, what is said once after a save,
 * drafts, the headers of the API that keep a change from being lost or made twice, and the one place where an exception becomes a page or a
 * problem document.
 *
 * <p>May use: time, identity, access, audit. Its own: tables {@code hub.draft} and {@code hub.idempotency}; the templates in {@code layout.html}, {@code public.html},
 * {@code tags} and {@code page}; {@code hub.css} and {@code hub.js}.
 */
package org.panelhub.page;
