package org.panelhub.protocols;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Field;
import org.panelhub.page.Invalid;
import org.panelhub.page.Sha256;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The documents of protocols. The newest of an edition counts; once the edition is signed, what was signed stays. Every member reads them, and
 * that somebody took one out is on record.
 */
@ApplicationScoped
public class ProtocolDocuments implements PanacheRepositoryBase<ProtocolDocument, UUID> {

    /** Bytes: as much as the table takes. */
    static final int LARGEST = 10 * 1024 * 1024;
    static final List<String> MARKINGS = List.of("OFFICIAL", "OFFICIAL-SENSITIVE");

    private final Session rows;
    private final Protocols protocols;
    private final Signatures signatures;
    private final Viewers viewers;
    private final Reads reads;

    ProtocolDocuments(Session rows, Protocols protocols, Signatures signatures, Viewers viewers, Reads reads) {
        this.rows = rows;
        this.protocols = protocols;
        this.signatures = signatures;
        this.viewers = viewers;
        this.reads = reads;
    }

    /** The one that counts first. */
    public List<DocumentView> of(UUID protocolId) {
        return list("protocolId = ?1 order by addedAt desc, id", protocolId).stream().map(ProtocolDocument::view).toList();
    }

    /** @throws NotFound when the edition has no such document */
    public DocumentView byId(UUID protocolId, UUID id) {
        return of(protocolId).stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("protocol document", id));
    }

    /** Whether a document may be put in place of the one that is there. */
    boolean mayAttach(UUID protocolId) {
        return of(protocolId).isEmpty() || signatures.of(protocolId).isEmpty();
    }

    /**
     * The bytes, to be taken out of the hub.
     *
     * @throws NotFound when the edition has no such document
     */
    public byte[] takeOut(UUID protocolId, UUID id) {
        byId(protocolId, id);
        reads.exported("protocol_document", id, null, null, null);
        return rows.createNativeQuery("select content from hub.protocol_file where document_id = :id", byte[].class).setParameter("id", id).getSingleResult();
    }

    /** @throws Invalid naming the fields to mend */
    public UUID attach(UUID protocolId, DocumentForm form) {
        return attach(protocolId, form.file == null ? null : form.file.uploadedFile(), form.marking());
    }

    /**
     * The same, of bytes that were sent as they are.
     *
     * @throws Invalid naming the fields to mend
     */
    public UUID attach(UUID protocolId, byte[] content, String marking) {
        try {
            var kept = Files.createTempFile("document", ".tmp");
            try {
                Files.write(kept, content);
                return attach(protocolId, kept, marking);
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A file that was sent cannot be kept", e);
        }
    }

    private UUID attach(UUID protocolId, Path file, String marking) {
        var protocol = protocols.existing(protocolId);
        var check = new Field.Check();
        var kind = kind(check, file);
        check.that(MARKINGS.contains(marking), "marking", "Choose its marking");
        check.that(mayAttach(protocolId), "file", "It has been signed with the document that is here. Make a new edition to change it");
        Invalid.unless(check.errors());
        try {
            var content = Files.readAllBytes(file);
            var document = new ProtocolDocument(protocol, kind.orElseThrow(), marking, content.length, Sha256.hex(content), viewers.current().memberId(), viewers.current().now());
            persistAndFlush(document);
            rows.createNativeMutationQuery("insert into hub.protocol_file (partnership_id, document_id, content) values (:p, :d, :c)")
                    .setParameter("p", protocol.partnershipId()).setParameter("d", document.id()).setParameter("c", content).executeUpdate();
            return document.id();
        } catch (IOException e) {
            throw new UncheckedIOException("A file that was sent cannot be read", e);
        }
    }

    private static Optional<DocumentKind> kind(Field.Check check, Path file) {
        try {
            if (file == null || Files.size(file) == 0) {
                check.that(false, "file", "Choose the document");
                return Optional.empty();
            }
            check.that(Files.size(file) <= LARGEST, "file", "The document must be 10 MB or smaller");
            var kind = DocumentKind.of(file);
            check.that(kind.isPresent(), "file", "The document must be a PDF, Word (.docx) or OpenDocument (.odt) file without macros");
            return kind;
        } catch (IOException e) {
            throw new UncheckedIOException("A file that was sent cannot be read", e);
        }
    }
}
