package org.panelhub.page;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.hibernate.Session;
import org.panelhub.identity.Viewers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/**
 * A creation at the API that is sent again, because its answer was lost on the way, makes nothing twice: the header {@code Idempotency-Key}
 * names it (IETF draft "The Idempotency-Key HTTP Header Field"). The key belongs to the member who sends it and is kept in the same
 * transaction as what it made, so that there are both or neither. Kept is what was made, never the answer: a repeated call reads the thing
 * again under the rule as it is now, and finds nothing where its caller has lost sight of it.
 */
@ApplicationScoped
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;
    private static final int CREATED = 201;
    private static final int SEE_OTHER = 303;

    private final Session database;
    private final Viewers viewers;
    private final ObjectMapper json;

    Idempotency(Session database, Viewers viewers, ObjectMapper json) {
        this.database = database;
        this.viewers = viewers;
        this.json = json;
    }

    /** A key that cannot be taken. */
    static final class Refused extends Problem {
        private static final long serialVersionUID = 1L;

        private Refused(int status, String title, String detail) {
            super(status, title, detail);
        }
    }

    /**
     * Makes a thing, or finds what the same call made before.
     *
     * @param key as it was sent; null when it was not, and then the thing is made in any case
     * @param collection the address to which the call went; what is made stands below it
     * @param input what was sent, by which a repeated call is told from another one
     * @param make makes the thing and gives its id; checks of what was sent belong in it, as they may fail once the thing is there
     * @param show reads the thing as its own address does
     * @return 201 with {@code Location} and what {@code show} gave
     * @throws Conflict while the same call is being carried out
     * @throws Problem 422 where the key was used for another call, 400 where it is none
     */
    public Response created(String key, String collection, Object input, Supplier<UUID> make, Function<UUID, ?> show) {
        return once(key, collection, collection, input, () -> List.of(make.get()), ids -> answer(collection, ids, show.apply(ids.getFirst())));
    }

    /**
     * Makes several things in one call, or finds what the same call made before.
     *
     * @param call the address to which the call went
     * @param collection what is made stands below it
     * @return 201 with the {@code Location} of the first, and a list of what {@code show} gave for each
     */
    public Response createdAll(String key, String call, String collection, Object input, Supplier<List<UUID>> make, Function<UUID, ?> show) {
        return once(key, call, collection, input, make, ids -> answer(collection, ids, ids.stream().map(show).toList()));
    }

    /**
     * A page's form that is sent again because its answer was lost is carried out once. The key comes with the form, as {@code once}; the same form with other words in it is another one.
     *
     * @param key as it was sent; where it was not, or is none, the work is done in any case
     * @param work done in this transaction; says whether anything came of it, as what was refused may be sent again
     * @return whether it is done: by this call, or by the one before
     */
    public boolean once(String key, String call, Object form, BooleanSupplier work) {
        if (key == null || !key.matches("[0-9A-Za-z-]{8,60}")) {
            return work.getAsBoolean();
        }
        var hash = hash(call, form);
        var name = key + " " + HexFormat.of().formatHex(hash);
        // The second waits for the first, to see what became of it.
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 0))::text", String.class).setParameter(1, viewers.current().memberId() + " " + name).getSingleResult();
        if (!database.createNativeQuery("select 1 from hub.idempotency where key = ?1", Integer.class).setParameter(1, name).getResultList().isEmpty()) {
            return true;
        }
        var done = work.getAsBoolean();
        if (done) {
            database.flush();
            forget();
            keep(name, hash, SEE_OTHER, call);
        }
        return done;
    }

    private Response once(String key, String call, String collection, Object input, Supplier<List<UUID>> make, Function<List<UUID>, Response> answer) {
        if (key == null) {
            return answer.apply(made(make));
        }
        var name = read(key);
        var hash = hash(call, input);
        begin(name);
        Optional<Object[]> before = database.createNativeQuery("select request_hash, location from hub.idempotency where key = ?1", Object[].class).setParameter(1, name).uniqueResultOptional();
        if (before.isEmpty()) {
            var ids = made(make);
            keep(name, hash, CREATED, ids.stream().map(id -> collection + "/" + id).collect(Collectors.joining(" ")));
            return answer.apply(ids);
        }
        var kept = before.get();
        if (!Arrays.equals((byte[]) kept[0], hash)) {
            throw new Refused(422, "This key was used before", "The Idempotency-Key was sent with another call. Nothing was made: send this one with a key of its own.");
        }
        return answer.apply(Arrays.stream(((String) kept[1]).split(" ")).map(location -> UUID.fromString(location.substring(location.lastIndexOf('/') + 1))).toList());
    }

    /** One call of a key at a time: the lock goes with the transaction, however that ends. What was kept for a week is forgotten. */
    private void begin(String key) {
        var viewer = viewers.current();
        var free = database.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(?1, 0))", Boolean.class).setParameter(1, viewer.memberId() + " " + key).getSingleResult();
        if (!Boolean.TRUE.equals(free)) {
            throw new Conflict("This is being done", "A call with the same Idempotency-Key is still being carried out. Send it again in a moment to see what came of it.");
        }
        forget();
    }

    private void forget() {
        database.createNativeQuery("delete from hub.idempotency where made_at < hub.now() - interval '7 days'").executeUpdate();
    }

    private List<UUID> made(Supplier<List<UUID>> make) {
        var ids = make.get();
        database.flush();
        return ids;
    }

    private void keep(String key, byte[] call, int status, String location) {
        var viewer = viewers.current();
        database.createNativeQuery("insert into hub.idempotency (partnership_id, member_id, key, request_hash, status, location) values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, viewer.partnershipId()).setParameter(2, viewer.memberId()).setParameter(3, key).setParameter(4, call).setParameter(5, status).setParameter(6, location).executeUpdate();
    }

    private static Response answer(String collection, List<UUID> ids, Object shown) {
        return Response.created(URI.create(collection + "/" + ids.getFirst())).entity(shown).build();
    }

    /** The draft writes a key in quotation marks; most programs send it without. */
    private static String read(String key) {
        var name = key.strip().replaceFirst("^\"(.*)\"$", "$1");
        if (name.isEmpty() || name.length() > LONGEST || !name.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new Refused(400, "The header Idempotency-Key cannot be read", "It is up to " + LONGEST + " letters, digits and signs without spaces, such as a random UUID.");
        }
        return name;
    }

    /** By what the call means, not by how it was written: spaces and the order of fields in the document do not matter. */
    private byte[] hash(String collection, Object input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(Arrays.asList(collection, input)));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("What was read from JSON can be written", e);
        }
    }
}
