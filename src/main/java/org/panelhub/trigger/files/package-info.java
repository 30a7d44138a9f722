/**
 * The files of an application for a case review: what the applicant sends on its follow page (photographs, a diary, a letter), and what those who answer for it add that came by telephone, by letter or in
 * person. Whoever reads what the applicant writes sees them; the applicant sees a list of what it sent, and nothing that others added.
 *
 * <p>Uses {@code documents}, where the files lie, the application, and the public form's code. The doors by which an applicant sends and takes back stand in {@code db/policy/R__77_documents.sql}.
 */
package org.panelhub.trigger.files;
