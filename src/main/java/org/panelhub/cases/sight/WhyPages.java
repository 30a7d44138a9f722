package org.panelhub.cases.sight;

import java.util.List;
import java.util.UUID;

import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Why can a member see a case, or why not? */
@Path("/why")
@Authenticated
public class WhyPages {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_REFERENCE = 20;

    private final Whys whys;
    private final Permissions permissions;

    WhyPages(Whys whys, Permissions permissions) {
        this.whys = whys;
        this.permissions = permissions;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance whyCase(String reference, String member, List<Choice> people, Why why, Errors errors);
    }

    /** Of a case, named by its reference. */
    @GET
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
}
