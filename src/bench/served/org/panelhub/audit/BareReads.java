package org.panelhub.audit;

import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Records what is read, except in the baseline's process, which keeps no record of it. */
@RequestScoped
public class BareReads extends Reads {

    private final boolean bare;

    /** For the proxy of its scope. */
    protected BareReads() {
        super(null, null, null);
        bare = false;
    }

    @Inject
    BareReads(AgroalDataSource dataSource, TransactionSynchronizationRegistry transactions, ObjectMapper json,
            @ConfigProperty(name = "hub.bench.bare", defaultValue = "false") boolean bare) {
        super(dataSource, transactions, json);
        this.bare = bare;
    }

    @Override
    public void seen(String kind, Object id, UUID caseId, UUID panelId, UUID aboutAgencyId) {
        if (!bare) {
            super.seen(kind, id, caseId, panelId, aboutAgencyId);
        }
    }

    @Override
    public void exported(String kind, Object id, UUID caseId, UUID panelId, UUID aboutAgencyId) {
        if (!bare) {
            super.exported(kind, id, caseId, panelId, aboutAgencyId);
        }
    }
}
