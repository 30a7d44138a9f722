package org.panelhub.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.actions.Tracker;
import org.panelhub.identity.Role;
import org.panelhub.identity.Viewers;
import org.panelhub.live.Watching;
import org.panelhub.page.Dates;
import org.panelhub.panels.Standing;

import jakarta.enterprise.context.ApplicationScoped;

/** Puts together the first page of a member. */
@ApplicationScoped
class Home {

    private static final int MOST_ACTIONS = 8;

    private final Session database;
    private final Viewers viewers;
    private final Tracker tracker;
    private final WaitingWork waiting;
    private final Standing standing;
    private final Watching watching;
    private final Permissions permissions;

    Home(Session database, Viewers viewers, Tracker tracker, WaitingWork waiting, Standing standing, Watching watching, Permissions permissions) {
        this.database = database;
        this.viewers = viewers;
        this.tracker = tracker;
        this.waiting = waiting;
        this.standing = standing;
        this.watching = watching;
        this.permissions = permissions;
    }

    HomeView ofViewer() {
        watching.of(HomeWatched.KIND, HomeWatched.KEY);
        var viewer = viewers.current();
        var actions = tracker.openMine(MOST_ACTIONS);
        var coming = coming(viewer.today());
        return new HomeView(viewer.today(), coming.isEmpty() ? null : coming.getFirst(), waiting.cards(actions), actions, referrals(), coming, standing.ofViewer(),
                viewer.offices().contains(Role.ADMINISTRATOR), viewer.seats().isEmpty() && viewer.team().isEmpty() && viewer.offices().isEmpty(), permissions.may(Permission.OPEN_IN_EMERGENCY));
    }

    record Row(UUID id, String panel, String panelShort, Instant startsAt, String venue, String onlineLink, Boolean outOfCycle) {
    }

    private List<HomeView.Meeting> coming(LocalDate today) {
        return database.createNativeQuery("""
                select m.id, p.name, p.short_name, m.starts_at, m.venue, m.online_link, m.out_of_cycle from hub.meeting m join hub.panel p on p.id = m.panel_id
                 where m.state in ('PLANNED', 'PUBLISHED', 'OPEN') and (m.starts_at at time zone 'Europe/London')::date >= hub.today() order by m.starts_at, m.id limit 5""", Row.class).getResultStream()
                .map(r -> new HomeView.Meeting(r.id, r.panel, r.panelShort, r.startsAt, place(r), r.startsAt.atZone(Dates.LONDON).toLocalDate().equals(today), r.outOfCycle)).toList();
    }

    private static String place(Row meeting) {
        if (meeting.onlineLink.isBlank()) {
            return meeting.venue;
        }
        return meeting.venue.isBlank() ? "online" : meeting.venue + " and online";
    }

    record Referred(UUID id, String panel, String ownReference, String state, String caseReference) {
    }

    /** Those of the last three months, or not yet answered. */
    private List<HomeView.Referral> referrals() {
        return database.createNativeQuery("""
                select r.id, p.short_name, r.own_reference, r.state, c.reference from hub.referral r join hub.panel p on p.id = r.panel_id left join hub.case_file c on c.id = r.case_id
                 where r.author_id = hub.viewer() and (r.state in ('DRAFT', 'WITH_SENIOR_OFFICER', 'SENT', 'MORE_ASKED') or r.made_at > hub.now() - interval '3 months')
                 order by r.state <> 'MORE_ASKED', r.made_at desc limit 8""", Referred.class).getResultStream().map(Home::referral).toList();
    }

    private static HomeView.Referral referral(Referred r) {
        var shown = switch (r.state) {
            case "DRAFT" -> new String[] { "Draft", "grey" };
            case "WITH_SENIOR_OFFICER" -> new String[] { "With the senior officer", "blue" };
            case "NOT_REFERRED" -> new String[] { "Not referred", "grey" };
            case "SENT" -> new String[] { "Sent", "blue" };
            case "MORE_ASKED" -> new String[] { "More asked for", "yellow" };
            case "ACCEPTED" -> new String[] { "Accepted", "green" };
            case "DECLINED" -> new String[] { "Declined, with advice", "orange" };
            default -> new String[] { "Withdrawn", "grey" };
        };
        return new HomeView.Referral(r.id, r.panel, r.ownReference, shown[0], shown[1], r.caseReference);
    }
}
