package org.panelhub.cases.sight;

import java.util.List;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Why the caller, or a member it may ask about, sees a case, or does not; for programs. */
@Path("/api/cases/{reference}/why")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class WhyApi {

    private final Whys whys;
    private final Permissions permissions;
    private final Viewers viewers;

    WhyApi(Whys whys, Permissions permissions, Viewers viewers) {
        this.whys = whys;
        this.permissions = permissions;
        this.viewers = viewers;
    }

    /** {@code sees} is null where the caller may not know whether the case is open to the member. */
    public record WhyJson(Boolean sees, List<ConditionJson> conditions) {

        static WhyJson of(Why why) {
            return new WhyJson(why.sees(), why.conditions().stream().map(c -> new ConditionJson(c.holds(), c.words())).toList());
        }
    }

    /** One condition. */
    public record ConditionJson(boolean holds, String words) {
    }

    @GET
    @Transactional
    public WhyJson ofCase(@PathParam("reference") String reference, @QueryParam("member") UUID member) {
        return WhyJson.of(whys.ofCase(reference, about(member)).orElseThrow(() -> new NotFound("case", reference)));
    }

    private UUID about(UUID member) {
        return about(member, permissions, viewers);
    }

    /** Oneself, unless another is named by somebody who may ask about others. */
    static UUID about(UUID member, Permissions permissions, Viewers viewers) {
        if (member == null) {
            return viewers.current().memberId();
        }
        permissions.require(Permission.EXPLAIN_ACCESS);
        return member;
    }
}
