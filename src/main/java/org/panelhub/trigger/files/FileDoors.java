package org.panelhub.trigger.files;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.access.HubService;
import org.panelhub.documents.FileSize;
import org.panelhub.documents.Incoming;
import org.panelhub.page.FileKind;
import org.panelhub.trigger.apply.Areas;
import org.panelhub.trigger.apply.Code;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.TemplateData;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;

/** The doors of the database through which an applicant sends files and takes them back, each its own transaction under the name of the service. */
@ApplicationScoped
class FileDoors {

    private final Session rows;
    private final ObjectMapper json;
    private final int most;
    private final long all;

    FileDoors(Session rows, ObjectMapper json, @ConfigProperty(name = "hub.files.most") int most, @ConfigProperty(name = "hub.files.all") MemorySize all) {
        this.rows = rows;
        this.json = json;
        this.most = most;
        this.all = all.asLongValue();
    }

    /** An application, and what its applicant sent with it. */
    record Sent(String area, String reference, boolean withdrawn, List<File> files) {
    }

    /**
     * A file, as its sender may see it.
     *
     * @param opened whether anybody has looked at it
     * @param deleted by those who answer for the application
     */
    @TemplateData
    record File(UUID id, String name, String note, FileKind kind, int size, OffsetDateTime at, String scannedBy, boolean opened, boolean deleted) {

        public String sizeText() {
            return FileSize.text(size);
        }

        public String checked() {
            return FileDoors.checked(scannedBy);
        }
    }

    /** What became of a file that was sent. */
    enum Outcome {
        KEPT, BEFORE, FULL, LARGE, ENDED
    }

    /** What looked at a file, in words for whoever sent it. */
    static String checked(String by) {
        return by.startsWith("ClamAV") ? "Checked for viruses by " + by : "Checked: " + by;
    }

    /** How many files there may be at most. */
    int most() {
        return most;
    }

    /** How much there may be in all, in bytes. */
    long all() {
        return all;
    }

    Optional<Sent> sent(String reference, Code code) {
        return Optional.ofNullable(HubService.as(Areas.SERVICE, () -> rows.createNativeQuery("select cast(access.trigger_files(?1, ?2) as text)", String.class).setParameter(1, reference).setParameter(2, code.hash())
                .getSingleResultOrNull())).map(this::read);
    }

    /** Empty where reference and code are not the right two. */
    Optional<Outcome> keep(String reference, Code code, UUID once, String note, Incoming file) {
        return Optional.ofNullable(HubService.as(Areas.SERVICE, () -> rows.createNativeQuery("select access.trigger_file_keep(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", String.class).setParameter(1, reference)
                .setParameter(2, code.hash()).setParameter(3, once).setParameter(4, file.name()).setParameter(5, note).setParameter(6, file.kind().name()).setParameter(7, file.sha256()).setParameter(8, file.content())
                .setParameter(9, file.scannedBy()).setParameter(10, most).setParameter(11, all).getSingleResultOrNull())).map(Outcome::valueOf);
    }

    /** @return whether it is taken back, now or from before; somebody who has opened it goes on having it */
    boolean takeBack(String reference, Code code, UUID id) {
        return HubService.as(Areas.SERVICE, () -> rows.createNativeQuery("select access.trigger_file_take_back(?1, ?2, ?3)", Boolean.class).setParameter(1, reference).setParameter(2, code.hash()).setParameter(3, id)
                .getSingleResult());
    }

    private Sent read(String text) {
        try {
            return json.readValue(text, Sent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
