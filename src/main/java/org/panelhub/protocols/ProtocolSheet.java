package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.List;

import org.panelhub.partnership.AgencyView;
import org.panelhub.partnership.SignatoryView;

import io.quarkus.qute.TemplateData;

/** A protocol as its page shows it: who has signed, and what each agency relies on. */
@TemplateData
public record ProtocolSheet(ProtocolView protocol, LocalDate today, List<Line> signatories, List<SignatureView> withdrawn, List<Basis> bases,
        List<AgencyView> without, boolean latest) {

    /** A signatory, with its standing signature or null. */
    @TemplateData
    public record Line(SignatoryView signatory, SignatureView signature, LocalDate until) {
    }

    /** A legal basis with what an adviser would ask about. */
    @TemplateData
    public record Basis(LegalBasisView basis, List<String> doubts) {
    }

    public long signed() {
        return signatories.stream().filter(l -> l.signature() != null).count();
    }
}
