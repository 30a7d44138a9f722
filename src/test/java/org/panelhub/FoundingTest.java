package org.panelhub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.panelhub.partnership.InvitationCode;
import org.panelhub.support.HubRows;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FoundingTest {

    @Test
    void foundingMakesOneAdministratorWithAnInvitationOfWhichOnlyTheHashIsKept() {
        var link = Founded.partnership("Safer Oldtown", "OT", "Oldtown Council", "Olive Old", "olive@oldtown.example");
        var code = new InvitationCode(link.substring(link.lastIndexOf('/') + 1));
        assertEquals("ADMINISTRATOR", HubRows.one("""
                select o.role from hub.invitation i join hub.office o on o.member_id = i.member_id
                 where i.code_hash = ? and i.used_at is null and i.expires_at between hub.now() + interval '13 days' and hub.now() + interval '15 days'""", code.hash()));
        assertEquals("0", HubRows.one("select count(*) from audit.detail where body::text like ?", "%" + code.text() + "%"));
    }

    @Test
    void aPrefixIsTakenOnce() {
        Founded.partnership("Safer Uptown", "UT", "Uptown Council", "Una Up", "una@uptown.example");
        var refused = assertThrows(CannotStart.class, () -> Founded.partnership("Safer Utopia", "UT", "Utopia Council", "Ulf Up", "ulf@utopia.example"));
        assertTrue(refused.getMessage().contains("UT is taken"), refused.getMessage());
    }

    @Test
    void whatIsMissingOnTheCommandLineIsNamed() {
        var refused = assertThrows(CannotStart.class, () -> Founding.Wish.of(List.of("--name", "Safer X", "--prefix", "SX")));
        assertTrue(refused.getMessage().contains("missing: --body, --administrator, --email"), refused.getMessage());
        assertThrows(CannotStart.class, () -> Founding.Wish.of(List.of("--name", "Safer X", "--prefix", "safer", "--body", "B", "--administrator", "A", "--email", "a@x.example")));
    }
}
