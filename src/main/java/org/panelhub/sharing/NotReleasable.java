package org.panelhub.sharing;

import java.util.List;
import java.util.stream.Collectors;

import org.panelhub.page.Errors;
import org.panelhub.page.Problem;

/** The law, the protocol or the item itself does not let it go. Each reason has its name and the words that may be shown. */
public class NotReleasable extends Problem {
    private static final long serialVersionUID = 1L;
    private final transient List<Refusal.Reason> reasons;

    NotReleasable(Refusal refusal, String words) {
        this(List.of(refusal.because(words)));
    }

    NotReleasable(List<Refusal.Reason> reasons) {
        super(422, "This cannot be released", reasons.stream().map(Refusal.Reason::words).collect(Collectors.joining(" ")));
        this.reasons = List.copyOf(reasons);
    }

    public List<String> reasons() {
        return reasons.stream().map(Refusal.Reason::words).toList();
    }

    public boolean isFor(Refusal refusal) {
        return reasons.stream().anyMatch(r -> r.refusal() == refusal);
    }

    /** By the name of each refusal: programs are told by it what to mend. */
    @Override
    public Errors errors() {
        var errors = Errors.none();
        reasons.forEach(r -> errors.add(r.refusal().code(), r.words()));
        return errors;
    }
}
