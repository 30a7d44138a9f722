package org.panelhub.identity;

/**
 * What a member is, on a panel (a seat), on a case (a place on its team) or in the partnership (an office). A role says what one may
 * do ({@code access.Permission}); what one may see is decided in PostgreSQL from the rows themselves.
 */
public enum Role {
    // Seats
    REPRESENTATIVE("Representative"),
    DEPUTY("Deputy"),
    RESEARCHER("Researcher"),
    CHAIR("Chair"),
    VICE_CHAIR("Vice-chair"),
    INDEPENDENT_CHAIR("Independent chair"),
    COORDINATOR("Coordinator"),
    SPOC("Single point of contact"),
    ANALYST("Analyst"),
    VICTIM_REPRESENTATIVE("Victim’s representative"),
    // Places on a case team
    CASE_MANAGER("Case manager"),
    CASE_OFFICER("Case officer"),
    CASE_WORKER("Case worker"),
    // Offices in the partnership
    ADMINISTRATOR("Administrator"),
    INFORMATION_LEAD("Information governance lead"),
    /** Holds an office in its agency, and may be named on a case team to sign off its end. */
    SENIOR_OFFICER("Senior officer"),
    /** May open one case for stated hours in an emergency; held for a term. */
    DUTY_OFFICER("Duty officer"),
    /** Is told of actions that are not done when nobody before has seen to it; sees no more than its seats open. */
    PARTNERSHIP_LEAD("Partnership lead"),
    /** Answers for a signatory under a protocol; the signature names who. */
    DESIGNATED_OFFICER("Designated officer"),
    /** Every active account. */
    MEMBER("Member");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The field's word for it, to be shown to people. */
    public String label() {
        return label;
    }
}
