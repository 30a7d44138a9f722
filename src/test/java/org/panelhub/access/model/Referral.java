package org.panelhub.access.model;

import java.util.UUID;

import org.panelhub.access.model.World.Agency;
import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Member;
import org.panelhub.access.model.World.Panel;

/** Written for a panel, and in time the beginning of a case. */
final class Referral {
    final UUID id;
    final Panel panel;
    final Member author;
    String state;
    /** With the panel, from the day on which it was first sent. */
    boolean received;
    CaseFile file;

    Referral(UUID id, Panel panel, Member author, String state, CaseFile file) {
        this.id = id;
        this.panel = panel;
        this.author = author;
        this.state = state;
        this.received = !state.equals("DRAFT");
        this.file = file;
    }

    Agency agency() {
        return author.agency();
    }
}
