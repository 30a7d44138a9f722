package org.panelhub.oversight;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.RecordWords;
import org.panelhub.audit.seal.Checks;
import org.panelhub.audit.seal.Finding;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.page.Flash;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Checks the record of one's partnership against its seals: begun here, done in the background, watched and stopped here. */
@Path("/audit/verify")
@Authenticated
public class VerifyPages {

    private static final int INVALID = 422;

    private final Checks checks;
    private final Session database;
    private final Permissions permissions;
    private final Flash flash;

    VerifyPages(Checks checks, Session database, Permissions permissions, Flash flash) {
        this.checks = checks;
        this.database = database;
        this.permissions = permissions;
        this.flash = flash;
    }

    @CheckedTemplate(basePath = "oversight")
    static class Templates {
        static native TemplateInstance verify(State state, String number, String fingerprint, Errors errors);
    }

    /** @param standsNow what the entry says now, as far as the viewer may read it; "" otherwise */
    @TemplateData
    public record Fault(String sentence, Instant at, String standsNow) {
    }

    /**
     * What the page shows.
     *
     * @param seals that there are; 0 before the first
     * @param check whether there ever was one
     * @param seal number of the seal that the check has come to
     */
    @TemplateData
    public record State(int seals, Instant sealedAt, List<String> keys, boolean outside, boolean check, UUID id, boolean running, boolean stopped, String startedBy, Instant startedAt, Instant endedAt,
            int seal, int of, Integer mailed, long entries, long erased, long found, List<Fault> faults, String first, List<String> epochs, long waiting, Instant waitingSince) {

        public boolean isSound() {
            return found == 0;
        }
    }

    @GET
    @Transactional
    public TemplateInstance open() {
        permissions.require(Permission.SEE_RECORD);
        return Templates.verify(state(), "", "", Errors.none());
    }

    @POST
    @Transactional
    public Object begin(@RestForm String number, @RestForm String fingerprint) {
        permissions.require(Permission.SEE_RECORD);
        var check = new Field.Check();
        var seal = check.number("number", "Number of the seal", number, 1, 999_999_999, false);
        var print = Field.clean(fingerprint).replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
        check.that(print.isEmpty() || print.matches("[0-9a-f]{64}"), "fingerprint", "Fingerprint must be 64 letters a to f and numbers, as it stands in the mail");
        check.that(!print.isEmpty() || seal == null, "fingerprint", "Enter the fingerprint that goes with the number");
        check.that(print.isEmpty() || seal != null, "number", "Enter the number that goes with the fingerprint");
        if (check.errors().any()) {
            return Response.status(INVALID).entity(Templates.verify(state(), number, fingerprint, check.errors())).build();
        }
        checks.begin(seal, print.isEmpty() ? null : print);
        return Response.seeOther(URI.create("/audit/verify")).build();
    }

    @POST
    @Path("/{id}/stop")
    @Transactional
    public Response stop(@RestPath UUID id) {
        permissions.require(Permission.SEE_RECORD);
        var last = checks.last().filter(c -> c.id().equals(id)).orElseThrow(() -> new NotFound("verification", id));
        flash.note(checks.stop(last.id()) ? "The check was stopped." : "The check had ended already.");
        return Response.seeOther(URI.create("/audit/verify")).build();
    }

    private State state() {
        var standing = checks.standing();
        var last = checks.last();
        if (last.isEmpty()) {
            return new State(standing.seals(), standing.lastAt(), standing.keys(), standing.outside(), false, null, false, false, null, null, null, 0, 0, null, 0, 0, 0, List.of(), "", List.of(), 0, null);
        }
        var check = last.get();
        var progress = check.progress();
        var faults = progress.findings().stream().map(this::fault).toList();
        return new State(standing.seals(), standing.lastAt(), standing.keys(), standing.outside(), true, check.id(), check.state().equals("RUNNING"), check.state().equals("STOPPED"), check.startedBy(),
                check.startedAt(), check.endedAt(), progress.seals(), Math.max(check.seals(), progress.seals()), check.mailed(), progress.entries(), progress.erased(), progress.found(), faults,
                progress.firstEntry().map(Finding::sentence).orElse(""), progress.epochs(), progress.waiting(), progress.waitingSince());
    }

    record Row(String act, String kind, String name, String agency) {
    }

    private Fault fault(Finding finding) {
        var stands = finding.id() == 0 ? "" : database.createNativeQuery("""
                select e.act, e.kind, m.name, a.short_name from audit.entry e left join hub.member m on m.id = e.member_id left join hub.agency a on a.id = e.agency_id where e.id = :id""", Row.class)
                .setParameter("id", finding.id()).getResultStream().findFirst()
                .map(r -> (r.name == null ? "Somebody" : r.name) + (r.agency == null ? "" : ", " + r.agency) + ": " + Act.of(r.act).toLowerCase(java.util.Locale.ROOT) + " " + RecordWords.kind(r.kind)).orElse("");
        return new Fault(finding.sentence(), finding.at(), stands);
    }
}
