package org.panelhub.referrals;

import java.util.Optional;

import org.hibernate.Session;
import org.panelhub.live.Watched;

import jakarta.enterprise.context.ApplicationScoped;

/** A referral on an open page, with its people and its assessment. */
@ApplicationScoped
class ReferralsWatched implements Watched {

    static final String KIND = "referrals";

    private final Session rows;

    ReferralsWatched(Session rows) {
        this.rows = rows;
    }

    record Summed(String about, String sum) {
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Sight> see(String id) {
        return Watched.id(id).flatMap(wanted -> rows.createNativeQuery("select concat_ws(',', x.id, x.case_id), access.referral_stamp(x.id) from hub.referral x where x.id = :id", Summed.class).setParameter("id", wanted)
                .uniqueResultOptional()).map(x -> Sight.of(x.sum, x.about));
    }
}
