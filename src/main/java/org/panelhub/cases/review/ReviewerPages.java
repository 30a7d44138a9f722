package org.panelhub.cases.review;

import java.util.List;

import org.panelhub.identity.Viewers;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** For a reviewer: what it is asked to look at again. */
@Path("/reviews")
@Authenticated
public class ReviewerPages {

    private final Reviews reviews;
    private final Viewers viewers;

    ReviewerPages(Reviews reviews, Viewers viewers) {
        this.reviews = reviews;
        this.viewers = viewers;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance reviews(List<Reviews.View> reviews);
    }

    @GET
    @Transactional
    public TemplateInstance mine() {
        viewers.current();
        return Templates.reviews(reviews.ofViewer());
    }
}
