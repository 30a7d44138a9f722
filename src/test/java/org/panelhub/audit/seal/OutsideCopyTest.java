package org.panelhub.audit.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The files outside the database: every seal once, only ever added to, and read again by whoever verifies. */
class OutsideCopyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path disk;

    private SealedDatabase database;
    private OutsideCopy outside;

    @BeforeEach
    void sealed() throws SQLException {
        database = SealedDatabase.copied();
        outside = OutsideCopy.in(Optional.of(" " + disk.resolve("not/made/yet") + " ")).orElseThrow();
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void eachChainHasAFileWithALineForEachSealThatCanBeVerifiedByItself() throws SQLException, IOException {
        assertEquals(Set.of(), chains(), "nothing was written yet");
        database.copyOutside(outside);
        assertEquals(new TreeSet<>(database.all("select distinct coalesce(partnership_id::text, 'none') from audit.seal")), chains());
        assertEquals(database.lines(), outside.lines(SealedDatabase.RIVERSIDE));
        var lines = Files.readAllLines(file()).stream().filter(l -> !l.isBlank()).toList();
        assertEquals(4, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            var line = JSON.readTree(lines.get(i));
            assertEquals(i + 1, line.path("number").asInt());
            assertEquals(database.one("select encode(root, 'hex') from audit.seal where partnership_id = ? and number = ?", SealedDatabase.RIVERSIDE, i + 1), line.path("root").asText());
            assertEquals(database.one("select encode(previous, 'hex') from audit.seal where partnership_id = ? and number = ?", SealedDatabase.RIVERSIDE, i + 1), line.path("previous").isNull() ? null : line.path("previous").asText());
            for (var signed : List.of("partnership", "encoding", "epoch", "epochReason", "epochFrom", "epochFirstEntry", "systemIdentifier", "timeline", "carried", "below", "firstEntry", "entries", "sealedAt", "keyId", "signature")) {
                assertTrue(line.has(signed), signed);
            }
        }
    }

    @Test
    void whatStandsThereIsNeverWrittenAgainAndNeverChanged() throws SQLException, IOException {
        database.copyOutside(outside);
        var before = Files.readString(file());
        database.copyOutside(outside);
        assertEquals(before, Files.readString(file()));
        database.read("police", 2);
        database.seal();
        database.copyOutside(outside);
        assertTrue(Files.readString(file()).startsWith(before), "added to");
        assertEquals(List.of(1, 2, 3, 4, 5), outside.lines(SealedDatabase.RIVERSIDE).stream().map(OutsideCopy.Line::number).toList());
        assertEquals(database.lines(), outside.lines(SealedDatabase.RIVERSIDE));
    }

    @Test
    void aLineThatACrashCutOffIsWrittenAgainBehindIt() throws SQLException, IOException {
        database.copyOutside(outside);
        var whole = Files.readString(file());
        Files.writeString(file(), whole.substring(0, whole.length() - 90));
        assertEquals(3, outside.lines(SealedDatabase.RIVERSIDE).size());
        database.copyOutside(outside);
        assertEquals(database.lines(), outside.lines(SealedDatabase.RIVERSIDE));
        assertTrue(database.verify(SealedDatabase.RIVERSIDE, outside.lines(SealedDatabase.RIVERSIDE), KnownKeys.of(SealedDatabase.KEY, "")).isSound());
    }

    @Test
    void aDirectoryThatCannotBeWrittenToFailsLoudly() throws SQLException, IOException {
        var taken = Files.createFile(disk.resolve("a-file"));
        assertThrows(UncheckedIOException.class, () -> database.copyOutside(new OutsideCopy(taken)));
        assertEquals(Optional.empty(), OutsideCopy.in(Optional.of("  ")), "no directory is no copy");
    }

    private Set<String> chains() {
        return outside.chains().stream().map(c -> c == null ? "none" : c.toString()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Path file() {
        return disk.resolve("not/made/yet/seals-" + SealedDatabase.RIVERSIDE + ".jsonl");
    }
}
