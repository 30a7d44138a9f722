package org.panelhub.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.panelhub.page.FileKind;

/** What somebody calls a file reaches neither a folder, nor a header, nor a reader as anything but a name. */
class FileNameTest {

    @Test
    void aNameIsKeptWithoutFoldersAndWithoutWhatCannotBeSeen() {
        assertEquals("Küche – März.jpg", FileName.clean("Ku\u0308che – März.jpg"));
        assertEquals("passwd", FileName.clean("../../etc/passwd"));
        assertEquals("boot.ini", FileName.clean("C:\\fakepath\\boot.ini"));
        assertEquals("photogpj.exe", FileName.clean("photo\u202egpj.exe"));
        assertEquals("abc.txt", FileName.clean("a\r\nb\u0000c\u200b.txt"));
        assertEquals("a b .pdf", FileName.clean("..a<b>\u2028.pdf. "));
        assertEquals("scriptalert(1) .png", FileName.clean("<scriptalert(1)>.png"));
        for (var empty : List.of("", "  ", "/", "..", "\u202e", "a/")) {
            assertEquals("file", FileName.clean(empty), empty);
        }
        assertEquals("file", FileName.clean(null));
    }

    @Test
    void aLongNameIsShortenedInFrontOfItsEnding() {
        var name = FileName.clean("\uD83D\uDE00".repeat(200) + ".jpeg");
        assertEquals(FileName.LONGEST, name.codePointCount(0, name.length()));
        assertTrue(name.endsWith("\uD83D\uDE00.jpeg"), name);
        assertEquals("x".repeat(FileName.LONGEST), FileName.clean("x".repeat(500)));
    }

    @Test
    void aFileIsGivenOutWithItsMarkingAndTheEndingOfWhatItIs() {
        assertEquals("attachment; filename=\"OFFICIAL-SENSITIVE RV-TAAAAAA diary.exe.txt\"; filename*=UTF-8''OFFICIAL-SENSITIVE%20RV-TAAAAAA%20diary.exe.txt",
                FileName.disposition("OFFICIAL-SENSITIVE", "RV-TAAAAAA", "diary.exe", FileKind.TEXT));
        assertEquals("attachment; filename=\"OFFICIAL RV-TAAAAAA Kuche _ Marz_ _.jpeg\"; filename*=UTF-8''OFFICIAL%20RV-TAAAAAA%20K%C3%BCche%20%E2%80%93%20M%C3%A4rz%3B%20%E2%98%BA.jpeg",
                FileName.disposition("OFFICIAL", "RV-TAAAAAA", "Küche – März; ☺.jpeg", FileKind.JPEG));
        assertEquals("240 KB", FileSize.text(240 * 1024));
        assertEquals("1 KB", FileSize.text(1));
        assertEquals("3.4 MB", FileSize.text(3_565_158));
        assertEquals("60 MB", FileSize.text(60L * 1024 * 1024));
    }
}
