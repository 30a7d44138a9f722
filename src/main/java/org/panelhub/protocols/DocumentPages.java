package org.panelhub.protocols;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Choice;
import org.panelhub.page.Errors;
import org.panelhub.page.Flash;
import org.panelhub.page.Invalid;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The document of an edition: read by every member as a file of their own, attached by the administrator. */
@Path("/protocols/{id}/documents")
@Authenticated
public class DocumentPages {

    private static final int UNPROCESSABLE = 422;

    private final Permissions permissions;
    private final Protocols protocols;
    private final ProtocolDocuments documents;
    private final Flash flash;

    DocumentPages(Permissions permissions, Protocols protocols, ProtocolDocuments documents, Flash flash) {
        this.permissions = permissions;
        this.protocols = protocols;
        this.documents = documents;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "protocols")
    static class Templates {
        static native TemplateInstance document(ProtocolView protocol, boolean mayAttach, List<Choice> markings, String marking, Errors errors);
    }

    @GET
    @Path("new")
    @Transactional
    public TemplateInstance choose(@RestPath UUID id) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        return page(protocol, "OFFICIAL", Errors.none());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    public Response attach(@RestPath UUID id, @BeanParam DocumentForm form) {
        var protocol = protocols.byId(id);
        permissions.require(Permission.SET_UP);
        try {
            documents.attach(id, form);
        } catch (Invalid invalid) {
            return Response.status(UNPROCESSABLE).entity(page(protocol, form.marking(), invalid.errors())).build();
        }
        flash.done("The document was attached.");
        return Response.seeOther(URI.create("/protocols/" + id)).build();
    }

    @GET
    @Path("{document}")
    @Transactional
    public Response takeOut(@RestPath UUID id, @RestPath UUID document) {
        return file(protocols.byId(id), documents.byId(id, document), documents.takeOut(id, document));
    }

    /** Never shown within the hub's own pages: always a file, of the type that was checked. */
    static Response file(ProtocolView protocol, DocumentView document, byte[] content) {
        return Response.ok(content, document.mediaType()).header("Content-Disposition", "attachment; filename=\"" + document.fileName(protocol) + "\"").build();
    }

    private TemplateInstance page(ProtocolView protocol, String marking, Errors errors) {
        return Templates.document(protocol, documents.mayAttach(protocol.id()), ProtocolDocuments.MARKINGS.stream().map(m -> Choice.of(m, m)).toList(), marking, errors);
    }
}
