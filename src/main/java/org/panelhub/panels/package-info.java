/**
 * Panels: what they are for, the figures by which they work and from when (arrangements), the agencies they expect, who sits on them in
 * which role (seats), and the yearly confidentiality undertaking of each who sits. Presets are data in {@code resources/presets}.
 *
 * <p>May use: floor 0, {@code partnership}. Its own: tables {@code hub.panel}, {@code arrangement}, {@code panel_agency}, {@code seat},
 * {@code undertaking}, {@code deputy}; the policies on these tables in {@code R__20_partnership.sql} and {@code R__25_named.sql}.
 */
package org.panelhub.panels;
