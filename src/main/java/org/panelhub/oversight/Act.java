package org.panelhub.oversight;

import java.util.Arrays;
import java.util.List;

/** What somebody did, as people search for it and as the record names it. */
public enum Act {
    LOOKED("Looked at", "READ"),
    TOOK_OUT("Took out", "EXPORTED"),
    ADDED("Added", "INSERT"),
    CHANGED("Changed", "UPDATE"),
    REMOVED("Removed", "DELETE"),
    REFUSED("Was refused", "REFUSED"),
    SIGNED("Signed in or out", "SIGNED_IN", "SIGNED_OUT"),
    ERASED("Erased before and after of", "ERASED");

    private final String label;
    private final List<String> acts;

    Act(String label, String... acts) {
        this.label = label;
        this.acts = List.of(acts);
    }

    public String label() {
        return label;
    }

    List<String> acts() {
        return acts;
    }

    /** The words for an act of the record. */
    static String of(String act) {
        return switch (act) {
            case "SIGNED_IN" -> "Signed in";
            case "SIGNED_OUT" -> "Signed out";
            default -> Arrays.stream(values()).filter(a -> a.acts.contains(act)).findFirst().map(Act::label).orElse(act);
        };
    }
}
