package org.panelhub.page;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.access.HubService;
import org.panelhub.time.HubClock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How often one address may do the same thing at the public pages, counted over all nodes: against floods, and against codes and references tried by the thousand. People behind one address (a
 * library, a refuge, a telephone network) share what is allowed, so it is generous, it never asks anybody to prove to be human, and who is over it is told when to go on, and how without the page.
 *
 * <pre>
 * limits.require("trigger code", limits.address(), 10, Duration.ofMinutes(15), area);
 * </pre>
 *
 * An attempt is counted by itself, whatever becomes of the request: ask before the request's own transaction has begun to write. What is kept is a hash of the address with the key of the sessions, for
 * a day at most.
 */
@ApplicationScoped
public class Limits {

    private static final String SERVICE = "limits";
    private static final int NETWORK_BYTES = 8;

    private final Session database;
    private final RoutingContext request;
    private final HubClock clock;
    private final SecretKeySpec key;

    Limits(Session database, RoutingContext request, HubClock clock, @ConfigProperty(name = "hub.session-key") String sessionKey) {
        this.database = database;
        this.request = request;
        this.clock = clock;
        this.key = new SecretKeySpec(("attempts " + sessionKey).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Where the request comes from, as a proxy that is trusted says it (HUB_TRUSTED_PROXIES). */
    public String address() {
        var from = request.request().remoteAddress();
        return from == null ? "" : from.hostAddress() != null ? from.hostAddress() : String.valueOf(from.host());
    }

    /**
     * Whether it may be done once more; then it is counted.
     *
     * @param kind what is tried, in a few small letters
     * @param who an address, or what else is tried at: a reference, a draft
     * @param most how often within that time
     * @param within a day at most
     */
    public boolean allow(String kind, String who, int most, Duration within) {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery("select access.public_attempt(?1, ?2, ?3, make_interval(secs => ?4))", Boolean.class)
                .setParameter(1, kind).setParameter(2, hidden(who)).setParameter(3, most).setParameter(4, (double) within.toSeconds()).getSingleResult());
    }

    /**
     * The same, for what cannot go on otherwise.
     *
     * @param area whose telephone is another way; may be null
     * @throws TooManyTries as a calm page from which what was typed can be sent again
     */
    public void require(String kind, String who, int most, Duration within, PublicArea area) {
        if (!allow(kind, who, most, within)) {
            throw new TooManyTries(within, QuarkusTransaction.requiringNew().call(clock::now).plus(within), area);
        }
    }

    @Scheduled(every = "{hub.limits.forget-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "forget public attempts")
    void forget() {
        HubService.as(SERVICE, () -> database.createNativeQuery("select 1 from access.forget_attempts()", Integer.class).getSingleResult());
    }

    private String hidden(String who) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(network(who).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC with SHA-256 is part of every Java", e);
        }
    }

    /** Who has an address of IPv6 has 2⁶⁴ of them: its network stands for it. Anything else stands for itself. */
    static String network(String who) {
        if (!who.contains(":") || !who.matches("[0-9a-fA-F:.]+(%.*)?")) {
            return who;
        }
        try {
            var address = InetAddress.getByName(who.replaceFirst("%.*", ""));
            return address instanceof Inet6Address ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64" : address.getHostAddress();
        } catch (java.net.UnknownHostException e) {
            return who;
        }
    }
}
