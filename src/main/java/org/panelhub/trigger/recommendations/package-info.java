/**
 * The register of recommendations: what a review recommends to whoever exercises public functions, who must have regard to it (2014 Act, section 104(7)), with addressee, answer and what came of it.
 *
 * <p>Uses the application and its review. Its table: {@code hub.trigger_recommendation}, under {@code db/policy/R__75_trigger_recommendations.sql}, which also notes for the yearly figures that there are any.
 */
package org.panelhub.trigger.recommendations;
