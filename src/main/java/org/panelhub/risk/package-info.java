/**
 * Instruments and assessments. An instrument is data: questions, weights, bands and the answers that always mean high; a change is a new
 * edition. There are instruments for two purposes: how vulnerable a person is, and how a case is rated. An assessment keeps the answers, the score and its band, and beside them the officer's own judgement: the score never replaces it.
 *
 * <p>May use: {@code people}, everything of floors 0 and 1. Its own: tables {@code hub.instrument} and {@code hub.assessment}.
 */
package org.panelhub.risk;
