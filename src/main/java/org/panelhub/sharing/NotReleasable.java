package org.panelhub.sharing;

import java.util.List;

import org.panelhub.page.Problem;

/** The law, the protocol or the item itself does not let it go. Each reason is named in words that may be shown. */
public class NotReleasable extends Problem {
    private static final long serialVersionUID = 1L;
    private final transient List<String> reasons;

    NotReleasable(String reason) {
        this(List.of(reason));
    }

    NotReleasable(List<String> reasons) {
        super(422, "This cannot be released", String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons;
    }
}
