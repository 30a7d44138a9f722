package org.panelhub;

import java.util.List;

import org.panelhub.demo.Neighbours;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Where the hub begins. {@code serve}, the default, answers requests; {@code migrate} brings the database up to date
 * and ends; {@code found-partnership} begins a partnership and prints the invitation of its administrator;
 * {@code verify-record} compares the record with its seals and ends with 1 where it is not as it was sealed. In
 * production they are apart, as the one who serves holds no right to change tables.
 */
@QuarkusMain
public final class Hub {

    private Hub() {
    }

    public static void main(String... arguments) {
        String command = arguments.length == 0 ? "serve" : arguments[0];
        try {
            switch (command) {
                case "serve" -> serve();
                case "migrate" -> migrate();
                case "found-partnership" -> found(List.of(arguments).subList(1, arguments.length));
                case "verify-record" -> verify();
                default -> throw new CannotStart("Unknown command '" + command + "'. Say serve, migrate, found-partnership or verify-record.");
            }
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
            System.exit(2);
        }
    }

    private static void serve() {
        if (carriesNeighbours()) {
            beside(Neighbours.start());
        } else {
            Settings.forServing(System.getenv()).apply();
        }
        Quarkus.run();
    }

    private static void beside(Neighbours.Started neighbours) {
        new Migration(neighbours.databaseUrl(), neighbours.migratorPassword()).runWithDemo(neighbours.demoLocation(), neighbours.issuer());
    }

    private static void migrate() {
        Settings settings = Settings.forMigrating(System.getenv());
        try {
            int files = new Migration(settings.databaseUrl(), settings.migratorPassword()).run();
            System.out.println("The database is up to date; " + files + " files ran.");
        } catch (RuntimeException e) {
            throw new CannotStart("The database was not migrated and is as it was before. " + e.getMessage());
        }
    }

    private static void found(List<String> arguments) {
        Settings settings = Settings.forFounding(System.getenv());
        Founding.Wish wish = Founding.Wish.of(arguments);
        String link = new Founding(settings.databaseUrl(), settings.migratorPassword(), settings.hubUrl()).found(wish);
        System.out.println(wish.name() + " was founded. Its administrator, " + wish.administrator() + ", opens this link and signs in; it works once, within 14 days:");
        System.out.println(link);
    }

    private static void verify() {
        Settings settings = Settings.forVerifying(System.getenv());
        if (!new RecordCheck(settings.databaseUrl(), settings.appPassword(), settings.recordKeys(), settings.sealsDirectory()).run(System.out)) {
            System.exit(1);
        }
    }

    /** The production jar is built without the package {@code demo}; what has it is the demo, or a developer's machine. */
    private static boolean carriesNeighbours() {
        return Hub.class.getResource("demo/Neighbours.class") != null;
    }
}
