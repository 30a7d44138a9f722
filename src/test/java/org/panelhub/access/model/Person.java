package org.panelhub.access.model;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Panel;

/** Known through a referral, a case, or both; each with facts of safe contact, given by the agency that referred, if any did. */
final class Person {
    final UUID id;
    final Referral referral;
    final Set<Set<String>> names;
    final Set<LocalDate> born = new HashSet<>();
    CaseFile file;

    Person(UUID id, CaseFile file, Referral referral, Set<Set<String>> names) {
        this.id = id;
        this.file = file;
        this.referral = referral;
        this.names = names;
    }

    Panel panel() {
        return file != null ? file.panel() : referral.panel;
    }
}
