package org.panelhub.meetings;

import java.net.URI;
import java.time.Instant;

import org.panelhub.identity.Viewers;
import org.panelhub.page.Flash;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Where a member makes, renews and ends the address by which its own calendar follows the dates of its panels. */
@Path("/calendar")
@Authenticated
public class CalendarPages {

    private final CalendarFeeds feeds;
    private final Viewers viewers;
    private final Flash flash;

    CalendarPages(CalendarFeeds feeds, Viewers viewers, Flash flash) {
        this.feeds = feeds;
        this.viewers = viewers;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "meetings")
    static class Templates {
        static native TemplateInstance calendar(Instant since, String address);
    }

    @GET
    @Transactional
    public TemplateInstance open() {
        viewers.current();
        return Templates.calendar(feeds.standing().orElse(null), null);
    }

    /** Answers with the page itself: the address is kept nowhere, so it cannot be shown by a further request. */
    @POST
    @Path("address")
    @Transactional
    public TemplateInstance make() {
        viewers.current();
        var address = feeds.make();
        return Templates.calendar(feeds.standing().orElse(null), address);
    }

    @POST
    @Path("end")
    @Transactional
    public Response end() {
        viewers.current();
        feeds.end();
        flash.done("The address is ended. Calendars that followed it get no more dates.");
        return Response.seeOther(URI.create("/calendar")).build();
    }
}
