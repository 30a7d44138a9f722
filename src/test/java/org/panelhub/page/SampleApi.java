package org.panelhub.page;

import java.util.Map;

import org.panelhub.access.NotFound;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The same failures at the API. Exists in tests only. */
@Path("/api/sample")
@PermitAll
public class SampleApi {

    public record Sent(String name) {
    }

    @GET
    @Path("absent")
    public Map<String, String> absent() {
        throw new NotFound("case", "RV-7K4Q");
    }

    @POST
    public Map<String, String> take(Sent sent) {
        var check = new Field.Check();
        check.text("name", "Name", sent.name(), 200, true);
        Invalid.unless(check.errors());
        return Map.of();
    }
}
