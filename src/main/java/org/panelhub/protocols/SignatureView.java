package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.UUID;

import org.panelhub.time.DateRange;

import io.quarkus.qute.TemplateData;

/** A signature under a protocol. {@code withdrawnOn} is the first day on which it no longer holds, or null. */
@TemplateData
public record SignatureView(UUID id, UUID protocolId, UUID signatoryId, String signatory, String signedBy, Officers officers,
        DateRange during, LocalDate withdrawnOn, String withdrawnReason, int version) {

    /** It stands that day. */
    public boolean standsOn(LocalDate day) {
        return during.contains(day) && (withdrawnOn == null || withdrawnOn.isAfter(day));
    }

    /** It stands that day, or will. */
    public boolean standsFrom(LocalDate day) {
        return (withdrawnOn == null || withdrawnOn.isAfter(day)) && !during.isEmpty() && (during.end() == null || during.end().isAfter(day));
    }

    /** The last day on which it holds; null when it has no end. */
    public LocalDate until() {
        return withdrawnOn == null || during.last() != null && during.last().isBefore(withdrawnOn) ? during.last() : withdrawnOn.minusDays(1);
    }
}
