package org.panelhub.audit.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Writes values one behind the other so that no two rows give the same bytes. First the name of what follows, with its version, in ASCII and a
 * zero byte. Then each value as a byte that says whether there is one (1) or none (0) and, where there is one, its length as four bytes and its
 * bytes: text as UTF-8; an id as its sixteen bytes; a number as eight bytes; a moment as its microseconds since 1970 in UTC, in eight bytes;
 * true and false as one byte. The highest byte comes first.
 */
final class Fields {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    /** @param name what is encoded and in which version, such as "panel-hub entry 1" */
    Fields(String name) {
        bytes.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        bytes.write(0);
    }

    Fields raw(byte[] value) {
        if (value == null) {
            bytes.write(0);
        } else {
            bytes.write(1);
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
            bytes.writeBytes(value);
        }
        return this;
    }

    Fields text(String value) {
        return raw(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    Fields id(UUID value) {
        return raw(value == null ? null : ByteBuffer.allocate(2 * Long.BYTES).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits()).array());
    }

    Fields number(long value) {
        return raw(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    Fields moment(Instant value) {
        return value == null ? raw(null) : number(ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    Fields truth(boolean value) {
        return raw(new byte[] {(byte) (value ? 1 : 0)});
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
