/**
 * Panels: what they are for, what they take and how they work through it (terms of reference), the figures by which they work and from
 * when (arrangements), the agencies they expect, who sits on them in which role (seats), and the yearly confidentiality undertaking of
 * each who sits. Any board is made so, without code; presets are data in {@code resources/presets}.
 *
 * <p>May use: floor 0, {@code partnership}. Its own: tables {@code hub.panel}, {@code arrangement}, {@code terms}, {@code panel_agency},
 * {@code seat}, {@code undertaking}, {@code deputy}; the policies on these tables in {@code R__20_partnership.sql} and {@code R__25_named.sql}.
 */
package org.panelhub.panels;
