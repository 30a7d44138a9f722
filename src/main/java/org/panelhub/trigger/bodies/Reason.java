package org.panelhub.trigger.bodies;

import org.panelhub.partnership.Service;

import io.quarkus.qute.TemplateData;

/** Why somebody is told or asked. */
@TemplateData
public enum Reason {
    HATE("It may be a hate crime", "Hate Crime Coordinator", null, "Somebody may be singled out for who they are. Say so at once; ask what is known and what protects the person."),
    HATE_POLICE("It may be a hate crime", "Police", Service.POLICE, "Somebody may be singled out for who they are. Ask that it is recorded as such and looked at first."),
    YOUTH("Somebody who does it is under 18", "Youth offending", Service.YOUTH_OFFENDING, "Ask what is known, invite it as a guest for this item, and give it the plan."),
    CHILDREN("Children live with it", "Children’s services", Service.CHILDREN, "Say that children live with it, and ask whether they are known."),
    LANDLORD("The home has another landlord", "Landlord", null, "Say that a review is asked for, and ask what the landlord did when it was told."),
    /** At the start of the investigation, of a household with children that may lose its home. */
    EVICTION("A household with children may lose its home", "Adult social care", Service.SOCIAL_CARE, "Say so at the start, and ask what support there is."),
    HOMELESS("Notice is served on a household with children", "Homeless Persons Unit", null, "Once notice is served and the case is issued."),
    VULNERABLE("The person is at high risk", "Vulnerable victims analyst", null, "Say so, and that a referral to the panel for vulnerable victims follows or why it does not."),
    /** Proposed by the hub when somebody judges so; it is done by the referral. */
    VULNERABLE_PANEL("The person is at high risk", "Panel for vulnerable victims", null, "Refer the person."),
    INFORMATION("Information for the review", "", null, "");

    private final String label;
    private final String usually;
    private final Service service;
    private final String what;

    Reason(String label, String usually, Service service, String what) {
        this.label = label;
        this.usually = usually;
        this.service = service;
        this.what = what;
    }

    public String label() {
        return label;
    }

    /** Whoever is told is done with; whoever is asked, once the answer is here. */
    boolean done(boolean told, boolean answered, boolean notNeeded) {
        return notNeeded || answered || told && this != INFORMATION;
    }

    /** Who it is where the partnership has no agency of that kind. */
    String usually() {
        return usually;
    }

    /** The kind of agency that is told, or null. */
    Service service() {
        return service;
    }

    String what() {
        return what;
    }
}
