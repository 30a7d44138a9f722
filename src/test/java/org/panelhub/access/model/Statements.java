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

/** The statements that change the rows of the hub as the world of the model is changed. */
final class Statements {

    private final StringBuilder sql = new StringBuilder();

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
        var parts = (statement + " ").split("\\?", -1);
        sql.append(parts[0]);
        for (int i = 0; i < values.length; i++) {
            sql.append(literal(values[i])).append(parts[i + 1]);
        }
        sql.append(";\n");
    }

    private static String literal(Object value) {
        return switch (value) {
            case null -> "null";
            case UUID id -> "'" + id + "'";
            case Day day -> date(day.number());
            case Days days -> "daterange(" + date(days.from) + ", " + (days.until == World.NEVER ? "null" : date(days.until)) + ")";
            case LocalDate date -> "'" + date + "'::date";
            case List<?> list -> "array[" + list.stream().map(Statements::literal).collect(Collectors.joining(", ")) + "]";
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

        void ends(String table, UUID id, Days days) {
            days.until = Math.max(days.from, world.day);
            write("update hub." + table + " set during = ? where id = ?", days, id);
        }
    }
}
