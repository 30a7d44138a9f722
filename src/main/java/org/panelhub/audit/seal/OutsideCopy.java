package org.panelhub.audit.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Seals as they stand outside the database: a directory with a file for each chain, a line for each seal, only ever added to. Who rewrites the whole
 * chain in the database, even with the key, does not reach it. A line holds all that is signed, so that it can be verified by itself.
 */
final class OutsideCopy {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WITHOUT = "no-partnership";
    private static final Pattern NAME = Pattern.compile("seals-(" + WITHOUT + "|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.jsonl");

    private final Path directory;

    OutsideCopy(Path directory) {
        this.directory = directory;
    }

    /** Empty where no directory is named. */
    static Optional<OutsideCopy> in(Optional<String> directory) {
        return directory.filter(d -> !d.isBlank()).map(d -> new OutsideCopy(Path.of(d.strip())));
    }

    /** The chains that have a file here; the one without a partnership as null. */
    List<UUID> chains() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            var chains = new ArrayList<UUID>();
            files.map(f -> NAME.matcher(f.getFileName().toString())).filter(Matcher::matches).forEach(m -> chains.add(m.group(1).equals(WITHOUT) ? null : UUID.fromString(m.group(1))));
            return chains;
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of the seals outside cannot be read: " + directory, e);
        }
    }

    /** A seal as it is known outside. */
    record Line(int epoch, int number, String fingerprint) {

        /** Whether this one was written after the other. */
        boolean after(Line other) {
            return other == null || epoch > other.epoch || epoch == other.epoch && number > other.number;
        }
    }

    static Line line(Seal seal) {
        return new Line(seal.epoch(), seal.number(), seal.fingerprint());
    }

    /** All lines of a chain, in the order in which they were written. */
    List<Line> lines(UUID partnership) {
        var file = file(partnership);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(OutsideCopy::read).filter(Objects::nonNull).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The copy of the seals outside cannot be read: " + file, e);
        }
    }

    Line last(UUID partnership) {
        var lines = lines(partnership);
        return lines.isEmpty() ? null : lines.getLast();
    }

    /** Written through to the disk before it counts. */
    void add(UUID partnership, List<Seal> seals) {
        // Behind a line that was cut off a new one begins.
        var text = new StringBuilder("\n");
        seals.forEach(s -> text.append(write(s)).append('\n'));
        try {
            Files.createDirectories(directory);
            Files.writeString(file(partnership), text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("The seals cannot be written outside: " + file(partnership), e);
        }
    }

    private Path file(UUID partnership) {
        return directory.resolve("seals-" + (partnership == null ? WITHOUT : partnership.toString()) + ".jsonl");
    }

    /** Null for what is no line of ours, such as one that a crash cut off. */
    private static Line read(String text) {
        try {
            var json = JSON.readTree(text);
            return json.path("number").isInt() && json.path("fingerprint").isTextual() ? new Line(json.path("epoch").asInt(), json.path("number").asInt(), json.path("fingerprint").asText()) : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String write(Seal seal) {
        var hex = HexFormat.of();
        var line = new LinkedHashMap<String, Object>();
        line.put("partnership", seal.partnershipId());
        line.put("number", seal.number());
        line.put("fingerprint", seal.fingerprint());
        line.put("encoding", seal.encoding());
        line.put("epoch", seal.epoch());
        line.put("epochReason", seal.epochReason());
        line.put("epochFrom", Long.toUnsignedString(seal.epochFrom()));
        line.put("epochFirstEntry", seal.epochFirstEntry());
        line.put("systemIdentifier", seal.systemIdentifier().toPlainString());
        line.put("timeline", seal.timeline());
        line.put("carried", seal.carried());
        line.put("below", Long.toUnsignedString(seal.below()));
        line.put("firstEntry", seal.firstEntry());
        line.put("entries", seal.entries());
        line.put("root", hex.formatHex(seal.root()));
        line.put("previous", seal.previous() == null ? null : hex.formatHex(seal.previous()));
        line.put("sealedAt", seal.sealedAt().toString());
        line.put("keyId", seal.keyId());
        line.put("signature", seal.signatureText());
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text and numbers can be written", e);
        }
    }
}
