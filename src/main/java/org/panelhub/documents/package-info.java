/**
 * Files that come from outside and are kept with what they belong to: looked through before they are kept, named so that no screen or disk stumbles over them, given out as files and never shown within
 * the hub's own pages. So far those of an application for a case review.
 *
 * <p>The content is read by the download alone; each showing and each download is on record. What is deleted leaves its row, without the bytes. The pages stand in the rooms whose files they are
 * ({@code trigger.files}).
 *
 * <p>May use: the rooms on floor 0. Its own: tables {@code hub.document} and {@code hub.document_content}, under {@code db/policy/R__77_documents.sql}.
 */
package org.panelhub.documents;
