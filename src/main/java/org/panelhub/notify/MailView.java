package org.panelhub.notify;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail that has not been sent, as an administrator sees it.
 *
 * @param recipient the member's name
 * @param address "" when none is known, which is why it waits
 * @param error why the last try failed, in plain words; "" before the first
 */
public record MailView(UUID id, String what, String subject, String recipient, String address, Instant madeAt, long tries, Instant nextTryAt, Instant givenUpAt, String error) {

    public boolean isGivenUp() {
        return givenUpAt != null;
    }

    public boolean isAddressMissing() {
        return address.isEmpty();
    }
}
