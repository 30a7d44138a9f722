package org.panelhub.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.HubDatabase;
import org.panelhub.support.PlainRule;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/** The copy that each recipient takes out of the hub, word for word against what the rule, told a second time in plain joins, gives that recipient. */
@QuarkusTest
@TestSecurity(user = "coordinator")
class RecipientCopiesTest {

    private HeldMeeting meeting;
    private MinutesDesk desk;

    @BeforeEach
    void aMeetingWasHeldInWhichNotEverybodyMaySeeTheSame() throws SQLException {
        meeting = HeldMeeting.withMarkers();
        desk = new MinutesDesk(meeting);
        meeting.releasedToPoliceByName("socialcare", "Known to the duty team since March.");
        meeting.saidAloud("fire", "A letterbox guard can be fitted.\nThe crew knows the stairwell.");
        meeting.prepared("mentalhealth", "Prepared and kept.");
        meeting.withdraw(meeting.releasedToPanel("mentalhealth", "Released and taken back."));
        meeting.decided("RV-C8WNP", "Move before Friday");
        meeting.action("RV-P9ZTG", "Write to the landlord");
    }

    @AfterEach
    void clear() throws SQLException {
        SignedIn.nobody();
        meeting.close();
    }

    @Test
    void eachRecipientsPdfHoldsExactlyWhatTheRuleGivesThatRecipient() throws SQLException, IOException {
        desk.written();
        desk.agreeAndCirculate();
        Account.as("socialcare").sendAndFollow(meeting.path(), meeting.path() + "/declaration", Map.of("agrees", "true"));
        Set<String> copies = new HashSet<>();
        var accounts = recipients();
        assertTrue(accounts.containsAll(List.of("coordinator", "chair", "police", "housing", "mentalhealth", "socialcare")), () -> "They went to " + accounts);
        for (var account : accounts) {
            var expected = expected(account);
            assertEquals(expected, paper(account), account);
            copies.add(expected.replaceFirst("Copy of .*", ""));
        }
        assertNotEquals(1, copies.size(), "Nobody's copy differs, so nothing was compared");
    }

    /** To whom they were sent, and who signed for this meeting. */
    private List<String> recipients() throws SQLException {
        return column("""
                select replace(s.subject, 'demo-', '') from hub.minutes_receipt r join hub.minutes m on m.id = r.minutes_id join hub.sign_in s on s.member_id = r.member_id and s.issuer = '%s'
                 where m.meeting_id = '%s' and exists (select from hub.declaration d where d.meeting_id = m.meeting_id and d.member_id = r.member_id) order by 1""".formatted(HubDatabase.ISSUER, meeting.id));
    }

    /** All words of the file in their order, without what stands at the top and the bottom of each page. */
    private String paper(String account) throws IOException {
        try (var document = Loader.loadPDF(Account.as(account).get(meeting.path() + "/pdf").asByteArray())) {
            var text = new PDFTextStripper().getText(document);
            return words(text.replaceAll("(?m)^\\s*OFFICIAL-SENSITIVE(\\s*Page \\d+ of \\d+)?\\s*$", "").replaceAll("(?m)^\\s*Page \\d+ of \\d+\\s*$", ""));
        }
    }

    private static String words(String text) {
        return text.replace('\u00a0', ' ').replaceAll("(Copy of .*?, made on ).*?\\.", "$1now.").replaceAll("\\s+", " ").strip();
    }

    private String expected(String account) throws SQLException {
        List<String> said = new ArrayList<>(column("""
                select concat_ws(' ', 'Minutes of the ' || p.short_name || ',', d, p.name, to_char(m.starts_at at time zone 'Europe/London', 'FMDay'), d || ',', 'Town Hall, room 4', 'Agreed on', to_char(n.agreed_at at time zone 'Europe/London', 'FMDD FMMonth YYYY'), 'by', a.name || '.')
                  from hub.meeting m join hub.panel p on p.id = m.panel_id join hub.minutes n on n.meeting_id = m.id join hub.member a on a.id = n.agreed_by, lateral (select to_char(m.starts_at at time zone 'Europe/London', 'FMDD FMMonth YYYY') as d) x where m.id = '%s'""".formatted(meeting.id)));
        String section = "";
        String heading = "";
        for (var paragraph : column(PlainRule.FACTS + """
                select concat_ws('|', p.heading, coalesce(c.reference, ''), coalesce(c.subject, ''), coalesce(a.name, ''), coalesce((select string_agg(distinct case i.how when 'SAID_ALOUD' then 'shared verbally' else lower(i.nature) || ', ' || to_char(i.source_date, 'FMDD FMMonth YYYY') end, '; ')
                         from hub.minutes_source s join hub.item i on i.id = s.item_id where s.paragraph_id = p.id), ''), p.body)
                  from hub.minutes_paragraph p left join hub.case_file c on c.id = p.case_id left join hub.agency a on a.id = p.agency_id
                 where p.meeting_id = '%s' and p.body <> '' and (p.id, (select member_id from hub.sign_in where issuer = '%s' and subject = 'demo-%s')) in (%s) order by p.position, p.id"""
                .formatted(meeting.id, HubDatabase.ISSUER, account, PlainRule.PARAGRAPH_READERS))) {
            var part = paragraph.split("\\|", 6);
            var of = Heading.valueOf(part[0]);
            var title = switch (of) {
                case PRESENT, OBSERVERS, APOLOGIES, REMINDER -> "Who was there";
                case LAST_ACTIONS -> of.usual();
                default -> part[1].isEmpty() ? of.usual() : part[2] + " (" + part[1] + ")";
            };
            if (!title.equals(section)) {
                said.add(title);
                heading = title;
            }
            section = title;
            if (!of.usual().equals(heading)) {
                said.add(of.usual());
            }
            heading = of.usual();
            if (of == Heading.INFORMATION) {
                said.add(part[3] + " (" + part[4] + ")");
            }
            said.add(part[5]);
        }
        said.add(column("""
                select 'Copy of ' || m.name || ', ' || coalesce(a.name, '') || ', made on now.' from hub.member m left join hub.agency a on a.id = m.agency_id
                  join hub.sign_in s on s.member_id = m.id where s.issuer = '%s' and s.subject = 'demo-%s'""".formatted(HubDatabase.ISSUER, account)).getFirst());
        said.add("It holds what the rule lets this reader see on that day; information that was not released to this reader, or was withdrawn, is not in it. Share only as the protocol and this panel allow.");
        return words(String.join("\n", said));
    }

    private static List<String> column(String sql) throws SQLException {
        try (var superuser = HubDatabase.asSuperuser(); var statement = superuser.createStatement(); var rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
