package org.panelhub.page;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a form sends what is being typed, every now and then. Without JavaScript its button "Save as draft" does the same, and leads back to
 * the page of the form, which shows what was kept.
 */
@Path("/drafts")
@Authenticated
public class DraftPages {

    private static final int LONGEST_NAME = 200;
    /** The buttons of {@code tags/form.html}: each says on which page it was pressed. */
    private static final String KEEP = "draft-page";
    private static final String AWAY = "draft-away";

    private final Drafts drafts;
    private final Flash flash;
    private final String tokenField;

    DraftPages(Drafts drafts, Flash flash, @ConfigProperty(name = "quarkus.rest-csrf.form-field-name") String tokenField) {
        this.drafts = drafts;
        this.flash = flash;
        this.tokenField = tokenField;
    }

    @POST
    @Path("{form:.+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response keep(@PathParam("form") String form, MultivaluedMap<String, String> typed) {
        if (typed.containsKey(AWAY)) {
            drafts.discard(form);
            flash.done("The draft was thrown away.");
            return back(typed.getFirst(AWAY));
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        typed.forEach((name, values) -> {
            if (!name.equals(tokenField) && !name.equals(KEEP)) {
                fields.put(name, values.stream().map(Drafts::kept).toList());
            }
        });
        int size = fields.entrySet().stream().mapToInt(f -> f.getKey().length() + f.getValue().stream().mapToInt(String::length).sum()).sum();
        if (size > Drafts.MOST || form.length() > LONGEST_NAME) {
            throw new Invalid(Errors.one("form", "This is too long to keep as a draft"));
        }
        drafts.save(form, fields);
        if (!typed.containsKey(KEEP)) {
            return Response.noContent().build();
        }
        flash.done("The draft is kept, and only you see it. Nothing was sent.");
        return back(typed.getFirst(KEEP));
    }

    /** To a page of the hub, and nowhere else. */
    private static Response back(String page) {
        boolean own = page.matches("/[A-Za-z0-9._~/?=&%-]*") && !page.startsWith("//");
        return Response.seeOther(URI.create(own ? page : "/")).build();
    }
}
