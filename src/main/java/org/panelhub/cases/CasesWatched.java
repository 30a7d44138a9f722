package org.panelhub.cases;

import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.live.Watched;

import jakarta.enterprise.context.ApplicationScoped;

/** A case on an open page, whichever of its tabs: the case itself and what hangs from it, as far as the viewer sees it. */
@ApplicationScoped
class CasesWatched implements Watched {

    static final String KIND = "cases";

    private final Session rows;

    CasesWatched(Session rows) {
        this.rows = rows;
    }

    record Summed(UUID id, String sum) {
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Sight> see(String reference) {
        return rows.createNativeQuery("select c.id, access.case_stamp(c.id) from hub.case_file c where c.reference = :r", Summed.class).setParameter("r", Cases.normalised(reference)).uniqueResultOptional()
                .map(c -> Sight.of(c.sum, c.id));
    }
}
