package org.panelhub.meetings;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.identity.Secret;
import org.panelhub.notify.CalendarFile;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The feed of a member's diary for calendar programs, which sign in to nothing: who knows the secret reads it. An address that does not stand is no refusal for the record, which would
 * keep what was asked for, and that may be a secret with one letter wrong.
 */
@Path("/calendar-feed/{address}")
@PermitAll
public class CalendarFeedPages {

    private final CalendarFeeds feeds;

    CalendarFeedPages(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @Produces({CalendarFile.TYPE, MediaType.TEXT_PLAIN})
    public Response read(@RestPath String address) {
        return feeds.read(new Secret(address.replaceFirst("\\.ics$", ""))).map(text -> Response.ok(text, CalendarFile.TYPE).header("Content-Disposition", "inline; filename=\"" + CalendarFile.NAME + "\""))
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).entity("No calendar stands at this address.\n").type(MediaType.TEXT_PLAIN_TYPE)).build();
    }
}
