/**
 * Whom an application makes it necessary to tell, as tasks with a recipient and a day: hate, the Hate Crime Coordinator and the police; a respondent under 18, youth offending; children who may lose their
 * home, social care and the Homeless Persons Unit at their moments; another landlord, that landlord [Lambeth 3.1.9, 3.3.3]. And whom the board asks for information: any person may be asked, and whoever
 * exercises public functions must answer (2014 Act, Schedule 4, paragraph 7).
 *
 * <p>What is necessary is worked out from what was told, each time; only what was done about it is stored, in {@code hub.trigger_asking} under {@code db/policy/R__69_trigger_review.sql}.
 */
package org.panelhub.trigger.bodies;
