package org.panelhub.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.panelhub.audit.Writer;

import io.quarkus.qute.TemplateData;

/** Where what someone else saved and what this person typed do not say the same. Shown by the tag {@code conflict}. */
@TemplateData
public final class Differences {

    private final List<Line> lines = new ArrayList<>();
    private final Writer first;

    /** @param first who saved before; empty when that is not known */
    public Differences(Optional<Writer> first) {
        this.first = first.orElse(null);
    }

    /** One field in both versions. */
    @TemplateData
    public record Line(String field, String theirs, String yours) {
    }

    /** Compares one field; fields that agree are not shown. */
    public Differences compare(String field, String theirs, String yours) {
        String left = theirs == null ? "" : theirs.strip();
        String right = yours == null ? "" : yours.strip();
        if (!Objects.equals(left.replace("\r\n", "\n"), right.replace("\r\n", "\n"))) {
            lines.add(new Line(field, left.isEmpty() ? "(empty)" : left, right.isEmpty() ? "(empty)" : right));
        }
        return this;
    }

    public List<Line> lines() {
        return lines;
    }

    /** Null when it is not known. */
    public Writer first() {
        return first;
    }
}
