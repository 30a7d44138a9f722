package org.panelhub.minutes;

import java.time.OffsetDateTime;

import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;
import org.panelhub.page.Pdf;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A recipient's copy of the minutes as a tagged PDF, marked on every page and named for the meeting, never for a person. */
@ApplicationScoped
class MinutesPaper {

    private final Pdf pdf;
    private final Viewers viewers;

    MinutesPaper(Pdf pdf, Viewers viewers) {
        this.pdf = pdf;
        this.viewers = viewers;
    }

    @CheckedTemplate(basePath = "minutes")
    static class Templates {
        static native TemplateInstance paper(MinutesView minutes, String title, String reader, OffsetDateTime at);
    }

    Response response(MinutesView minutes) {
        var viewer = viewers.current();
        var title = "Minutes of the " + minutes.panelShort() + ", " + Dates.day(minutes.day());
        return Response.ok(pdf.of(Templates.paper(minutes, title, viewer.name() + ", " + viewer.agencyOrNone(), viewer.now())), "application/pdf")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + minutes.fileName() + "\"").build();
    }
}
