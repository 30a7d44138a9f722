package org.panelhub.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.Visitor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

/** The mail server is away when a mail is written, and comes back: a port on which nobody listens, and later a way through to the real one. */
@QuarkusTest
@TestProfile(MailServerDownTest.Away.class)
class MailServerDownTest {

    static final int PORT = freePort();

    /** Mails go to a port of this test. */
    public static class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.mailer.port", String.valueOf(PORT));
        }
    }

    @Inject
    Outbox outbox;

    private static int freePort() {
        var kept = System.getProperty("hub.test.away");
        if (kept != null) {
            return Integer.parseInt(kept);
        }
        try (var socket = new ServerSocket(0)) {
            System.setProperty("hub.test.away", String.valueOf(socket.getLocalPort()));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @TestSecurity(user = "coordinator")
    @ActivateRequestContext
    void aMailWrittenWhileTheServerIsAwayArrivesOnceWhenItIsBack() throws SQLException, IOException {
        var subject = "Back " + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> outbox.put(member("demo-police"), "minutes", subject, "Something waits for you.", subject));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> "The mail server did not answer.".equals(error(subject)));
        assertEquals(200, new Visitor().answer("/").statusCode(), "pages do not mind");

        try (var way = new ServerSocket(PORT, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> pass(way));
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> arrived(subject) > 0);
            Awaitility.await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> arrived(subject) == 1);
            assertEquals(null, error(subject));
        }
    }

    private static long arrived(String subject) {
        return HubDatabase.mails().to("police@riverside.example").stream().filter(m -> m.subject().contains(subject)).count();
    }

    private static String error(String subject) throws SQLException {
        return text("select last_error from hub.outbox where once_key like '% ' || ?", subject);
    }

    private static UUID member(String account) {
        try {
            return UUID.fromString(text("select member_id::text from hub.sign_in where subject = ?", account));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String sql, String given) throws SQLException {
        try (var connection = HubDatabase.asOwner(); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, given);
            var row = statement.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    /** Passes each connection on to the mail server of the test run. */
    private static void pass(ServerSocket way) {
        try {
            while (true) {
                var from = way.accept();
                var to = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getProperty("hub.test.smtp")));
                Thread.ofVirtual().start(() -> copy(from, to));
                Thread.ofVirtual().start(() -> copy(to, from));
            }
        } catch (IOException e) {
            // Closed with the test.
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The other side has hung up.
        }
    }
}
