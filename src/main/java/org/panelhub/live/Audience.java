package org.panelhub.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;
import org.panelhub.access.OneMoment;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The open pages of this node. For each that a change may touch it is read again how the page stands, under the rule of its reader, by the one way in which a
 * viewer ever reaches PostgreSQL. A few at a time, so that pages which are being opened find connections; of many changes at once a page is read for twice at most.
 */
@ApplicationScoped
class Audience {

    private static final Logger LOG = Logger.getLogger(Audience.class);
    private static final int AT_ONCE = 4;
    /** More windows than anybody reads in; the oldest gives way. */
    private static final int MOST_PAGES_OF_ONE = 30;
    /** A page asks anew at the latest after this, so that a session that has ended elsewhere is noticed. */
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String EXPIRES = "quarkus.identity.expire-time";

    private final Sights sights;
    private final CurrentIdentityAssociation identities;
    private final Set<Onlooker> pages = ConcurrentHashMap.newKeySet();
    private final ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().name("live-", 1).factory());
    private volatile boolean unsure = true;

    Audience(Sights sights, CurrentIdentityAssociation identities, MeterRegistry metrics) {
        this.sights = sights;
        this.identities = identities;
        metrics.gauge("hub.live.pages", pages, Set::size);
        metrics.gauge("hub.live.listening", this, a -> a.unsure ? 0 : 1);
    }

    /** How it stands for the viewer of this request. */
    Optional<Sights.Seen> look(String kind, String key) {
        return OneMoment.of(() -> sights.sum(kind, key));
    }

    /** From now on the page is told. */
    void joins(SecurityIdentity identity, String kind, String key, Sights.Seen seen, MultiEmitter<? super Onlooker.Said> emitter) {
        var page = new Onlooker(identity, kind, key, seen, until(identity), emitter);
        emitter.onTermination(() -> pages.remove(page));
        pages.add(page);
        page.sayAgain(unsure);
        // Between the look above and now something may have been told that this page has not heard.
        look(page);
        var own = pages.stream().filter(p -> p.memberId().equals(page.memberId())).sorted(Comparator.comparing(Onlooker::until)).toList();
        own.stream().limit(Math.max(0, own.size() - MOST_PAGES_OF_ONE)).forEach(Onlooker::cut);
    }

    private static Instant until(SecurityIdentity identity) {
        var longest = Instant.now().plus(LONGEST);
        return identity.getAttribute(EXPIRES) instanceof Long seconds && Instant.ofEpochSecond(seconds).isBefore(longest) ? Instant.ofEpochSecond(seconds) : longest;
    }

    void hears(List<Notice> notices) {
        var out = notices.stream().filter(Notice::signedOut).flatMap(n -> n.ids().stream()).collect(Collectors.toSet());
        pages.stream().filter(p -> out.contains(p.memberId())).forEach(Onlooker::cut);
        pages.stream().filter(p -> notices.stream().anyMatch(n -> n.matters(p))).forEach(this::look);
    }

    /** Time has passed, or nothing was heard for a while: anything may stand otherwise. */
    void looksAtAll() {
        pages.forEach(this::look);
    }

    /** What changes is not heard for the moment. An open page says so to its reader. */
    void isUnsure() {
        if (!unsure) {
            unsure = true;
            pages.forEach(p -> p.sayAgain(true));
        }
    }

    void isSure() {
        if (unsure) {
            unsure = false;
            pages.forEach(p -> p.sayAgain(false));
            looksAtAll();
        }
    }

    /** Keeps what stands between from closing a line that is quiet, and ends what has run its time. */
    void beats() {
        var now = Instant.now();
        pages.forEach(p -> {
            if (p.until().isBefore(now)) {
                p.cut();
            } else {
                p.sayAgain(unsure);
            }
        });
    }

    private void look(Onlooker page) {
        if (page.toLook()) {
            try {
                readers.execute(() -> read(page));
            } catch (RejectedExecutionException e) {
                LOG.debug("The hub is stopping");
            }
        }
    }

    private void read(Onlooker page) {
        do {
            try {
                tell(page);
            } catch (RuntimeException | Error e) {
                // Who cannot be told how it stands asks anew. While PostgreSQL is away that is said once, by the listener.
                if (!unsure) {
                    LOG.warn("An open page could not be read for, and asks anew. " + e);
                }
                page.cut();
            }
        } while (page.again());
    }

    private void tell(Onlooker page) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            identities.setIdentity(page.identity());
            look(page.kind(), page.key()).ifPresentOrElse(page::sees, page::gone);
        } finally {
            context.terminate();
        }
    }

    @PreDestroy
    void close() {
        pages.forEach(Onlooker::cut);
        readers.shutdownNow();
    }
}
