package org.panelhub.sharing.onward;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;
import org.panelhub.notify.Outbox;
import org.panelhub.sharing.ItemView;
import org.panelhub.sharing.Items;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Requests for onward use that the viewer's agency asked or answers. Every one that is handed out is put on record as read. */
@ApplicationScoped
public class OnwardRequests implements PanacheRepositoryBase<OnwardRequest, UUID> {

    private final Session rows;
    private final Items items;
    private final Permissions permissions;
    private final Viewers viewers;
    private final Outbox outbox;
    private final Reads reads;
    private final String hub;

    OnwardRequests(Session rows, Items items, Permissions permissions, Viewers viewers, Outbox outbox, Reads reads, @ConfigProperty(name = "hub.url") String hub) {
        this.rows = rows;
        this.items = items;
        this.permissions = permissions;
        this.viewers = viewers;
        this.outbox = outbox;
        this.reads = reads;
        this.hub = hub;
    }

    record Row(UUID id, UUID itemId, UUID caseId, UUID panelId, UUID agencyId, UUID askingAgencyId, String body, String reference, String originator, String asker, String askedBy, String kind, String toWhom,
            String purpose, LocalDate askedOn, String answer, String answerWords, String answeredBy, LocalDate answeredOn) {
    }

    private static final String VIEW = """
            select q.id, q.item_id, q.case_id, q.panel_id, q.agency_id, q.asking_agency_id, i.body, c.reference, o.name, a.name, m.name, q.kind, q.to_whom, q.purpose,
                   (q.asked_at at time zone 'Europe/London')::date, q.answer, q.answer_words, b.name, (q.answered_at at time zone 'Europe/London')::date
              from hub.onward_request q join hub.agency o on o.id = q.agency_id join hub.agency a on a.id = q.asking_agency_id left join hub.item i on i.id = q.item_id left join hub.case_file c on c.id = q.case_id
              left join hub.member m on m.id = q.asked_by left join hub.member b on b.id = q.answered_by
             where\s""";

    /** Asked of the viewer's agency and not answered, the longest waiting first. */
    public List<OnwardView> toAnswer() {
        return views(rows.createNativeQuery(VIEW + "q.agency_id = hub.agency() and q.answered_at is null order by q.asked_at, q.id", Row.class).getResultList());
    }

    /** Answered by the viewer's agency, the latest first. */
    public List<OnwardView> answered() {
        return views(rows.createNativeQuery(VIEW + "q.agency_id = hub.agency() and q.answered_at is not null order by q.answered_at desc, q.id limit 50", Row.class).getResultList());
    }

    /** Asked by the viewer's agency, the latest first. */
    public List<OnwardView> asked() {
        return views(rows.createNativeQuery(VIEW + "q.asking_agency_id = hub.agency() order by q.asked_at desc, q.id limit 50", Row.class).getResultList());
    }

    /** About one item: of its originator all, of a recipient those of its own agency. */
    public List<OnwardView> about(UUID itemId) {
        return views(rows.createNativeQuery(VIEW + "q.item_id = :i order by q.asked_at, q.id", Row.class).setParameter("i", itemId).getResultList());
    }

    /** @throws NotFound when there is none, or not for this viewer */
    public OnwardView view(UUID id) {
        return views(rows.createNativeQuery(VIEW + "q.id = :q", Row.class).setParameter("q", id).getResultList()).stream().findFirst().orElseThrow(() -> new NotFound("onward request", id));
    }

    private List<OnwardView> views(List<Row> found) {
        var own = viewers.current().agencyId();
        found.forEach(r -> {
            reads.seen("onward_request", r.id, r.caseId, r.panelId, r.agencyId);
            if (r.body != null) {
                reads.seen("item", r.itemId, r.caseId, r.panelId, r.agencyId);
            }
            if (r.reference != null) {
                reads.seen("case_file", r.caseId, r.caseId, r.panelId, null);
            }
        });
        return found.stream().map(r -> new OnwardView(r.id, r.itemId, r.body, r.reference, r.askingAgencyId.equals(own), r.originator, r.asker, r.askedBy, OnwardKind.valueOf(r.kind), r.toWhom, r.purpose,
                r.askedOn, r.answer == null ? null : OnwardAnswer.valueOf(r.answer), r.answerWords, r.answeredBy, r.answeredOn)).toList();
    }

    /**
     * An item that another agency released to the viewer, about which it may ask.
     *
     * @throws NotFound when there is none, or it is the viewer's own
     * @throws org.panelhub.access.Forbidden when no role of the viewer may ask
     */
    public ItemView toAsk(UUID itemId) {
        var item = items.view(itemId);
        if (items.isOwn(item) || viewers.current().agencyId() == null) {
            throw new NotFound("item", itemId);
        }
        permissions.require(Permission.ASK_ONWARD_USE, item.panelId(), item.caseId());
        return item;
    }

    /** Asks the originator. Those there who may answer are told by mail that something waits, without any word of it. */
    public UUID ask(UUID itemId, OnwardKind kind, String toWhom, String purpose) {
        var item = toAsk(itemId);
        var viewer = viewers.current();
        var request = new OnwardRequest(viewer.partnershipId(), item, viewer.agencyId(), viewer.memberId(), viewer.now(), kind, toWhom, purpose);
        persistAndFlush(request);
        told(request, "onward-asked", "Onward use of your agency’s information is asked for", OnwardPages.Templates.onwardAskedMail(hub + "/onward").render());
        return request.id();
    }

    /** Whether the viewer may answer, as for what is its own agency's. */
    public boolean mayAnswer(UUID id) {
        return findByIdOptional(id).filter(this::isForOwnToAnswer).isPresent();
    }

    private boolean isForOwnToAnswer(OnwardRequest request) {
        return request.agencyId().equals(viewers.current().agencyId()) && !request.answered() && permissions.mayForOwn(Permission.RELEASE_INFORMATION, request.panelId(), request.caseId());
    }

    /**
     * Answers for the originator. Who asked is told by mail.
     *
     * @throws NotFound when the viewer's agency is asked no such thing
     * @throws CannotAnswer when it was answered already
     */
    public void answer(UUID id, OnwardAnswer answer, String words) {
        var request = findByIdOptional(id).filter(q -> q.agencyId().equals(viewers.current().agencyId())).orElseThrow(() -> new NotFound("onward request", id));
        permissions.requireForOwn(Permission.RELEASE_INFORMATION, request.panelId(), request.caseId());
        if (request.answered()) {
            throw new CannotAnswer();
        }
        request.answer(answer, words, viewers.current().memberId(), viewers.current().now());
        flush();
        told(request, "onward-answered", "Your request for onward use is answered", OnwardPages.Templates.onwardAnsweredMail(hub + "/onward").render());
    }

    private void told(OnwardRequest request, String template, String subject, String body) {
        for (var member : rows.createNativeQuery("select access.onward_told(:q)", UUID.class).setParameter("q", request.id()).getResultList()) {
            outbox.put(member, template, subject, body, template + " " + request.id() + " " + member);
        }
    }
}
