/**
 * The protection plan of a case: what it is to achieve, what is done, what the victim was asked and said, and when it is looked at again.
 * A plan is never overwritten: each writing and each review is an edition, and the earlier ones stay readable. An edition is a draft until a chair approves it. The case manager,
 * who keeps the plan with the person, hands the case over to another who accepts.
 *
 * <p>May use: floors 0 to 2, and {@code actions}. Its own: tables {@code hub.plan}, {@code hub.plan_approval} and {@code hub.case_handover}, policies in {@code R__60_actions.sql} and
 * {@code R__63_plan_and_case_manager.sql}, the door {@code access.may_manage}.
 */
package org.panelhub.plans;
