/**
 * Applying and following an application without an account. One question a page; the questions and their words are data, one file a language ({@code community-trigger/questions.en.json}),
 * and the same questions are asked of whoever applies by telephone, letter or in person. What is typed lies in {@code hub.trigger_draft}, which nobody of the partnership sees. People without
 * an account reach the database only by the doors of {@code db/policy/R__66_trigger_public.sql}.
 */
package org.panelhub.trigger.apply;
