package org.panelhub.cases;

import java.time.LocalDate;
import java.util.List;

import org.panelhub.identity.Viewers;
import org.panelhub.page.Versioned;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Cases as the pages show them, for programs. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class CaseApi {

    private final CaseList list;
    private final CaseSheets sheets;
    private final Viewers viewers;

    CaseApi(CaseList list, CaseSheets sheets, Viewers viewers) {
        this.list = list;
        this.sheets = sheets;
        this.viewers = viewers;
    }

    /** A page of cases; the next one is named in the header {@code Link}. */
    public record CasesJson(List<CaseLineJson> cases) {
    }

    /** A case in a list. */
    public record CaseLineJson(String reference, String panel, String subject, CaseRisk risk, CaseRisk riskBefore, CaseState state, boolean sealed, LocalDate openedOn, String caseManager,
            String ownReference, LocalDate nextMeeting) {

        static CaseLineJson of(CaseLine line) {
            return new CaseLineJson(line.reference(), line.panel(), line.subject(), line.risk(), line.riskBefore(), line.state(), line.sealed(), line.openedOn(), line.manager(), line.ownReference(),
                    line.nextMeeting());
        }
    }

    /** One case. {@code safeContact} is null for who does not contact the person. */
    public record CaseJson(String reference, String panel, String marking, String subject, LocalDate born, CaseRisk risk, CaseRisk riskBefore, CaseState state, boolean sealed, String category,
            String summary, LocalDate openedOn, LocalDate reviewOn, LocalDate closedOn, String caseManager, String ownReference, String safeContact, List<PersonJson> people, List<PlaceJson> team, int version) implements Versioned {
    }

    /** A person in the case, as its panel knows them. */
    public record PersonJson(String part, String name, String aliases, String born, String gender, String address, String needs) {
    }

    /** A named place on the case team. */
    public record PlaceJson(String role, String name, String agency, LocalDate since) {
    }

    @GET
    @Transactional
    public Response all(@QueryParam("q") String text, @QueryParam("state") @DefaultValue("OPEN") String state, @QueryParam("after") String after) {
        viewers.current();
        var which = List.of(CaseList.Which.values()).stream().filter(w -> w.name().equals(state)).findFirst().orElse(CaseList.Which.OPEN);
        var found = list.find(text, which, after);
        var answer = Response.ok(new CasesJson(found.lines().stream().map(CaseLineJson::of).toList()));
        if (found.next() != null) {
            answer.header("Link", "</api" + found.nextPath() + ">; rel=\"next\"");
        }
        return answer.build();
    }

    @GET
    @Path("{reference}")
    @Transactional
    public Response one(@PathParam("reference") String reference) {
        var sheet = sheets.of(reference);
        var head = sheet.head();
        return Response.ok(new CaseJson(head.reference(), head.panelShort(), head.marking(), head.subject(), head.born(), head.risk(), head.riskBefore(), head.state(), head.sealed(), sheet.category(),
                sheet.summary(), sheet.openedOn(), sheet.reviewOn(), sheet.closedOn(), head.manager(), sheet.ownReference(), head.safe() == null ? null : head.safe().words(),
                sheet.people().stream().map(p -> new PersonJson(p.part(), p.name(), p.aliases(), p.born(), p.gender(), p.address(), p.needs())).toList(),
                sheet.team().stream().map(t -> new PlaceJson(t.role(), t.name(), t.agency(), t.since())).toList(), head.version())).build();
    }
}
