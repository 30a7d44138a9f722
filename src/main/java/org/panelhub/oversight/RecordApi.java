package org.panelhub.oversight;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Invalid;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The record, for a program of an information lead. Each page that is read is on record. */
@Path("/api/audit")
@Authenticated
@Transactional
public class RecordApi {

    private final RecordSearch search;
    private final Permissions permissions;

    RecordApi(RecordSearch search, Permissions permissions) {
        this.search = search;
        this.permissions = permissions;
    }

    /**
     * A page of the record, newest first; the next one is named in the header {@code Link}. By {@code person}, {@code case} (its reference), {@code agency}, {@code act}, and the days
     * {@code from} and {@code until}, as 2026-11-27.
     */
    @GET
    public Response list(@BeanParam RecordFilter filter) {
        permissions.require(Permission.SEE_RECORD);
        Invalid.unless(filter.validate());
        var found = search.page(filter);
        var answer = Response.ok(found.lines());
        if (found.next() != null) {
            answer.header("Link", "</api/audit?" + (filter.query().isEmpty() ? "" : filter.query() + "&") + "after=" + found.next() + ">; rel=\"next\"");
        }
        return answer.build();
    }
}
