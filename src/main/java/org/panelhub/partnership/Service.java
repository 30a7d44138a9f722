package org.panelhub.partnership;

/** The kinds of service that sit around such tables, as an administrator chooses from. What an agency is called stays its own matter. */
public enum Service {
    COMMUNITY_SAFETY("Community safety"),
    POLICE("Police"),
    HOUSING("Housing"),
    SOCIAL_CARE("Adult social care or safeguarding"),
    CHILDREN("Children’s social care or safeguarding"),
    YOUTH_OFFENDING("Youth offending"),
    MENTAL_HEALTH("Mental health"),
    HEALTH("Other health"),
    VICTIM_SUPPORT("Victim support"),
    IDVA("Domestic abuse advocacy"),
    FIRE("Fire and rescue"),
    NOISE("Noise and pollution"),
    PUBLIC_PROTECTION("Public protection and regulation"),
    PROBATION("Probation"),
    SUBSTANCE_USE("Drug and alcohol services"),
    EDUCATION("Education"),
    GOVERNANCE("Information governance"),
    OTHER("Other");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** In words, also where the stored kind is none of these. */
    public static String words(String kind) {
        for (Service each : values()) {
            if (each.name().equals(kind)) {
                return each.label;
            }
        }
        var words = kind.toLowerCase(java.util.Locale.ENGLISH).replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
