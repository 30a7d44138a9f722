package org.panelhub.page;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Nobody's change is lost: who changes something at the API names, in {@code If-Match}, the {@code ETag} of what it has read. The header's
 * own rules hold (RFC 9110, section 13.1.1): several tags, or {@code *} for whatever stands now; a weak tag never matches.
 */
public final class IfMatch {

    public static final String HEADER = "If-Match";

    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"";
    private static final Pattern TAGS = Pattern.compile("\\s*" + TAG + "\\s*(?:,\\s*" + TAG + "\\s*)*");
    private static final Pattern EACH = Pattern.compile("(?<weak>W/)?\"(?<tag>[^\"]*)\"");

    private IfMatch() {
    }

    /** A condition that does not hold, or was not given. */
    static final class Unmet extends Problem {
        private static final long serialVersionUID = 1L;
        private final transient Supplier<? extends Tagged> present;

        private Unmet(int status, String title, String detail, Supplier<? extends Tagged> present) {
            super(status, title, detail);
            this.present = present;
        }

        /** Reads the thing as it stands now; null where the caller has not shown that it read it at all. */
        Supplier<? extends Tagged> present() {
            return present;
        }
    }

    /**
     * For a change that would replace what somebody else wrote.
     *
     * @param header as it was sent, null when it was not
     * @param present reads the thing as it stands now; asked again, in a transaction of its own, to be shown with a refusal
     * @return the thing as it stands now
     * @throws Problem 428 where the header is missing, 412 where it names something else, 400 where it cannot be read
     */
    public static <T extends Tagged> T required(String header, Supplier<T> present) {
        if (header == null || header.isBlank()) {
            throw new Unmet(428, "Say what you change", "Send the header If-Match with the ETag of what you read. Nothing was changed.", null);
        }
        return honoured(header, present);
    }

    /** As {@link #required}, but who sends no header goes on: for a step that the thing itself refuses when it has moved on. */
    public static <T extends Tagged> T honoured(String header, Supplier<T> present) {
        T stands = present.get();
        if (header != null && !header.isBlank() && !names(header, stands.tag())) {
            throw new Unmet(412, "Changed by someone else", "This is not what you read any more. Nothing was changed: look at what stands now, and send your change with its ETag.", present);
        }
        return stands;
    }

    private static boolean names(String header, String tag) {
        if (header.strip().equals("*")) {
            return true;
        }
        if (!TAGS.matcher(header).matches()) {
            throw new Unmet(400, "The header If-Match cannot be read", "It is an ETag as it was answered, with its quotation marks, or several of them with commas between, or *.", null);
        }
        return EACH.matcher(header).results().anyMatch(each -> each.group("weak") == null && each.group("tag").equals(tag));
    }
}
