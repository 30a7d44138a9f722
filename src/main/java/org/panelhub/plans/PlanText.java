package org.panelhub.plans;

import java.time.LocalDate;

/**
 * What an edition of a plan says.
 *
 * @param aims what the plan is to achieve
 * @param measures what is done, apart from the actions, which stand by themselves
 * @param victimView what the victim was asked, and said; "" when the victim was not asked yet
 * @param victimConsultedOn when; null when the victim was not asked yet
 * @param contingency what happens when it goes wrong; "" where nothing is said
 * @param notConsultedBecause why the victim was not asked; "" where it was, or where nothing is said yet
 * @param reviewOn when the plan is looked at again
 * @param reviewNote what a review found; "" for a plan that is written, not reviewed
 */
public record PlanText(String aims, String measures, String contingency, String victimView, LocalDate victimConsultedOn, String notConsultedBecause, LocalDate reviewOn, String reviewNote) {
}
