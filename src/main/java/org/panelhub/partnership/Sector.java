package org.panelhub.partnership;

/** The kind of legal body that a signatory is. It suggests, and never decides, the law that its agencies rely on. */
public enum Sector {
    COUNCIL("Council"),
    POLICE("Police"),
    HEALTH("Health"),
    HOUSING("Housing association"),
    FIRE("Fire and rescue"),
    PROBATION("Probation"),
    CHARITY("Charity or voluntary organisation"),
    OTHER("Other");

    private final String label;

    Sector(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
