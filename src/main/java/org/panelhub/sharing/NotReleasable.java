package org.panelhub.sharing;

import java.util.List;

/** The law, the protocol or the item itself does not let it go. Each reason is named in words that may be shown. */
public class NotReleasable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final List<String> reasons;

    NotReleasable(String reason) {
        this(List.of(reason));
    }

    NotReleasable(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
