package org.panelhub.page;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The same thing was done too often from one address ({@link Limits}). Says when to go on and how without the page; what was typed comes back with it. */
public final class TooManyTries extends Problem {

    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final long seconds;

    TooManyTries(Duration within, ZonedDateTime again, PublicArea area) {
        super(TOO_MANY_REQUESTS, "Please wait a little", "This was tried many times in a short while from your internet connection. That may have been somebody else. You can try again at " + again.plusMinutes(1).format(TIME)
                + ". " + instead(area));
        this.seconds = within.toSeconds();
    }

    /** When to try again. */
    long seconds() {
        return seconds;
    }

    private static String instead(PublicArea area) {
        return area != null && area.hasTelephone() ? "If you would rather not wait, you can call us on " + area.telephone() + "." : "If you would rather not wait, you can ask us by telephone, by letter or in person.";
    }
}
