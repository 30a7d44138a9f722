package org.panelhub.bench;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page that a member has open, kept fresh as live.js and room.js keep it: a line on which the hub says how the page stands, and, where that is not how it stood, the page read
 * again; one reading at a time, and one more for whatever is told meanwhile. It notes whatever of the invented items it was ever shown and should not have been.
 */
final class Screen implements AutoCloseable {

    private static final Pattern WATCHED = Pattern.compile("<body[^>]* data-watch=\"([^\"]+)\" data-sum=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");
    private static final Pattern ITEM = Pattern.compile("data-room=\"[^\"]*\"[^>]* data-item=\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("Record ([0-9a-f]{32})");
    private static final Pattern EVENT = Pattern.compile("event: ?(.*)");
    private static final Pattern DATA = Pattern.compile("data: ?(.*)");
    private static final int BUSY = 503;
    /** After which room.js asks again where the hub had no time. */
    private static final int AGAIN_SECONDS = 3;
    private static final int PATIENCE_SECONDS = 60;

    private final String name;
    private final int port;
    private final String path;
    private final Line pages;
    private final Line forms;
    private final Set<String> own = new TreeSet<>();
    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Semaphore changed = new Semaphore(0);
    private final CountDownLatch follows = new CountDownLatch(1);
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private String cookies;
    private volatile Line live;
    private volatile String page;
    private volatile String sum;
    private volatile Awaited awaited;
    private volatile boolean closed;

    /** What a member waits for: that the page stands otherwise, and then that what it says is there. */
    static final class Awaited {
        private final Predicate<String> there;
        private final CountDownLatch both = new CountDownLatch(2);
        private volatile long toldAt;
        private volatile long seenAt;

        private Awaited(Predicate<String> there) {
            this.there = there;
        }

        long toldAt() {
            return toldAt;
        }

        long seenAt() {
            return seenAt;
        }
    }

    /** @param cookies of a session that its member has signed in to */
    Screen(String name, int port, String cookies, String path) {
        this.name = name;
        this.port = port;
        this.cookies = cookies;
        this.path = path;
        this.pages = new Line(port);
        this.forms = new Line(port);
    }

    /** Opens the page and follows it. */
    void open() throws IOException, InterruptedException {
        var first = pages.get(path, cookies);
        var token = first.headers().stream().filter(h -> h.regionMatches(true, 0, "set-cookie: hub-form-token=", 0, 27)).findFirst();
        cookies += token.map(h -> "; " + h.substring(12).split(";")[0]).orElse("");
        page = understood(first);
        var watched = WATCHED.matcher(page);
        if (!watched.find()) {
            throw new IllegalStateException(name + ": " + path + " is a page that follows nothing");
        }
        sum = watched.group(2);
        Thread.ofVirtual().start(() -> follow(watched.group(1)));
        Thread.ofVirtual().start(this::keepFresh);
        if (!follows.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(name + " hears nothing");
        }
    }

    private void follow(String watch) {
        while (!closed) {
            // The hub ends a line after some minutes; the page asks anew.
            try (Line line = new Line(port)) {
                live = line;
                line.follow(watch, cookies, this::hear);
            } catch (IOException e) {
                if (!closed) {
                    wrong.add(name + " lost its line: " + e);
                    return;
                }
            }
        }
    }

    private void hear(String said) {
        long at = System.nanoTime();
        words(said).forEach(word -> wrong.add(name + " was told " + word + " on its line"));
        var event = EVENT.matcher(said);
        if (!event.find()) {
            return;
        }
        if (!event.group(1).equals("now")) {
            wrong.add(name + " was told: " + event.group(1));
            return;
        }
        var data = DATA.matcher(said);
        String stands = data.find() ? data.group(1) : "";
        if (!stands.equals(sum)) {
            sum = stands;
            told.incrementAndGet();
            Awaited waits = awaited;
            if (waits != null && waits.toldAt == 0) {
                waits.toldAt = at;
                waits.both.countDown();
            }
            changed.release();
        }
        follows.countDown();
    }

    private void keepFresh() {
        try {
            while (!closed) {
                changed.acquire();
                changed.drainPermits();
                String now = get();
                long at = System.nanoTime();
                read.incrementAndGet();
                page = now;
                Awaited waits = awaited;
                if (waits != null && waits.seenAt == 0 && waits.there.test(now)) {
                    waits.seenAt = at;
                    waits.both.countDown();
                }
            }
        } catch (IOException | IllegalStateException e) {
            if (!closed) {
                wrong.add(name + " could not read its page: " + e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The page as it stands for this member now; what it shows is looked through. */
    private String get() throws IOException, InterruptedException {
        synchronized (pages) {
            var answer = pages.get(path, cookies);
            while (answer.status() == BUSY) {
                turnedAway.incrementAndGet();
                TimeUnit.SECONDS.sleep(AGAIN_SECONDS);
                answer = pages.get(path, cookies);
            }
            return understood(answer);
        }
    }

    private String understood(Line.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(name + ": " + path + " answered " + answer.status() + " " + answer.header("Location"));
        }
        String text = answer.text();
        words(text).stream().filter(word -> !shown.contains(word)).forEach(word -> wrong.add(name + " was shown " + word));
        return text;
    }

    /** From now on the item may be on this page. */
    void mayShow(String word) {
        shown.add(word);
    }

    /** It is of the member's own agency. */
    void owns(String word) {
        own.add(word);
        shown.add(word);
    }

    Set<String> own() {
        return own;
    }

    Awaited awaits(Predicate<String> there) {
        Awaited next = new Awaited(there);
        awaited = next;
        return next;
    }

    /** Until both have come. */
    void await(Awaited waits) throws InterruptedException {
        if (!waits.both.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(name + (waits.toldAt == 0 ? " was not told" : " was told and did not find it") + "; " + String.join("; ", wrong));
        }
    }

    /** Sends a form of the page. @return when the hub had answered, by the clock of {@link System#nanoTime()} */
    long send(String action, String fields) throws IOException {
        var token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException(name + ": no form on " + path);
        }
        var answer = forms.post(action, cookies, "form-token=" + token.group(1) + fields);
        long at = System.nanoTime();
        if (answer.status() != 303) {
            throw new IllegalStateException(name + ": " + action + " answered " + answer.status() + ": " + answer.text().replaceAll("(?s).*<main", "").replaceAll("<[^>]*>|\\s+", " "));
        }
        // As a browser does, to show what was done.
        understood(forms.get(answer.header("Location").replaceFirst("^https?://[^/]+", ""), cookies));
        return at;
    }

    /** Reads the page anew, whatever was told, and compares with how it was said to stand. */
    Set<String> words() throws IOException, InterruptedException {
        String before = sum;
        String now = get();
        var watched = WATCHED.matcher(now);
        if (!watched.find() || !watched.group(2).equals(before) || !before.equals(sum)) {
            wrong.add(name + " stands otherwise than it was told");
        }
        return words(now);
    }

    /** Keeps the hub busy. */
    void load() throws IOException, InterruptedException {
        get();
    }

    /** The item that is being heard, as the page has it. */
    static String heard(String page) {
        var item = ITEM.matcher(page);
        return item.find() ? item.group(1) : "";
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    String page() {
        return page;
    }

    /** How often the page was told that it stands otherwise. */
    int told() {
        return told.get();
    }

    int read() {
        return read.get();
    }

    int turnedAway() {
        return turnedAway.get();
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        changed.release();
        if (live != null) {
            live.close();
        }
        pages.close();
        forms.close();
    }
}
