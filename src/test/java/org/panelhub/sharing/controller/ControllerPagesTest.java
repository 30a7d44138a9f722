package org.panelhub.sharing.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panelhub.support.Entered;
import org.panelhub.support.HubRows;
import org.panelhub.support.SignedIn;
import org.panelhub.support.Visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class ControllerPagesTest {

    private static final String PAGE = "/our-information";

    private final Visitor visitor = new Visitor();

    @AfterEach
    void undo() {
        HubRows.run("update hub.case_file set sealed = false where reference = 'RV-7K4QM'");
        HubRows.run("delete from hub.case_bar where reason = 'Planted for the lead'");
        HubRows.run("delete from hub.controller_access");
    }

    @Test
    @TestSecurity(user = "infolead")
    void anInformationLeadReadsItsControllersItemsPastASealForAReasonAndOnRecord() {
        HubRows.run("update hub.case_file set sealed = true where reference = 'RV-7K4QM'");
        assertEquals(404, visitor.answer("/cases/RV-7K4QM").statusCode());
        assertEquals(422, visitor.send(PAGE, PAGE, "reason", "SAR").statusCode());
        var list = visitor.done(PAGE, PAGE, "reason", "A subject access request of this month");
        assertTrue(list.text().contains("RV-7K4QM") && list.text().contains("sealed") && list.text().contains("council housing"), list.text());
        assertFalse(list.text().contains("Okoro") || list.text().contains("police") || list.text().contains("Front door replaced"), list.text());
        var one = list.select("tr:contains(council housing) a").attr("href").replaceFirst("[^/]*$", HubRows.one("select id::text from hub.item where body like 'Front door replaced twice%'"));
        var read = visitor.page(one);
        assertTrue(read.text().contains("Front door replaced twice") && !read.text().contains("Okoro"), read.text());
        assertEquals("information lead past bar and seal", HubRows.one("select capacity from audit.entry where kind = 'item' and act = 'READ' and subject = ? order by id desc limit 1", one.replaceFirst(".*/", "")));

        SignedIn.as("coordinator");
        assertEquals(403, visitor.answer(PAGE).statusCode());
        assertEquals(404, visitor.answer(one).statusCode());
    }

    @Test
    @TestSecurity(user = "infolead")
    void withheldItemsOfOthersAndCasesThatABarShutsToTheLeadStayShut() throws SQLException {
        HubRows.run("insert into hub.case_bar (partnership_id, id, case_id, panel_id, member_id, reason) select c.partnership_id, gen_random_uuid(), c.id, c.panel_id, m.id, 'Planted for the lead' from hub.case_file c, hub.member m where c.reference = 'RV-7K4QM' and m.name = 'Maya Lindqvist'");
        var list = visitor.done(PAGE, PAGE, "reason", "A retention review of the year");
        assertFalse(list.text().contains("RV-7K4QM"), list.text());
        var access = HubRows.one("select id from hub.controller_access");
        var own = HubRows.one("select id from hub.item where body like 'Front door%'");
        var others = HubRows.one("select id from hub.item where state = 'WITHHELD' and body like 'Medication%'");
        assertEquals(404, visitor.answer(PAGE + "/" + access + "/items/" + own).statusCode());
        assertEquals(404, visitor.answer(PAGE + "/" + access + "/items/" + others).statusCode());
        try (var lead = Entered.as("infolead"); var police = Entered.as("police"); var hillside = Entered.as("hillside.police")) {
            for (var door : List.of("select id from access.controller_items(?::uuid, '', null, 50)")) {
                assertEquals(List.of(), police.all(door, access));
                assertEquals(List.of(), hillside.all(door, access));
            }
            assertEquals(List.of(), lead.all("select id from access.controller_items(gen_random_uuid(), '', null, 50)"), "an access that nobody opened");
            assertEquals("42501", police.refusal("insert into hub.controller_access (partnership_id, id, member_id, signatory_id, reason, until) select hub.partnership(), gen_random_uuid(), hub.viewer(), a.signatory_id, 'a reason that is long', hub.now() from hub.agency a where a.id = hub.agency()"));
        }
    }
}
