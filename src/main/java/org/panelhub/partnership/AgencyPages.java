package org.panelhub.partnership;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Writers;
import org.panelhub.page.Choice;
import org.panelhub.page.Differences;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Signatories and their agencies, for the administrator. */
@Path("/agencies")
@Authenticated
public class AgencyPages {

    private static final int UNPROCESSABLE = 422;

    private final Permissions permissions;
    private final Signatories signatories;
    private final Agencies agencies;
    private final Flash flash;
    private final Writers writers;

    AgencyPages(Permissions permissions, Signatories signatories, Agencies agencies, Flash flash, Writers writers) {
        this.permissions = permissions;
        this.signatories = signatories;
        this.agencies = agencies;
        this.flash = flash;
        this.writers = writers;
    }

    /** A signatory with its services. */
    @TemplateData
    public record Body(SignatoryView signatory, List<AgencyView> agencies) {
    }

    @CheckedTemplate(basePath = "partnership")
    static class Templates {
        static native TemplateInstance agencies(List<Body> bodies);

        static native TemplateInstance agency(String title, String action, AgencyForm form, List<Choice> bodies, List<Choice> kinds, String body, Errors errors, Differences theirs, int version);

        static native TemplateInstance signatory(String title, String action, SignatoryForm form, List<Choice> sectors, List<Choice> yesNo, Errors errors, Differences theirs, int version);
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        permissions.require(Permission.SET_UP);
        var all = agencies.list();
        return Templates.agencies(signatories.list().stream()
                .map(s -> new Body(s, all.stream().filter(a -> a.signatoryId().equals(s.id())).toList())).toList());
    }

    @GET
    @Path("new")
    @Transactional
    public TemplateInstance newAgency(@RestQuery String signatory) {
        permissions.require(Permission.SET_UP);
        return agencyPage(null, AgencyForm.empty(signatory), Errors.none(), null);
    }

    @POST
    @Path("new")
    @Transactional
    public Response addAgency(@BeanParam AgencyForm form) {
        permissions.require(Permission.SET_UP);
        try {
            agencies.add(form);
        } catch (Invalid invalid) {
            return again(agencyPage(null, form, invalid.errors(), null));
        }
        return done("The agency was added.");
    }

    @GET
    @Path("{id}/edit")
    @Transactional
    public TemplateInstance editAgency(@RestPath UUID id) {
        var agency = agencies.byId(id);
        permissions.require(Permission.SET_UP);
        return agencyPage(agency, AgencyForm.of(agency), Errors.none(), null);
    }

    @POST
    @Path("{id}/edit")
    @Transactional
    public Response changeAgency(@RestPath UUID id, @BeanParam AgencyForm form) {
        var agency = agencies.byId(id);
        permissions.require(Permission.SET_UP);
        try {
            agencies.change(id, form);
        } catch (Invalid invalid) {
            return again(agencyPage(agency, form, invalid.errors(), null));
        } catch (OptimisticLockException stale) {
            return conflict(agencyPage(agency, form, Errors.none(), new Differences(writers.last("agency", agency.id())).compare("Name", agency.name(), form.name())
                    .compare("Short name", agency.shortName(), form.shortName()).compare("Kind of service", agency.service(), Service.words(form.kind()))));
        }
        return done("The agency was changed.");
    }

    @GET
    @Path("signatories/new")
    @Transactional
    public TemplateInstance newSignatory() {
        permissions.require(Permission.SET_UP);
        return signatoryPage(null, SignatoryForm.empty(), Errors.none(), null);
    }

    @POST
    @Path("signatories/new")
    @Transactional
    public Response addSignatory(@BeanParam SignatoryForm form) {
        permissions.require(Permission.SET_UP);
        try {
            signatories.add(form);
        } catch (Invalid invalid) {
            return again(signatoryPage(null, form, invalid.errors(), null));
        }
        return done("The signatory was added. Now add its agencies: the services that sit on panels.");
    }

    @GET
    @Path("signatories/{id}/edit")
    @Transactional
    public TemplateInstance editSignatory(@RestPath UUID id) {
        var signatory = signatories.byId(id);
        permissions.require(Permission.SET_UP);
        return signatoryPage(signatory, SignatoryForm.of(signatory), Errors.none(), null);
    }

    @POST
    @Path("signatories/{id}/edit")
    @Transactional
    public Response changeSignatory(@RestPath UUID id, @BeanParam SignatoryForm form) {
        var signatory = signatories.byId(id);
        permissions.require(Permission.SET_UP);
        try {
            signatories.change(id, form);
        } catch (Invalid invalid) {
            return again(signatoryPage(signatory, form, invalid.errors(), null));
        } catch (OptimisticLockException stale) {
            return conflict(signatoryPage(signatory, form, Errors.none(), new Differences(writers.last("signatory", signatory.id())).compare("Name", signatory.name(), form.name())
                    .compare("Sector", signatory.sector().label(), Sector.valueOf(form.sector()).label())
                    .compare("Relevant authority", signatory.relevantAuthority() ? "yes" : "no", form.relevantAuthority())));
        }
        return done("The signatory was changed.");
    }

    private TemplateInstance agencyPage(AgencyView agency, AgencyForm form, Errors errors, Differences theirs) {
        var bodies = signatories.list().stream().map(s -> Choice.of(s.id(), s.name())).toList();
        return Templates.agency(agency == null ? "Add an agency" : "Change an agency", agency == null ? "/agencies/new" : "/agencies/" + agency.id() + "/edit", form,
                bodies, Choice.of(Service.class, Service::label), agency == null ? null : agency.signatory(), errors, theirs, agency == null ? 0 : agency.version());
    }

    private TemplateInstance signatoryPage(SignatoryView signatory, SignatoryForm form, Errors errors, Differences theirs) {
        return Templates.signatory(signatory == null ? "Add a signatory" : "Change a signatory",
                signatory == null ? "/agencies/signatories/new" : "/agencies/signatories/" + signatory.id() + "/edit", form,
                Choice.of(Sector.class, Sector::label), List.of(Choice.of("yes", "Yes"), Choice.of("no", "No")), errors, theirs, signatory == null ? 0 : signatory.version());
    }

    private Response done(String sentence) {
        flash.done(sentence);
        return Response.seeOther(URI.create("/agencies")).build();
    }

    private static Response again(TemplateInstance page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }

    private static Response conflict(TemplateInstance page) {
        return Response.status(Response.Status.CONFLICT).entity(page).build();
    }
}
