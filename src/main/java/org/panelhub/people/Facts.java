package org.panelhub.people;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known of a person, as handed in by whoever enters it.
 *
 * @param datesOfBirth people give more than one; the first is shown first
 * @param needs interpreter, access, communication
 */
public record Facts(Part part, String givenNames, String familyName, List<String> aliases, List<LocalDate> datesOfBirth, String gender, String address,
        String needs) {

    public Facts {
        aliases = aliases.stream().filter(a -> !a.isBlank()).distinct().toList();
        datesOfBirth = datesOfBirth.stream().distinct().toList();
    }

    /** Safe-contact facts: apart from the person, with readers of their own. */
    public record Contact(String telephone, Safe toCall, String times, Safe toWrite, String notSafeWith, String advice) {
    }
}
