package org.panelhub.cases.sight;

import java.util.List;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Why can I see this? Why can this member, or why not? */
@Path("")
@Authenticated
public class WhyPages {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_REFERENCE = 20;

    private final Whys whys;
    private final Permissions permissions;
    private final Viewers viewers;

    WhyPages(Whys whys, Permissions permissions, Viewers viewers) {
        this.whys = whys;
        this.permissions = permissions;
        this.viewers = viewers;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance whyCase(String reference, String member, List<Choice> people, Why why, Errors errors);

        static native TemplateInstance whyItem(UUID item, String member, List<Choice> people, Why why);
    }

    /** Of a case, named by its reference. */
    @GET
    @Path("/why")
    @Transactional
    public Object ofCase(@QueryParam("reference") String reference, @QueryParam("member") String member) {
        permissions.require(Permission.EXPLAIN_ACCESS);
        var people = whys.people();
        if (Field.clean(reference).isEmpty() || member == null) {
            return Templates.whyCase(Field.clean(reference), null, people, null, Errors.none());
        }
        var check = new Field.Check();
        var asked = check.text("reference", "Reference of the case", reference, LONGEST_REFERENCE, true);
        check.that(people.stream().anyMatch(p -> p.value().equals(member)), "member", "Choose a member");
        var why = check.errors().any() ? null : whys.ofCase(asked, UUID.fromString(member)).orElse(null);
        check.that(check.errors().any() || why != null, "reference", "There is no such case that you may ask about for this member");
        return check.errors().any() ? Response.status(UNPROCESSABLE).entity(Templates.whyCase(reference, member, people, null, check.errors())).build()
                : Templates.whyCase(asked, member, people, why, Errors.none());
    }

    /** Of information: of oneself, or of a member chosen. */
    @GET
    @Path("/items/{id}/why")
    @Transactional
    public TemplateInstance ofItem(@PathParam("id") String id, @QueryParam("member") String member) {
        var item = id(id, id);
        if (member != null && !member.isBlank()) {
            permissions.require(Permission.EXPLAIN_ACCESS);
        }
        var about = member == null || member.isBlank() ? viewers.current().memberId() : id(member, id);
        return Templates.whyItem(item, member, whys.people(), whys.ofItem(item, about).orElseThrow(() -> new NotFound("item", id)));
    }

    private static UUID id(String typed, String asked) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new NotFound("item", asked);
        }
    }
}
