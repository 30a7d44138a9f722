package org.panelhub.audit;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * What this request shows of the record's kinds: case files, items, papers, plans, letters, exports. Collected while reading, written in one
 * statement before the reading transaction commits: when it cannot be written the read fails, so that nothing is seen unrecorded.
 */
@RequestScoped
public class Reads {

    /** One thing that was read. {@code about} is the agency whose information it is. */
    record Read(String kind, String subject, UUID caseId, UUID panelId, UUID about, String act) {
    }

    private final AgroalDataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final ObjectMapper json;
    private final Set<Read> reads = new LinkedHashSet<>();

    Reads(AgroalDataSource dataSource, TransactionSynchronizationRegistry transactions, ObjectMapper json) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.json = json;
    }

    /** Shown on a page or in an answer. */
    public void seen(String kind, Object id, UUID caseId, UUID panelId, UUID aboutAgencyId) {
        add(new Read(kind, String.valueOf(id), caseId, panelId, aboutAgencyId, "READ"));
    }

    /** Taken out of the hub, as a file. */
    public void exported(String kind, Object id, UUID caseId, UUID panelId, UUID aboutAgencyId) {
        add(new Read(kind, String.valueOf(id), caseId, panelId, aboutAgencyId, "EXPORTED"));
    }

    private void add(Read read) {
        if (reads.isEmpty()) {
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    write();
                }

                @Override
                public void afterCompletion(int status) {
                    reads.clear();
                }
            });
        }
        reads.add(read);
    }

    private void write() {
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement("select audit.read(?::jsonb)")) {
            statement.setString(1, json.writeValueAsString(reads));
            statement.execute();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("What was read could not be recorded", e);
        }
    }
}
