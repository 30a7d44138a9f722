package org.panelhub.sharing.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestHeader;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.CaseHeads;
import org.panelhub.identity.Viewers;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Idempotency;
import org.panelhub.page.Invalid;
import org.panelhub.sharing.Grading;
import org.panelhub.sharing.HandlingCode;
import org.panelhub.sharing.ItemHow;
import org.panelhub.sharing.ItemState;
import org.panelhub.sharing.ItemView;
import org.panelhub.sharing.Items;
import org.panelhub.sharing.Nature;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The information in a case, for programs: one's own, and what was released to the caller. */
@Path("/api/cases/{reference}/items")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ItemApi {

    private final CaseHeads heads;
    private final Items items;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Idempotency idempotency;

    ItemApi(CaseHeads heads, Items items, Permissions permissions, Viewers viewers, Idempotency idempotency) {
        this.heads = heads;
        this.items = items;
        this.permissions = permissions;
        this.viewers = viewers;
        this.idempotency = idempotency;
    }

    /** The items of a case that the caller sees. */
    public record ItemsJson(List<ItemJson> items) {
    }

    /**
     * One item; {@code own} says whether it is of the caller's agency. The state is told of one's own only. How its source was graded is not told here at all, as
     * it never leaves the originator's screen.
     */
    public record ItemJson(UUID id, boolean own, String agency, ItemHow how, Nature nature, LocalDate sourceDate, String body, String marking, String instruction, HandlingCode handlingCode,
            String handling, String sanitisedBy, ItemState state, Integer version) {
    }

    /** An item to be entered. {@code marking} is OFFICIAL-SENSITIVE, with the offered instruction, unless said. The grading of a source may be sent in; it is never sent out. */
    public record NewItem(Nature nature, LocalDate sourceDate, String body, String marking, String instruction, HandlingCode handlingCode, String handling, String sanitisedBy, Grading.Source source,
            Grading.Assessment assessment) {
    }

    @GET
    @Transactional
    public ItemsJson all(@PathParam("reference") String reference) {
        var head = heads.withoutContact(reference);
        return new ItemsJson(Stream.concat(items.own(head.caseId()).stream(), items.releasedToViewer(head.caseId()).stream()).map(this::json).toList());
    }

    @GET
    @Path("{id}")
    @Transactional
    public ItemJson one(@PathParam("reference") String reference, @PathParam("id") UUID id) {
        var head = heads.withoutContact(reference);
        var item = items.view(id);
        if (!item.caseId().equals(head.caseId())) {
            throw new NotFound("item", id);
        }
        return json(item);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response enter(@PathParam("reference") String reference, @RestHeader(Idempotency.HEADER) String key, NewItem typed) {
        var head = heads.withoutContact(reference);
        permissions.require(Permission.ENTER_INFORMATION, head.panelId(), head.caseId());
        return idempotency.created(key, "/api/cases/" + head.reference() + "/items", typed, () -> {
            var checked = form(typed).check(viewers.current().today());
            Invalid.unless(checked.errors());
            return items.enter(head.caseId(), checked.content());
        }, id -> json(items.view(id)));
    }

    private static ItemForm form(NewItem typed) {
        if (typed == null) {
            return ItemForm.empty();
        }
        var date = DateBoxes.of(typed.sourceDate);
        return new ItemForm(typed.nature == null ? null : typed.nature.name(), date.day(), date.month(), date.year(), typed.body, typed.marking == null ? ItemForm.empty().marking() : typed.marking,
                typed.instruction, name(typed.handlingCode), typed.handling, typed.sanitisedBy, name(typed.source), name(typed.assessment), null);
    }

    private static String name(Enum<?> chosen) {
        return chosen == null ? "" : chosen.name();
    }

    private ItemJson json(ItemView item) {
        var own = items.isOwn(item);
        return new ItemJson(item.id(), own, item.agency(), item.how(), item.nature(), item.sourceDate(), item.body(), item.marking(), item.instruction(), item.handlingCode(), item.handling(), item.sanitisedBy(), own ? item.state() : null,
                own ? item.version() : null);
    }
}
