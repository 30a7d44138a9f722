package org.panelhub.notify;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.page.Flash;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Mails that have not been sent: an administrator's page. */
@Path("/set-up/mail")
@Authenticated
public class MailPages {

    private final UnsentMails mails;
    private final Flash flash;

    MailPages(UnsentMails mails, Flash flash) {
        this.mails = mails;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        static native TemplateInstance mails(List<MailView> mails);
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        return Templates.mails(mails.all());
    }

    @POST
    @Path("/{id}/again")
    @Transactional
    public Response again(@RestPath UUID id) {
        mails.tryAgain(id);
        flash.done("The hub tries to send the mail again now.");
        return Response.seeOther(URI.create("/set-up/mail")).build();
    }
}
