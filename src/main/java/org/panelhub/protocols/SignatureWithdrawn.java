package org.panelhub.protocols;

import java.time.LocalDate;
import java.util.UUID;

/** A signatory has withdrawn its signature: from that day its agencies see no more than what is their own. */
public record SignatureWithdrawn(UUID protocolId, UUID signatoryId, LocalDate on) {
}
