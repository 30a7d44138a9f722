package org.panelhub.web;

import java.util.Optional;

import org.hibernate.Session;
import org.panelhub.live.Watched;

import jakarta.enterprise.context.ApplicationScoped;

/** The first page of a member: what its counts and lists are drawn from. Any change may matter to it. */
@ApplicationScoped
class HomeWatched implements Watched {

    static final String KIND = "home";
    static final String KEY = "mine";

    private final Session rows;

    HomeWatched(Session rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String path(String key) {
        return "/";
    }

    @Override
    public Optional<Sight> see(String key) {
        return KEY.equals(key) ? Optional.of(Sight.of(rows.createNativeQuery("""
                select md5(array[hub.today()::text,
                  (select string_agg(concat(x.id, x.version), ',' order by x.id) from hub.action x where x.state = 'OPEN' and (x.owner_member_id = hub.viewer() or x.owner_agency_id = hub.agency())),
                  (select string_agg(concat(x.id, x.version), ',' order by x.id) from hub.research_request x where x.agency_id = hub.agency() and x.answered_at is null),
                  (select string_agg(concat(x.id, x.version), ',' order by x.id) from hub.referral x where x.author_id = hub.viewer() or x.state in ('WITH_SENIOR_OFFICER', 'SENT', 'MORE_ASKED')),
                  (select string_agg(concat(x.id, x.version), ',' order by x.id) from hub.meeting x where x.state = 'OPEN' or x.starts_at > hub.now() - interval '1 day'),
                  (select string_agg(concat(x.meeting_id, x.reply), ',' order by x.meeting_id) from hub.attendance x where x.member_id = hub.viewer()),
                  (select string_agg(x.meeting_id::text, ',' order by x.meeting_id) from hub.declaration x where x.member_id = hub.viewer()),
                  (select string_agg(concat(x.id, x.version), ',' order by x.id) from hub.minutes x),
                  (select string_agg(x.minutes_id::text, ',' order by x.minutes_id) from hub.minutes_receipt x where x.member_id = hub.viewer() and x.seen_at is null),
                  (select string_agg(concat(x.id, x.version), ',' order by x.id) from hub.case_exit x where x.signed_off_at is null and x.cancelled_at is null),
                  (select string_agg(concat(x.panel_id, x.during), ',' order by x.id) from hub.undertaking x where x.member_id = hub.viewer())]::text)""", String.class).getSingleResult()))
                : Optional.empty();
    }
}
