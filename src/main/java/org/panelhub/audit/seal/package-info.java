/**
 * Seals over the record: what was written is hashed, chained and signed with a key that the database does not hold, copied outside, and can be
 * checked by whoever answers for it (sharing design, "The record"; docs/decisions/0009).
 *
 * <p>May use: {@code access}. Its own: table {@code audit.seal}.
 */
package org.panelhub.audit.seal;
