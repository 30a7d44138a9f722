package org.panelhub.people;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.qute.TemplateData;

/**
 * A person as pages and answers show them.
 *
 * @param contact null when the viewer is not one of those who contact the person, or nothing is known
 */
@TemplateData
public record PersonView(UUID id, Part part, String givenNames, String familyName, List<String> aliases, List<LocalDate> datesOfBirth, String gender,
        String address, String needs, SafeContactView contact) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    static PersonView of(Person person, SafeContact contact) {
        var f = person.facts();
        return new PersonView(person.id(), f.part(), f.givenNames(), f.familyName(), f.aliases(), f.datesOfBirth(), f.gender(), f.address(), f.needs(),
                contact == null ? null : SafeContactView.of(contact.facts()));
    }

    public String name() {
        return (givenNames + " " + familyName).strip();
    }

    /** "4 May 1959, or 5 April 1959"; empty when no date is known. */
    public String born() {
        return datesOfBirth.stream().map(DAY::format).collect(Collectors.joining(", or "));
    }

    /** Whole years by the first date of birth, or null when none is known. */
    public Integer age(LocalDate today) {
        return datesOfBirth.isEmpty() ? null : Integer.valueOf(Period.between(datesOfBirth.getFirst(), today).getYears());
    }

    public String alsoKnownAs() {
        return String.join(", ", aliases);
    }
}
