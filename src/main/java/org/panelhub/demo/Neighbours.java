package org.panelhub.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import org.panelhub.CannotStart;

/**
 * Starts PostgreSQL, Keycloak and the mail catcher before the hub, on a developer's machine and in the demo, and
 * stops them after it. Data stays in {@code .demo} between starts; {@code -Dhub.demo.fresh=true} begins afresh. A
 * reload of the hub's code finds them running and leaves them alone.
 */
public final class Neighbours {

    // Kept where every generation of the reloaded code finds it: the process that holds the neighbours.
    private static final String RUNNING = "hub.demo.running";

    private final Path base;
    private final Path home;

    private Neighbours(Path base, Path home) {
        this.base = base;
        this.home = home;
    }

    /** Where the hub's database is, for its migration. */
    public record Started(String databaseUrl, String migratorPassword, String demoLocation, String issuer) {
    }

    /**
     * Starts what does not run yet.
     *
     * @throws CannotStart in one line that ends with the remedy
     */
    public static Started start() {
        Path base = base();
        Path home = Path.of(System.getProperty("hub.demo.home", ".demo")).toAbsolutePath().normalize();
        Neighbours neighbours = new Neighbours(base, home);
        if (System.getProperty(RUNNING) == null) {
            neighbours.startAll();
            System.setProperty(RUNNING, Long.toString(ProcessHandle.current().pid()));
        }
        return neighbours.started();
    }

    private Started started() {
        Path demoData = base.resolve("db/demo");
        return new Started("jdbc:postgresql://localhost:" + Port.POSTGRES.number() + "/hub", Postgres.PASSWORD,
                Files.isDirectory(demoData) ? "filesystem:" + demoData : "classpath:db/demo", issuer());
    }

    private void startAll() {
        FileChannel lock;
        try {
            Files.createDirectories(home);
            lock = hold(home.resolve("lock"));
            if (Boolean.getBoolean("hub.demo.fresh")) {
                say("Beginning afresh: what was kept in " + home + " is deleted");
                Postgres.endLeftOver(home.resolve("postgres"));
                Keycloak.delete(home.resolve("postgres"));
                Keycloak.delete(home.resolve("keycloak/data"));
            }
        } catch (IOException e) {
            throw new CannotStart("The demo cannot write to " + home + ": " + e.getMessage() + ". Free space, or name another directory with -Dhub.demo.home=...", e);
        }
        Keycloak.endLeftOver(home.resolve("keycloak"), Neighbours::say);
        Postgres.endLeftOver(home.resolve("postgres"));
        for (Port port : Port.values()) {
            port.mustBeFree();
        }
        Keycloak keycloak = new Keycloak(new Software(base, home).keycloak(), home.resolve("keycloak"), Port.KEYCLOAK.number(), Neighbours::say);
        MailCatcher mails = MailCatcher.start(Port.SMTP.number(), Port.MAIL_PAGE.number());
        Postgres postgres = null;
        try {
            keycloak.begin(Realm.demo(base.resolve("keycloak")), base.resolve("keycloak/themes"), Map.of(
                    "HUB_URL", "http://localhost:" + Port.HUB.number(),
                    "HUB_CLIENT_SECRET", "demo-only-client-secret-of-the-hub",
                    "HUB_SMTP_HOST", "localhost",
                    "HUB_SMTP_PORT", Integer.toString(Port.SMTP.number()),
                    "HUB_MAIL_FROM", "hub@panelhub.example"));
            say("Starting PostgreSQL");
            postgres = Postgres.start(home.resolve("software/postgres"), home.resolve("postgres"), Port.POSTGRES.number(), rolesSql());
            keycloak.await();
        } catch (RuntimeException e) {
            stop(mails, keycloak, postgres);
            throw e;
        }
        Postgres database = postgres;
        // Loaded now: after a reload the classes of this generation can no longer be found.
        load(LeftOver.class, MailCatcher.Mail.class, MailCatcher.Attached.class, CannotStart.class);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop(mails, keycloak, database);
            release(lock);
        }, "neighbours"));
        announce(mails);
    }

    private void announce(MailCatcher mails) {
        System.out.printf("""

                  Panel Hub  http://localhost:%d  (in a few seconds)
                  Sign-in    %s
                  Mails      %s
                  Accounts   coordinator chair analyst spoc police police.other socialcare childrens yos
                             housing housing.senior mentalhealth fire idva probation victimsupport noise
                             unsigned infolead admin observer hillside.coordinator hillside.police
                  Password   demo
                  Data       %s  (begin afresh with -Dhub.demo.fresh=true)

                """, Port.HUB.number(), issuer(), mails.address(), home);
    }

    private static String issuer() {
        return "http://localhost:" + Port.KEYCLOAK.number() + "/realms/hub-demo";
    }

    private static void stop(MailCatcher mails, Keycloak keycloak, Postgres postgres) {
        keycloak.close();
        mails.close();
        if (postgres != null) {
            postgres.close();
        }
    }

    /** One demo at a time on one directory. Whoever holds the channel holds the lock; the system lets go of it however the process ends. */
    private FileChannel hold(Path lock) throws IOException {
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held;
        try {
            held = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            held = false;
        }
        if (!held) {
            channel.close();
            throw new CannotStart("Another hub is running on " + home + ". Stop it, or name another directory with -Dhub.demo.home=...");
        }
        return channel;
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            say("The lock goes with the process: " + e.getMessage());
        }
    }

    private static String rolesSql() {
        try (InputStream roles = Neighbours.class.getResourceAsStream("/db/roles.sql")) {
            return new String(roles.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CannotStart("db/roles.sql cannot be read: " + e.getMessage(), e);
        }
    }

    private static void load(Class<?>... classes) {
        for (Class<?> one : classes) {
            try {
                Class.forName(one.getName(), true, one.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The directory that holds {@code keycloak/}: the repository ({@code target/classes} is two below it) or the demo's own ({@code app/*.jar} is). */
    private static Path base() {
        try {
            return Path.of(Neighbours.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static void say(String line) {
        System.out.println("  " + line);
        System.out.flush();
    }

    /** The demo's ports: fixed, so that addresses can be noted down, and each may be named otherwise. */
    private enum Port {
        HUB("the hub", "quarkus.http.port", 8080),
        KEYCLOAK("Keycloak", "hub.demo.keycloak.port", 8180),
        POSTGRES("PostgreSQL", "hub.demo.postgres.port", 5488),
        SMTP("mail", "hub.demo.smtp.port", 2525),
        MAIL_PAGE("the mail page", "hub.demo.mail.port", 8025);

        private final String whose;
        private final String property;
        private final int usual;

        Port(String whose, String property, int usual) {
            this.whose = whose;
            this.property = property;
            this.usual = usual;
        }

        int number() {
            return Integer.getInteger(property, usual);
        }

        void mustBeFree() {
            try (ServerSocket socket = new ServerSocket(number(), 1, this == HUB ? null : InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                throw new CannotStart("Port " + number() + " for " + whose + " is taken. Stop what uses it, or start with -D" + property + "=" + (number() + 1) + ".", e);
            }
        }
    }
}
