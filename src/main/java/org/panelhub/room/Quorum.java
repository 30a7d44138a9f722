package org.panelhub.room;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.panelhub.page.Words;
import org.panelhub.panels.ArrangementFigures;
import org.panelhub.partnership.Service;

import io.quarkus.qute.TemplateData;

/**
 * Whether as many agencies, and of the kinds, are in the room as the panel arranged. Agencies count whose member has signed; observers and guests do not. Without
 * a quorum the chair or the coordinator may go on, with a reason that the minutes keep.
 *
 * @param here agencies in the room
 * @param needed as arranged; 0 where no number is
 * @param missing kinds of agency, in words, of which nobody is there
 * @param reason why it goes on without; empty where nobody has said
 */
@TemplateData
public record Quorum(int here, int needed, List<String> missing, String reason) {

    /** @param kinds of the agencies in the room, one for each */
    static Quorum of(ArrangementFigures arranged, List<String> kinds, String reason) {
        return new Quorum(kinds.size(), arranged.quorumAgencies(), arranged.quorumKinds().stream().filter(k -> !kinds.contains(k)).map(Service::words).toList(), reason);
    }

    public boolean met() {
        return here >= needed && missing.isEmpty();
    }

    /** Someone has to say why before a case is heard. */
    public boolean open() {
        return !met() && reason.isEmpty();
    }

    /** "3 of 5 agencies are here; nobody of fire and rescue". */
    public String words() {
        var parts = new ArrayList<String>();
        if (here < needed) {
            parts.add(here + " of " + Words.count(needed, "agency", "agencies") + (here == 1 ? " is here" : " are here"));
        }
        if (!missing.isEmpty()) {
            parts.add(missing.stream().map(Words::lower).collect(Collectors.joining(" or ", "nobody of ", "")));
        }
        return String.join("; ", parts);
    }
}
