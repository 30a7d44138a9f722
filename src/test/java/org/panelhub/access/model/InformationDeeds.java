package org.panelhub.access.model;

import org.panelhub.access.model.World.Agency;
import org.panelhub.access.model.World.Beside;
import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Days;
import org.panelhub.access.model.World.Item;
import org.panelhub.access.model.World.Meeting;
import org.panelhub.access.model.World.Member;
import org.panelhub.access.model.World.Release;

/** Items and what becomes of them. */
final class InformationDeeds extends Statements.Of {

    InformationDeeds(World world, Statements statements) {
        super(world, statements);
    }

    Item item(Member author, CaseFile f, String name) {
        return item(author, author.agency(), f, null, "PREPARED", name);
    }

    private Item item(Member author, Agency agency, CaseFile f, Meeting at, String state, String name) {
        var i = new Item(world.id(name), f, agency, author, at, state);
        world.items.add(i);
        write("insert into hub.item (partnership_id, id, case_id, panel_id, agency_id, author_id, how, nature, body, state, meeting_id) values (?, ?, ?, ?, ?, ?, ?, 'FACT', ?, ?, ?)", f.panel().at().id(), i.id, f.id(),
                f.panel().id(), agency.id(), author.id(), at == null ? "WRITTEN" : "SAID_ALOUD", name, state, at == null ? null : at.id);
        return i;
    }

    /** Typed by whoever keeps the record, for the speaker's agency, and released to those present. */
    Item saidAloud(Member typist, Agency speaker, CaseFile f, Meeting at, String name) {
        var i = item(typist, speaker, f, at, "RELEASED", name);
        release(i, at, new Days(world.day, World.NEVER), null, null);
        return i;
    }

    void state(Item i, String state) {
        if (i.state.equals("WITHHELD")) {
            write("delete from hub.withholding where item_id = ?", i.id);
        }
        i.state = state;
        write("update hub.item set state = ? where id = ?", state, i.id);
        if (state.equals("WITHHELD")) {
            write("insert into hub.withholding (partnership_id, item_id, case_id, agency_id, reason, decided_by) values (?, ?, ?, ?, 'x', ?)", i.file.panel().at().id(), i.id, i.file.id(), i.agency.id(), i.author.id());
        }
    }

    void code(Item i, String code) {
        i.code = code;
        write("update hub.item set handling_code = ? where id = ?", code, i.id);
    }

    void release(Item i, Object to, Days days) {
        release(i, to, days, null, null);
    }

    /** @param follows the release that this one prolongs or widens, or null */
    void release(Item i, Object to, Days days, Release follows, String as) {
        var r = new Release(world.id("a release of " + world.name(i.id)), i, to, days);
        world.releases.add(r);
        if (!i.state.equals("RELEASED")) {
            state(i, "RELEASED");
        }
        write("""
                insert into hub.disclosure (partnership_id, id, item_id, case_id, panel_id, agency_id, to_panel, to_agency, to_member, to_meeting, purpose, gateway, conditions, protocol_id, necessity, proportionality, consent, during, released_by, follows, follows_as)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'x', 'x', 'x', ?, 'x', 'x', 'GIVEN', ?, ?, ?, ?)""", i.file.panel().at().id(), r.id, i.id, i.file.id(), i.file.panel().id(), i.agency.id(), r.panel == null ? null : r.panel.id(),
                r.agency == null ? null : r.agency.id(), r.member == null ? null : r.member.id(), r.meeting == null ? null : r.meeting.id, world.protocols.getFirst().id(), days, i.author.id(), follows == null ? null : follows.id, as);
    }

    void withdraw(Release r) {
        r.withdrawn = true;
        write("update hub.disclosure set withdrawn_at = hub.now() where id = ?", r.id);
        // What nobody is released to any longer.
        if (world.releases.stream().noneMatch(x -> x.item == r.item && !x.withdrawn) && r.item.state.equals("RELEASED")) {
            state(r.item, "WITHDRAWN");
        }
    }

    /** @param alone whether nothing else stood behind the release, which ends with it */
    void consentWithdrawn(Release r, boolean alone) {
        r.consentWithdrawn = true;
        var x = beside(Table.CONSENT_WITHDRAWAL, "the consent withdrawn to the release of ", r.item, null);
        write("insert into hub.consent_withdrawal (partnership_id, id, disclosure_id, item_id, case_id, panel_id, agency_id, withdrawn_on, going_on_because, noted_by) values (?, ?, ?, ?, ?, ?, ?, hub.today(), ?, ?)",
                r.item.file.panel().at().id(), x.id(), r.id, r.item.id, r.item.file.id(), r.item.file.panel().id(), r.item.agency.id(), alone ? "" : "x", r.item.author.id());
        if (alone) {
            withdraw(r);
        }
    }

    void grade(Item i) {
        world.beside.add(new Beside(Table.SOURCE_GRADING, i.id, i, null));
        write("insert into hub.source_grading (partnership_id, item_id, case_id, panel_id, agency_id, source_evaluation, intelligence_assessment, graded_by) values (?, ?, ?, ?, ?, 1, 'A', ?)", i.file.panel().at().id(), i.id,
                i.file.id(), i.file.panel().id(), i.agency.id(), i.author.id());
    }

    /** Whether it may be used further. */
    void ask(Item i, Member m) {
        var x = beside(Table.ONWARD_REQUEST, "what " + m.name() + " asked about ", i, m);
        write("insert into hub.onward_request (partnership_id, id, item_id, case_id, panel_id, agency_id, asking_agency_id, asked_by, kind, to_whom, purpose) values (?, ?, ?, ?, ?, ?, ?, ?, 'ONWARD', 'x', 'x')",
                i.file.panel().at().id(), x.id(), i.id, i.file.id(), i.file.panel().id(), i.agency.id(), m.agency().id(), m.id());
    }

    void answer(Beside request, boolean yes) {
        write("update hub.onward_request set answer = ?, answer_words = 'x', answered_by = ?, answered_at = hub.now() where id = ?", yes ? "GRANTED" : "REFUSED", request.item().author.id(), request.id());
    }

    void giveOutside(Item i) {
        var x = beside(Table.OUTSIDE_DISCLOSURE, "what was given outside of ", i, null);
        write("insert into hub.outside_disclosure (partnership_id, id, item_id, case_id, panel_id, agency_id, body, contact, gateway, reason, given_on, recorded_by) values (?, ?, ?, ?, ?, ?, 'x', 'x', 'x', 'x', hub.today(), ?)",
                i.file.panel().at().id(), x.id(), i.id, i.file.id(), i.file.panel().id(), i.agency.id(), i.author.id());
    }

    private Beside beside(Table table, String name, Item i, Member asked) {
        var x = new Beside(table, world.id(name + world.name(i.id)), i, asked);
        world.beside.add(x);
        return x;
    }

    void ends(Release r) {
        ends("disclosure", r.id, r.days);
    }
}
