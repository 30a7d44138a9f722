package org.panelhub.referrals;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.live.Watching;
import org.panelhub.page.Flash;
import org.panelhub.page.Markings;
import org.panelhub.page.Words;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Referrals in lists, one by one, and what their author may still do with them. */
@Path("/referrals")
@Authenticated
@Blocking
public class ReferralPages {

    private final Referrals referrals;
    private final ReferralReader reader;
    private final Permissions permissions;
    private final Flash flash;
    private final Watching watching;

    ReferralPages(Referrals referrals, ReferralReader reader, Permissions permissions, Flash flash, Watching watching) {
        this.referrals = referrals;
        this.reader = reader;
        this.permissions = permissions;
        this.flash = flash;
        this.watching = watching;
    }

    /**
     * The inbox.
     *
     * @param toTriage waiting for an answer on a panel on which the viewer triages
     * @param asked of those, the ones whose referrer was asked for more
     * @param toDecide waiting for the viewer's decision as senior officer
     * @param own the viewer's drafts, and what its agency has on the way
     * @param next address of the older ones that have ended, or null
     * @param more whether more are on their way than are shown
     */
    @TemplateData
    public record Inbox(List<ReferralLine> toTriage, List<ReferralLine> asked, List<ReferralLine> toDecide, List<ReferralLine> own, List<ReferralLine> ended, String next,
            boolean more, boolean triages, boolean decides, boolean keysIn, boolean refers) {

        /** The highest marking of what is listed, or null when nothing is. */
        public String marking() {
            return Markings.highest(Stream.of(toTriage, asked, toDecide, own, ended).flatMap(List::stream).map(ReferralLine::marking));
        }

        /** "2 to triage, 1 late", under the heading. */
        public String summary() {
            long late = toTriage.stream().filter(ReferralLine::late).count();
            return Words.number(toTriage.size()) + " to triage" + (late == 0 ? "" : ", " + late + " late");
        }
    }

    @CheckedTemplate(basePath = "referrals")
    static class Templates {
        static native TemplateInstance list(Inbox page, boolean older);

        static native TemplateInstance referral(ReferralView view);

        static native TemplateInstance withdraw(ReferralView view);
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery String after) {
        permissions.require(Permission.REFER);
        var older = after == null ? null : referrals.byId(after);
        var open = older == null ? reader.open() : List.<ReferralLine>of();
        var ended = reader.ended(older);
        watching.ofList("referrals", Stream.concat(open.stream(), ended.stream()).map(ReferralLine::id));
        var toTriage = open.stream().filter(r -> r.state() == ReferralState.SENT && permissions.may(Permission.TRIAGE, r.panelId())).toList();
        var asked = open.stream().filter(r -> r.state() == ReferralState.MORE_ASKED && permissions.may(Permission.TRIAGE, r.panelId())).toList();
        boolean decides = permissions.may(Permission.DECIDE_REFERRAL);
        var toDecide = decides ? open.stream().filter(r -> r.state() == ReferralState.WITH_SENIOR_OFFICER).toList() : List.<ReferralLine>of();
        var own = open.stream().filter(r -> !toTriage.contains(r) && !asked.contains(r) && !toDecide.contains(r)).toList();
        var next = ended instanceof ReferralReader.MoreFollow ? "/referrals?after=" + ended.getLast().id() : null;
        return Templates.list(new Inbox(toTriage, asked, toDecide, own, ended, next, open instanceof ReferralReader.MoreFollow, permissions.may(Permission.TRIAGE), decides, permissions.may(Permission.KEY_IN_REFERRAL), true),
                older != null);
    }

    @GET
    @Path("/{id}")
    @Transactional
    public Response one(@RestPath String id) {
        var referral = referrals.byId(id);
        if (referral.state() == ReferralState.DRAFT) {
            return Response.seeOther(URI.create("/referrals/" + referral.id() + "/tasks")).build();
        }
        return Response.ok(Templates.referral(reader.view(referral))).build();
    }

    @POST
    @Path("/{id}/take-back")
    @Transactional
    public Response takeBack(@RestPath String id) {
        var referral = referrals.toChange(id);
        try {
            referrals.takeBack(referral);
            flash.done("The referral is yours again. Send it when you have changed it.");
            return Response.seeOther(URI.create("/referrals/" + referral.id() + "/tasks")).build();
        } catch (AlreadyAnswered quicker) {
            flash.note("It could not be taken back: your senior officer has decided.");
            return Response.seeOther(URI.create("/referrals/" + referral.id())).build();
        }
    }

    @GET
    @Path("/{id}/withdraw")
    @Transactional
    public TemplateInstance askWithdraw(@RestPath String id) {
        return Templates.withdraw(reader.view(referrals.byId(id)));
    }

    @POST
    @Path("/{id}/withdraw")
    @Transactional
    public Response withdraw(@RestPath String id) {
        var referral = referrals.toChange(id);
        try {
            referrals.withdraw(referral);
            flash.done("The referral is withdrawn.");
        } catch (AlreadyAnswered quicker) {
            flash.note("It was not withdrawn: it has its answer already.");
        }
        return Response.seeOther(URI.create("/referrals")).build();
    }
}
