package org.panelhub.trigger.apply;

import java.net.URI;
import java.util.Optional;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.page.PublicPaths;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** <em>Exit this page</em>: ends what the device keeps of an application, and leads to where nothing says why one was here. Whoever looks at the device next finds no form. */
@Path(PublicPaths.EXIT)
@PermitAll
@Blocking
public class ExitPages {

    /** Says nothing of why one was here: the weather, as GOV.UK's own component has it. */
    private static final String ORDINARY = "https://www.bbc.co.uk/weather";
    private static final Logger LOG = Logger.getLogger(ExitPages.class);

    private final Areas areas;
    private final Carried carried;

    ExitPages(Areas areas, Carried carried) {
        this.areas = areas;
        this.carried = carried;
    }

    @GET
    public Response exit() {
        return away(ORDINARY);
    }

    @GET
    @Path("{area}")
    public Response exit(@RestPath String area) {
        return away(chosen(area).filter(to -> to.startsWith("https://")).orElse(ORDINARY));
    }

    private Optional<String> chosen(String area) {
        try {
            return areas.published().stream().filter(a -> a.key().equals(area)).map(Area::exitTo).findFirst();
        } catch (RuntimeException e) {
            // Whoever is in danger gets away also while the database does not answer.
            LOG.warn("The way out of an area could not be read", e);
            return Optional.empty();
        }
    }

    private Response away(String to) {
        return Response.seeOther(URI.create(to)).cookie(carried.ended()).build();
    }
}
