package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.List;

import org.panelhub.partnership.AgencyView;
import org.panelhub.partnership.SignatoryView;

import io.quarkus.qute.TemplateData;

/**
 * A protocol as its page shows it: who has signed, and what each agency relies on.
 *
 * @param following the next edition and how far it is signed; null when there is none
 * @param losing who loses sight of what on the first day of this edition, as things stand; empty once it has begun
 */
@TemplateData
public record ProtocolSheet(ProtocolView protocol, LocalDate today, List<Line> signatories, List<SignatureView> withdrawn, List<Basis> bases,
        List<AgencyView> without, Following following, List<Loss> losing, List<DocumentView> documents, boolean mayAttach) {

    /** A signatory, with the signatures by which it stands or will stand, the first one first; none where it has not signed. */
    @TemplateData
    public record Line(SignatoryView signatory, List<Standing> signatures) {
    }

    /**
     * @param until the last day, by the signature or by the edition; null for no end
     * @param mayWithdraw whether the viewer may
     */
    @TemplateData
    public record Standing(SignatureView signature, LocalDate until, boolean mayWithdraw) {
    }

    /** @param signed how many of those who stand by this edition have signed the next one for its first day */
    @TemplateData
    public record Following(ProtocolView edition, long signed, long of) {
    }

    /** A legal basis with what an adviser would ask about. */
    @TemplateData
    public record Basis(LegalBasisView basis, List<String> doubts) {
    }

    public boolean latest() {
        return following == null;
    }

    public long signed() {
        return signatories.stream().filter(l -> !l.signatures().isEmpty()).count();
    }

    public boolean mayWithdrawAny() {
        return signatories.stream().anyMatch(l -> l.signatures().stream().anyMatch(Standing::mayWithdraw));
    }

    public boolean coming() {
        return !protocol.inForce().isEmpty() && protocol.inForce().from().isAfter(today);
    }
}
