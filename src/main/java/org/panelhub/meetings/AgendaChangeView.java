package org.panelhub.meetings;

import java.time.Instant;

import io.quarkus.qute.TemplateData;

/** One change since publication, as readers of the agenda see it. */
@TemplateData
public record AgendaChangeView(String kindName, String title, Integer edition, Instant madeAt) {

    public String words() {
        var label = AgendaChange.Kind.valueOf(kindName).label();
        return title.isEmpty() ? label : label + ": " + title;
    }
}
