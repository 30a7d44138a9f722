package org.panelhub.access.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.panelhub.access.model.World.Days;
import org.panelhub.access.model.World.Member;

/** The statements that change the rows of the hub as the world of the model is changed. */
final class Statements {

    private final World world;
    private final StringBuilder sql = new StringBuilder();

    Statements(World world) {
        this.world = world;
    }

    /** Those since the last time. */
    String taken() {
        var text = sql.toString();
        sql.setLength(0);
        return text;
    }

    /** A date, counted from the first day. */
    record Day(int number) {

        /** None for a day that never comes. */
        static Day of(int number) {
            return number == World.NEVER ? null : new Day(number);
        }
    }

    void write(String statement, Object... values) {
        sql.append(text(statement, values)).append(";\n");
    }

    private String text(String statement, Object... values) {
        var parts = (statement + " ").split("\\?", -1);
        var text = new StringBuilder(parts[0]);
        for (int i = 0; i < values.length; i++) {
            text.append(literal(values[i])).append(parts[i + 1]);
        }
        return text.toString();
    }

    private String literal(Object value) {
        return switch (value) {
            case null -> "null";
            case UUID id -> world.drawn.contains(id) ? "model.real('" + id + "')" : "'" + id + "'";
            case Day day -> date(day.number());
            case Days days -> "daterange(" + date(days.from) + ", " + (days.until == World.NEVER ? "null" : date(days.until)) + ")";
            case LocalDate date -> "'" + date + "'::date";
            case List<?> list -> "array[" + list.stream().map(this::literal).collect(Collectors.joining(", ")) + "]";
            case String text -> "'" + text.replace("'", "''") + "'";
            default -> value.toString();
        };
    }

    private static String date(int day) {
        return "'" + Hub.FIRST_DAY.plusDays(day) + "'::date";
    }

    /** As PostgreSQL makes of the same text: {@code md5(text)::uuid}. */
    static UUID keyed(String text) {
        try {
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deeds of one kind. */
    abstract static class Of {

        final World world;
        private final Statements statements;

        Of(World world, Statements statements) {
            this.world = world;
            this.statements = statements;
        }

        void write(String statement, Object... values) {
            statements.write(statement, values);
        }

        String text(String statement, Object... values) {
            return statements.text(statement, values);
        }

        /** Under the rule, as the member: where it may not, the hub must refuse it; where it may, it must be done. */
        void tried(Member m, boolean may, String what, String... deeds) {
            write("select 'TRIED', ?, model.tried(?, ?, ?)", m.name() + (may ? " may " : " may not ") + what, m.name(), may, List.of(deeds));
        }

        /** As the hub's own work does, for whom no account stands. */
        void asService(String service, String... deeds) {
            write("select model.served(?, ?)", service, List.of(deeds));
        }

        /** A row of which the hub draws the id by lot is known here by another. */
        void drawn(String table, UUID id, String where) {
            write("insert into model.drawn (real, known) select x.id, '" + id + "' from hub." + table + " x where " + where + " and not exists (select from model.drawn d where d.real = x.id)");
            world.drawn.add(id);
        }

        void ends(String table, UUID id, Days days) {
            days.until = Math.max(days.from, world.day);
            write("update hub." + table + " set during = ? where id = ?", days, id);
        }
    }
}
