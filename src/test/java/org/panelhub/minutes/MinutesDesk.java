package org.panelhub.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.panelhub.support.Account;

/** What coordinator and chair do with the minutes of a meeting, through the pages. */
final class MinutesDesk {

    private final HeldMeeting meeting;

    MinutesDesk(HeldMeeting meeting) {
        this.meeting = meeting;
    }

    Document written() {
        return Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/write", Map.of());
    }

    void agree() {
        var revision = Account.as("chair").page(meeting.path()).select("input[name=revision]").val();
        var agreed = Account.as("chair").sendAndFollow(meeting.path(), meeting.path() + "/agreement", Map.of("revision", revision));
        assertTrue(agreed.text().contains("The minutes are agreed"), agreed.text());
    }

    void agreeAndCirculate() {
        agree();
        var sent = Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/circulation", Map.of());
        assertTrue(sent.text().contains("The minutes are circulated to"), sent.text());
    }

    Document edit(Document page, String marker, String text) {
        var paragraph = paragraph(page, marker);
        var version = Account.as("coordinator").page(meeting.path() + "?edit=" + paragraph).select("input[name=version]").val();
        return Account.as("coordinator").sendAndFollow(meeting.path(), meeting.path() + "/paragraphs/" + paragraph, Map.of("body", text, "version", version));
    }

    static String paragraph(Document page, String marker) {
        return page.select("[id^=p-]:contains(" + marker + ")").last().id().substring("p-".length());
    }

    String pdf(String account) throws IOException {
        var answer = Account.as(account).get(meeting.path() + "/pdf");
        assertEquals(200, answer.statusCode());
        try (var document = Loader.loadPDF(answer.asByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
