package org.panelhub.page;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a form sends what is being typed, every now and then. Without JavaScript the button "Save as draft" of a form does the same. */
@Path("/drafts")
@Authenticated
public class DraftPages {

    private static final int LONGEST_NAME = 200;

    private final Drafts drafts;
    private final String tokenField;

    DraftPages(Drafts drafts, @ConfigProperty(name = "quarkus.rest-csrf.form-field-name") String tokenField) {
        this.drafts = drafts;
        this.tokenField = tokenField;
    }

    @POST
    @Path("{form:.+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public void keep(@PathParam("form") String form, MultivaluedMap<String, String> typed) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        typed.forEach((name, values) -> {
            if (!name.equals(tokenField)) {
                fields.put(name, values.stream().map(Drafts::kept).toList());
            }
        });
        int size = fields.entrySet().stream().mapToInt(f -> f.getKey().length() + f.getValue().stream().mapToInt(String::length).sum()).sum();
        if (size > Drafts.MOST || form.length() > LONGEST_NAME) {
            throw new Invalid(Errors.one("form", "This is too long to keep as a draft"));
        }
        drafts.save(form, fields);
    }
}
