/**
 * Information sharing protocols: editions and their dates, the panels they cover, the law each agency relies on, and the signatures by
 * which a signatory stands by them. As the protocol is what a new partnership completes last, the overview of what is still missing
 * before a first meeting is kept here too.
 *
 * <p>May use: floor 0, {@code partnership}, {@code panels}. Its own: tables {@code hub.protocol}, {@code protocol_panel},
 * {@code protocol_document}, {@code protocol_file}, {@code legal_basis}, {@code signature}; the policies on these tables in {@code R__20_partnership.sql}
 * and {@code R__22_protocols.sql}; the doors {@code access.concerned_by} and {@code lapsing}; the view {@code access.signature_in_force} reads them for
 * everyone who asks who has signed, {@code access.spoken_only} for whom research is not stored.
 */
package org.panelhub.protocols;
