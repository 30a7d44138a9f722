package org.panelhub.notify;

import java.time.LocalDate;

/** What a room reminds people of. Every room is asked once a day, all in one transaction, so that what waits for one person goes in one mail. */
public interface Reminding {

    /** Puts reminders into the outbox ({@link Outbox#remind}); the same again on the same day changes nothing. Called as the hub's own work under the name {@code reminders}. */
    void remind(Day day);

    /** @param working whether it is a working day */
    record Day(LocalDate today, boolean working) {
    }
}
