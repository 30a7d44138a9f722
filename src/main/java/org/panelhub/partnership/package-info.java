/**
 * The partnership itself: legal bodies that sign protocols (signatories), their services (agencies), the people who work in them
 * (members), what they may do apart from any panel (offices), and the one-time invitation by which a person is linked to an account.
 *
 * <p>May use: {@code time}, {@code identity}, {@code access}, {@code audit}, {@code page}, {@code notify}. Its own: tables
 * {@code hub.partnership}, {@code signatory}, {@code agency}, {@code member}, {@code member_contact}, {@code office},
 * {@code invitation}, {@code designated_officer}; the doors {@code access.accept_invitation} and {@code access.found_partnership}; the policies on these tables in
 * {@code R__20_partnership.sql} and {@code R__25_named.sql}.
 */
package org.panelhub.partnership;
