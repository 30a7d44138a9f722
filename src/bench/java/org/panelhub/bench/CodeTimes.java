package org.panelhub.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.panelhub.trigger.apply.Code;

/**
 * Whether the time of an answer tells a stranger which applications for a case review there are: a wrong number, a right number with a wrong code, a right code with a wrong number, and what cannot be a
 * code, by turns in an order that changes, on the page by which an application is followed. Wrong numbers are tried twice, so that what chance does can be seen beside what is measured. It asserts that each is
 * answered alike, never how fast: that is for people to read.
 */
class CodeTimes {

    private static final String FOLLOW = "/community-trigger/follow";
    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");
    private static final int APPLICATIONS = 5_000;
    private static final int ROUNDS = Integer.getInteger("hub.bench.guesses", 2_000);
    private static final int WARM_ROUNDS = 600;
    /** Twenty tries are allowed from one address, and a round has five. */
    private static final int ROUNDS_FROM_AN_ADDRESS = 3;
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private enum Guess {
        WRONG_NUMBER, WRONG_NUMBER_AGAIN, RIGHT_NUMBER_WRONG_CODE, RIGHT_CODE_WRONG_NUMBER, NO_CODE
    }

    /** What was given out: by number and code one comes in. */
    private record Application(String reference, String code) {
    }

    private final Random random = new Random(104);
    private int address;

    @Test
    void measure() throws Exception {
        try (SignInDesk desk = new SignInDesk();
                BenchDatabase database = BenchDatabase.begin(Map.of("bench.issuer", desk.issuer(), "bench.cases", "2000"), "data.sql", "plain.sql")) {
            List<Application> applications = applied(database);
            try (Served hub = Served.begin(Side.RULED, database, desk)) {
                rounds(hub, applications, WARM_ROUNDS);
                report(rounds(hub, applications, ROUNDS));
            }
        }
    }

    private List<Application> applied(BenchDatabase database) throws SQLException {
        List<Application> applications = new ArrayList<>();
        try (var owner = database.asSuperuser(); var statement = owner.createStatement()) {
            statement.execute("insert into hub.trigger_scheme (partnership_id, id, panel_id, area, area_name, open) select distinct on (partnership_id) partnership_id, gen_random_uuid(), id, 'example', 'Example', true from hub.panel order by partnership_id, id");
            owner.setAutoCommit(false);
            // Nobody is told, and nothing is compared: it is only laid down.
            statement.execute("set local session_replication_role = replica");
            try (var insert = owner.prepareStatement("""
                    with t as (insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, applicant_kind, subject)
                      select s.partnership_id, gen_random_uuid(), s.panel_id, 'FL-T' || access.drawn(6), hub.today(), 'ONLINE', 'PERSON', 'Example' from hub.trigger_scheme s returning *),
                    a as (insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, code_hash) select partnership_id, id, panel_id, 'Example', ? from t)
                    select reference from t""")) {
                for (int n = 0; n < APPLICATIONS; n++) {
                    String code = code();
                    insert.setString(1, new Code(code).hash());
                    try (var rows = insert.executeQuery()) {
                        rows.next();
                        applications.add(new Application(rows.getString(1), code));
                    }
                }
            }
            owner.commit();
            owner.setAutoCommit(true);
            statement.execute("vacuum analyze hub.trigger, hub.trigger_applicant");
        }
        return applications;
    }

    private Map<Guess, long[]> rounds(Served hub, List<Application> applications, int many) throws IOException {
        Map<Guess, long[]> nanos = new EnumMap<>(Guess.class);
        Arrays.stream(Guess.values()).forEach(g -> nanos.put(g, new long[many]));
        List<Guess> order = new ArrayList<>(List.of(Guess.values()));
        Line line = null;
        String cookie = "";
        String token = "";
        for (int round = 0; round < many; round++) {
            if (round % ROUNDS_FROM_AN_ADDRESS == 0) {
                if (line != null) {
                    line.close();
                }
                line = new Line(hub.port(), another());
                Line.Answer form = line.get(FOLLOW, "");
                cookie = form.headers().stream().filter(h -> h.regionMatches(true, 0, "set-cookie: hub-form-token=", 0, 27)).map(h -> h.substring(12).split(";")[0]).findFirst().orElse("");
                var found = TOKEN.matcher(form.text());
                token = found.find() ? found.group(1) : "";
            }
            Collections.shuffle(order, random);
            for (Guess guess : order) {
                Application one = applications.get(random.nextInt(applications.size()));
                String number = switch (guess) {
                    case WRONG_NUMBER, WRONG_NUMBER_AGAIN, RIGHT_CODE_WRONG_NUMBER -> one.reference.substring(0, one.reference.length() - 6) + drawn(6);
                    default -> one.reference;
                };
                String code = switch (guess) {
                    case RIGHT_CODE_WRONG_NUMBER -> one.code;
                    case NO_CODE -> "no code of yours";
                    default -> code();
                };
                String form = "form-token=" + token + "&reference=" + number + "&code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
                long from = System.nanoTime();
                Line.Answer answer = line.post(FOLLOW, cookie, form);
                nanos.get(guess)[round] = System.nanoTime() - from;
                assertEquals(422, answer.status(), guess + ": " + answer.text().replaceAll("<[^>]*>|\\s+", " "));
            }
        }
        if (line != null) {
            line.close();
        }
        return nanos;
    }

    /** Another visitor: each address of the machine's own network is one. */
    private InetAddress another() throws IOException {
        address++;
        return InetAddress.getByAddress(new byte[] { 127, 1, (byte) (address / 250), (byte) (1 + address % 250) });
    }

    private String code() {
        return String.join("-", drawn(4), drawn(4), drawn(4));
    }

    private String drawn(int many) {
        var text = new StringBuilder();
        random.ints(many, 0, LETTERS.length()).forEach(n -> text.append(LETTERS.charAt(n)));
        return text.toString();
    }

    private static void report(Map<Guess, long[]> nanos) throws IOException {
        nanos.values().forEach(Arrays::sort);
        double wrong = quantile(nanos.get(Guess.WRONG_NUMBER), 0.5);
        var text = new StringBuilder("| guess | median ms | to a wrong number | quarter to three quarters, ms |%n|---|--:|--:|--:|%n".formatted());
        nanos.forEach((guess, all) -> text.append("| %s | %.3f | **%.3f** | %.3f to %.3f |%n".formatted(guess.name().toLowerCase(Locale.ROOT).replace('_', ' '), quantile(all, 0.5), quantile(all, 0.5) / wrong, quantile(all, 0.25),
                quantile(all, 0.75))));
        Path file = Path.of("target/bench/code-times.md");
        Files.writeString(file, text);
        System.out.println("[bench] " + ROUNDS + " tries of each, " + APPLICATIONS + " applications\n" + text);
    }

    private static double quantile(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }
}
