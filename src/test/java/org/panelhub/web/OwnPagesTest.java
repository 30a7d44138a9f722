package org.panelhub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Account;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
@TestSecurity(user = "fire")
class OwnPagesTest {

    private static final String OWN = "Hydrant outside the block was checked: " + OwnPagesTest.class.getSimpleName();

    @AfterEach
    void undo() {
        HubRows.run("update hub.signature set withdrawn_on = null, withdrawn_reason = null where signatory_id = (select id from hub.signatory where name = 'Riverside Fire and Rescue')");
        HubRows.run("delete from hub.disclosure where item_id in (select id from hub.item where body like ?)", OWN + "%");
        HubRows.run("delete from hub.item where body like ?", OWN + "%");
        HubRows.run("delete from hub.case_bar where reason = ?", OWN);
        HubRows.run("delete from hub.undertaking where member_id in (select id from hub.member where name = 'Planted Chair')");
        HubRows.run("delete from hub.seat where member_id in (select id from hub.member where name = 'Planted Chair')");
        HubRows.run("delete from hub.sign_in where subject = 'demo-planted-chair'");
        HubRows.run("delete from hub.member where name = 'Planted Chair'");
        SignedIn.nobody();
    }

    @Test
    void whoHasWithdrawnStillReachesCorrectsAndWithdrawsWhatIsItsOwn() {
        HubRows.run("""
                insert into hub.item (partnership_id, id, case_id, panel_id, agency_id, author_id, nature, source_date, body, state)
                select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.agency_id, m.id, 'FACT', hub.today(), ?, 'RELEASED' from hub.case_file c, hub.member m where c.reference = 'RV-M2XDT' and m.name = 'Stan Kowalski'""", OWN);
        HubRows.run("""
                insert into hub.disclosure (partnership_id, id, item_id, case_id, panel_id, agency_id, to_panel, purpose, gateway, conditions, protocol_id, necessity, proportionality, consent, during, released_by)
                select i.partnership_id, gen_random_uuid(), i.id, i.case_id, i.panel_id, i.agency_id, i.panel_id, b.purpose, b.gateway, 'x', b.protocol_id, 'x', 'x', 'GIVEN', daterange(hub.today(), hub.today() + 9), i.author_id
                  from hub.item i join hub.legal_basis b on b.agency_id = i.agency_id where i.body = ? limit 1""", OWN);
        assertTrue(Account.as("police").page("/cases/RV-M2XDT/information").text().contains(OWN));
        HubRows.run("update hub.signature set withdrawn_on = hub.today(), withdrawn_reason = 'x' where signatory_id = (select id from hub.signatory where name = 'Riverside Fire and Rescue')");
        var fire = Account.as("fire");
        assertEquals(404, fire.get("/cases/RV-M2XDT").statusCode());
        var own = fire.page("/own").text();
        assertTrue(own.contains(OWN) && own.contains("not open to you now") && own.contains("Fit a letterbox guard"), own);
        assertFalse(own.contains("Fitch") || own.contains("Okoro") || own.contains("Front door replaced"), "nothing of a case: " + own);
        var item = "/items/" + HubRows.one("select id from hub.item where body = ?", OWN);
        assertTrue(fire.page(item).text().contains(OWN));
        assertEquals("/own", fire.page(item).select("a.govuk-back-link").attr("href"));
        var release = HubRows.one("select d.id from hub.disclosure d join hub.item i on i.id = d.item_id where i.body = ?", OWN);
        var after = fire.sendAndFollow(item + "/withdraw", item + "/withdraw", Map.of("disclosures", release, "reason", "We have left the protocol.")).text();
        assertTrue(after.contains("Access ended at once."), after);
        assertFalse(Account.as("police").page("/cases/RV-M2XDT/information").text().contains(OWN));
        HubRows.run("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, ? from hub.case_file c, hub.member m where c.reference = 'RV-M2XDT' and m.name = 'Stan Kowalski'", OWN);
        assertFalse(fire.page("/own").text().contains(OWN), "never past a bar");
        assertEquals(404, fire.get(item).statusCode());
    }

    @Test
    void nobodySeesThereWhatIsAnothers() {
        assertFalse(Account.as("police.other").page("/own").text().contains("Four calls"), "no author, no seat, no case worker");
        assertFalse(Account.as("hillside.police").page("/own").text().contains("Four calls"));
        assertTrue(Account.as("unsigned").page("/own").text().contains("Former tenant of Harbour Homes"));
    }

    @Test
    void anIndependentChairOfNoAgencyChairsWithoutASignatureAndReadsNoNullAnywhere() {
        HubRows.run("insert into hub.member (partnership_id, id, name) select id, gen_random_uuid(), 'Planted Chair' from hub.partnership where reference_prefix = 'RV'");
        HubRows.run("insert into hub.sign_in (issuer, subject, partnership_id, member_id) select (select issuer from hub.sign_in limit 1), 'demo-planted-chair', partnership_id, id from hub.member where name = 'Planted Chair'");
        HubRows.run("insert into hub.seat (partnership_id, id, panel_id, member_id, role, during) select m.partnership_id, gen_random_uuid(), p.id, m.id, 'INDEPENDENT_CHAIR', daterange(hub.today(), hub.today() + 90) from hub.member m join hub.panel p on p.partnership_id = m.partnership_id and p.name = 'Vulnerable Victims Panel' where m.name = 'Planted Chair'");
        var chair = Account.as("planted.chair");
        assertEquals(404, chair.get("/cases/RV-7K4QM").statusCode(), "the undertaking is due");
        var panel = HubRows.one("select panel_id from hub.seat where member_id = (select id from hub.member where name = 'Planted Chair')");
        chair.sendAndFollow("/undertakings/" + panel, "/undertakings/" + panel, Map.of("agree", "true"));
        for (var path : List.of("/", "/own", "/cases", "/cases/RV-7K4QM", "/cases/RV-7K4QM/information", "/cases/RV-7K4QM/risk", "/cases/RV-7K4QM/plan", "/cases/RV-7K4QM/actions", "/cases/RV-7K4QM/timeline",
                "/cases/RV-7K4QM/access", "/cases/RV-7K4QM/exit", "/cases/RV-7K4QM/review", "/cases/RV-7K4QM/team", "/meetings", "/actions", "/requests", "/referrals", "/protocols", "/emergencies", "/emergencies/new",
                "/panels/" + panel + "/deputies")) {
            var page = chair.page(path);
            assertFalse(page.body().text().matches("(?s).*\\bnull\\b.*"), path + ": " + page.body().text());
        }
        HubRows.clock("interval '90 days'");
        try {
            assertEquals(404, chair.get("/cases/RV-7K4QM").statusCode(), "the term is over");
        } finally {
            HubRows.clock("interval '0'");
        }
    }
}
