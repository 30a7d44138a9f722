package org.panelhub.audit.seal;

import java.sql.SQLException;
import java.util.Map;

import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets a test of pages do at once what the hub otherwise does every few minutes or seconds. */
@ApplicationScoped
public class SealingWork {

    private final Seals seals;
    private final Checks checks;

    SealingWork(Seals seals, Checks checks) {
        this.seals = seals;
        this.checks = checks;
    }

    public void seal() {
        seals.sealWhatIsDue();
    }

    public void check() {
        checks.goOn();
    }

    /** Whether there was a check to go on with. */
    public boolean checkOneStep() {
        return checks.step();
    }

    /** Number and fingerprint of the last seal of the partnership with that prefix. */
    public Map.Entry<Integer, String> lastOf(String prefix) throws SQLException {
        try (var service = Entered.service(Sealer.SERVICE)) {
            var partnership = java.util.UUID.fromString(HubRows.one("select id from hub.partnership where reference_prefix = ?", prefix));
            var last = service.with(connection -> Sealer.last(connection).get(partnership));
            return Map.entry(last.number(), last.fingerprint());
        }
    }
}
