package org.panelhub.live;

import java.time.Instant;
import java.util.stream.Stream;

import org.panelhub.identity.Viewers;

import io.quarkus.qute.TemplateData;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/**
 * What the page that is being put together shows, so that its frame can say what to watch and how that stood. Summed up in the page's own transaction:
 * nothing that happens between reading and watching is missed. A page that names nothing watches its reader's standing.
 */
@RequestScoped
@Named("live")
@TemplateData
public class Watching {

    private static final String STANDING = "/live/standing/mine";

    private final Sights sights;
    private final Viewers viewers;
    private final CurrentVertxRequest request;
    private String address;
    private String sum;
    private String path;
    private boolean answersForm;

    Watching(Sights sights, Viewers viewers, CurrentVertxRequest request) {
        this.sights = sights;
        this.viewers = viewers;
        this.request = request;
    }

    /**
     * The page shows this, and is about to read it. What is named first counts: the page is of it. What is not there, or not for the viewer, is not
     * watched; whoever goes on to read it finds that out.
     */
    public void of(String kind, Object key) {
        if (address == null) {
            ratherOf(kind, key);
        }
    }

    /** For a page that shows more than what was named by what it is put together from. */
    public void ratherOf(String kind, Object key) {
        var asked = request.getCurrent();
        var wanted = address(kind, key);
        if (asked == null || asked.normalizedPath().startsWith("/api/") || wanted.equals(address)) {
            return;
        }
        sights.sum(kind, key.toString()).ifPresent(seen -> {
            sum = seen.sum();
            address = wanted;
            answersForm = asked.request().method() != HttpMethod.GET;
            path = answersForm ? sights.path(kind, key.toString()) : asked.request().uri();
        });
    }

    /** How it stands for the viewer, in one sum; of what the page is of, how it stood when that was named. Empty when it is not there, or not theirs to see. */
    public String sumOf(String kind, Object key) {
        return address(kind, key).equals(address) ? sum : sights.sum(kind, key.toString()).map(Sights.Seen::sum).orElse("");
    }

    private static String address(String kind, Object key) {
        return "/live/" + kind + "/" + key;
    }

    /** A list shows these, of one kind; told from what was read, so that nothing can leave it in between unnoticed. */
    public void ofList(String kind, Stream<?> ids) {
        var asked = request.getCurrent();
        var shown = ids.map(String::valueOf).toList();
        if (address == null && asked != null && !asked.normalizedPath().startsWith("/api/") && !shown.isEmpty()) {
            sum = Standing.with(viewers.current(), ListsWatched.sum(shown));
            address = address(ListsWatched.KIND, ListsWatched.key(kind, shown));
            path = asked.request().uri();
        }
    }

    /** Where the page asks; null when nobody is signed in. */
    public String getAddress() {
        return address != null ? address : viewers.known().isPresent() ? STANDING : null;
    }

    public String getSum() {
        return sum != null ? sum : viewers.known().map(v -> Standing.with(v, "")).orElse(null);
    }

    /** Where the page is read anew; null where it shows nothing that changes but by its reader's own doing. */
    public String getPath() {
        return path;
    }

    /** Whether the page answers to a form that was sent: what stands in its fields was typed. */
    public boolean isAnswersForm() {
        return answersForm;
    }

    /** When it was read. */
    public Instant getAt() {
        return viewers.known().map(v -> v.now().toInstant()).orElse(null);
    }
}
