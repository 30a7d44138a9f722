/**
 * Looking after the record: an information lead searches who looked at what and why not, has it checked against its seals, and is shown what is worth a
 * second look; an agency sees who looked at its own information. Reading the record is on record too.
 *
 * <p>May use: {@code identity}, {@code access}, {@code audit}, {@code page}. Its own: tables {@code audit.verification} and {@code audit.watch},
 * policies and doors of {@code R__72_watching.sql}.
 */
package org.panelhub.oversight;
