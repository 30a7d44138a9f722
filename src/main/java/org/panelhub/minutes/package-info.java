/**
 * The record of a meeting: draft paragraphs written from what the meeting left behind, edited by the coordinator, corrected by the agency
 * that spoke, agreed by the chair and frozen, circulated, and received only by who signed. A paragraph names the items it was written from;
 * who does not see them all does not see the paragraph, on the page, in the PDF or in JSON. Parts, their order and headings are the
 * template of the panel (its terms of reference).
 *
 * <p>May use: floors 0 to 3, {@code meetings}, {@code room}. Reads in its own projections what the meeting recorded: agenda, attendance,
 * declarations, items released, decisions, plans, actions. Its own: tables {@code hub.minutes}, {@code minutes_paragraph},
 * {@code minutes_source}, {@code minutes_receipt}, their policies in {@code R__50_meetings.sql}, and declarations with the purpose
 * {@code MINUTES}.
 */
package org.panelhub.minutes;
