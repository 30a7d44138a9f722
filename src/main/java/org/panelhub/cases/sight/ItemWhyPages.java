package org.panelhub.cases.sight;

import java.util.List;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** Why can I see this information? Why can this member, or why not? A class of its own: its address begins like that of the item's other pages. */
@Path("/items/{id}/why")
@Authenticated
public class ItemWhyPages {

    private final Whys whys;
    private final Permissions permissions;
    private final Viewers viewers;

    ItemWhyPages(Whys whys, Permissions permissions, Viewers viewers) {
        this.whys = whys;
        this.permissions = permissions;
        this.viewers = viewers;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance whyItem(UUID item, String member, List<Choice> people, Why why);
    }

    /** Of oneself, or of a member chosen. */
    @GET
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
