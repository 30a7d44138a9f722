package org.panelhub.access.model;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.panelhub.access.model.Applications.Application;
import org.panelhub.access.model.Applications.Row;
import org.panelhub.access.model.World.Agency;
import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Member;
import org.panelhub.access.model.World.Panel;
import org.panelhub.access.model.World.Partnership;

/** Applications for a case review, from coming in to the opening of the review. What a member does, it does under the rule, and may be refused. */
final class ApplicationDeeds extends Statements.Of {

    /** Where the public applies. */
    static final String AREA = "northmoor";

    private final MeetingDeeds meetings;
    private final CaseDeeds cases;
    private final ConflictDeeds conflicts;

    ApplicationDeeds(World world, Statements statements, MeetingDeeds meetings, CaseDeeds cases, ConflictDeeds conflicts) {
        super(world, statements);
        this.meetings = meetings;
        this.cases = cases;
        this.conflicts = conflicts;
    }

    private ApplicationRule rule() {
        return new ApplicationRule(world);
    }

    void takesApplications(Partnership at, Panel board) {
        write("insert into hub.trigger_scheme (partnership_id, id, panel_id, area, area_name, open) values (?, ?, ?, ?, ?, true)", at.id(), world.id("how " + at.name() + " takes applications"), board.id(), AREA, at.name());
    }

    /** Who, of a body that has signed nothing, is told by a notice that one has come, and of nothing else. */
    void designated(World.Body body) {
        write("insert into hub.designated_officer (partnership_id, id, signatory_id, name, email, during) values (?, ?, ?, 'x', 'x@example.org', ?)", body.at().id(), world.id("the designated officer of " + body.name()), body.id(),
                new World.Days(-300, World.NEVER));
    }

    /** By the public form, without an account. */
    Application apply(Panel board, String name, Map<String, List<String>> people) {
        var a = application(board, name, people, null);
        asService("community trigger", text("select from access.trigger_draft_begin(?, ?, '{}')", AREA, a.code()),
                text("select from access.trigger_apply(?, 0, ?::jsonb, 'We have your form', 'Its number is {reference}.')", a.code(), """
                        {"kind": "PERSON", "subject": "%s", "happening": "", "place": "", "since": "", "impact": "", "wish": "", "hate": "NO", "hateWhy": "", "respondent": "%s", "respondentMinor": "NO", "landlord": "", "children": "NO",
                         "involvement": "TOLD", "name": "%s", "organisation": "", "victimName": "%s", "relation": "", "consent": "GIVEN", "consentHow": "", "under18": "NO", "address": "", "telephone": "", "email": "", "reachBy": "LETTER",
                         "safeEmail": false, "safeCall": false, "safeLetter": true, "safeTimes": "", "needs": [], "needsMore": "", "reports": []}"""
                        .formatted(name, words(a, "respondent"), words(a, "applicant"), words(a, "victim"))));
        drawn("trigger", a.id, text("subject = ?", name));
        world.applications.happened(world, a, "RECEIVED", null);
        world.applications.happened(world, a, "BODIES_TOLD", null);
        return a;
    }

    /** One that came by telephone. */
    boolean keyIn(Member m, Panel board, String name, Map<String, List<String>> people) {
        boolean may = rule().mayKeyIn(m, board);
        var id = world.id(name);
        tried(m, may, "key in " + name,
                text("insert into hub.trigger (partnership_id, id, panel_id, reference, received_on, received_how, entered_by, applicant_kind, subject, respondent) values (?, ?, ?, '', hub.today(), 'TELEPHONE', ?, 'PERSON', ?, ?)", board.at().id(), id,
                        board.id(), m.id(), name, String.join(" ", people.get("respondent"))),
                text("insert into hub.trigger_applicant (partnership_id, trigger_id, panel_id, name, victim_name, code_hash) values (?, ?, ?, ?, ?, ?)", board.at().id(), id, board.id(), String.join(" ", people.get("applicant")),
                        String.join(" ", people.getOrDefault("victim", List.of())), "the code of " + name),
                text("select from access.application_entered(?, 'We have your form', 'Its number is {reference}.')", id));
        if (may) {
            var a = new Application(id, board, name, people, m, world.day);
            world.applications.all.add(a);
            world.applications.happened(world, a, "BODIES_TOLD", null);
        }
        return may;
    }

    private Application application(Panel board, String name, Map<String, List<String>> people, Member enteredBy) {
        var a = new Application(world.id(name), board, name, people, enteredBy, world.day);
        world.applications.all.add(a);
        return a;
    }

    private static String words(Application a, String field) {
        return String.join(" ", a.people.getOrDefault(field, List.of()));
    }

    /** Whoever applied writes, complains about how it is handled, or takes it back. */
    void applicantWrites(Application a, String kind, String body) {
        asService("community trigger", text("select from access.trigger_write(model.reference(?::uuid), ?, ?, ?, gen_random_uuid())", a.id.toString(), a.code(), kind, body));
        if (kind.equals("WITHDRAW")) {
            a.state = "WITHDRAWN";
            world.applications.happened(world, a, "WITHDRAWN", null);
        }
        world.applications.rows.add(new Row(Table.TRIGGER_MESSAGE, world.made(body, a.id, body), a, null, body));
    }

    boolean answer(Member m, Application a, String body) {
        return adds(m, a, Table.TRIGGER_MESSAGE, world.made(body, a.id, body), "write to the applicant of " + a.name, body, rule().mayHandle(m, a),
                text("insert into hub.trigger_message (partnership_id, id, trigger_id, panel_id, from_applicant, body, by) values (?, gen_random_uuid(), ?, ?, false, ?, ?)", a.board.at().id(), a.id, a.board.id(), body, m.id()));
    }

    boolean note(Member m, Application a) {
        return adds(m, a, Table.TRIGGER_EVENT, world.made("that " + a.name + " was acknowledged", a.id, "ACKNOWLEDGED"), "note what happened to " + a.name, "ACKNOWLEDGED", rule().mayHandle(m, a),
                text("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, by) values (?, gen_random_uuid(), ?, ?, 'ACKNOWLEDGED', hub.today(), ?)", a.board.at().id(), a.id, a.board.id(), m.id()));
    }

    boolean complaint(Member m, Application a) {
        var id = world.id("a complaint of " + a.name);
        return adds(m, a, Table.TRIGGER_COMPLAINT, id, "add a complaint to " + a.name, "", rule().mayHandle(m, a),
                text("insert into hub.trigger_complaint (partnership_id, id, trigger_id, panel_id, complainant, added_by) values (?, ?, ?, ?, 'x', ?)", a.board.at().id(), id, a.id, a.board.id(), m.id()));
    }

    boolean ask(Member m, Application a, Agency whom) {
        var id = world.id("what " + whom.name() + " is asked about " + a.name);
        return adds(m, a, Table.TRIGGER_ASKING, id, "ask " + whom.name() + " about " + a.name, "", rule().mayHandle(m, a),
                text("insert into hub.trigger_asking (partnership_id, id, trigger_id, panel_id, reason, agency_id, recipient, due_on, made_by) values (?, ?, ?, ?, 'INFORMATION', ?, 'x', hub.today(), ?)", a.board.at().id(), id, a.id,
                        a.board.id(), whom.id(), m.id()));
    }

    /** That it is met is told to the applicant at once, that it is not, not yet: until then the applicant is not shown what was decided. */
    boolean decide(Member m, Application a, boolean met) {
        var id = world.id("the threshold decision on " + a.name);
        int position = 1 + (int) world.applications.rows.stream().filter(r -> r.of() == a && r.table() == Table.TRIGGER_DECISION).count();
        var may = adds(m, a, Table.TRIGGER_DECISION, id, "decide on the threshold of " + a.name, "", rule().mayHandle(m, a),
                text("insert into hub.trigger_decision (partnership_id, id, trigger_id, panel_id, position, met, route, decided_on, why, weighed, found, by) values (?, ?, ?, ?, ?, ?, ?, hub.today(), 'x', '{}', '{}', ?)", a.board.at().id(),
                        id, a.id, a.board.id(), position, met, met ? "HARM" : null, m.id()),
                text("update hub.trigger set state = ? where id = ?", met ? "MET" : "NOT_MET", a.id));
        if (may) {
            a.state = met ? "MET" : "NOT_MET";
            if (met) {
                tried(m, true, "tell the applicant of " + a.name + " what was decided", text("insert into hub.trigger_event (partnership_id, id, trigger_id, panel_id, kind, on_day, by) values (?, gen_random_uuid(), ?, ?, 'DECISION_TOLD', hub.today(), ?)",
                        a.board.at().id(), a.id, a.board.id(), m.id()));
                world.applications.happened(world, a, "DECISION_TOLD", m);
            }
        }
        return may;
    }

    boolean close(Member m, Application a) {
        boolean may = rule().mayHandle(m, a);
        tried(m, may, "close " + a.name, text("update hub.trigger set state = 'CLOSED' where id = ?", a.id));
        if (may) {
            a.state = "CLOSED";
        }
        return may;
    }

    boolean recommend(Member m, Application a) {
        var id = world.id("a recommendation on " + a.name);
        var may = adds(m, a, Table.TRIGGER_RECOMMENDATION, id, "recommend something on " + a.name, "", rule().mayRecommend(m, a),
                text("insert into hub.trigger_recommendation (partnership_id, id, trigger_id, panel_id, addressee, words, made_on, made_by) values (?, ?, ?, ?, 'x', 'x', hub.today(), ?)", a.board.at().id(), id, a.id, a.board.id(), m.id()));
        if (may) {
            world.applications.happened(world, a, "RECOMMENDED", m);
        }
        return may;
    }

    private boolean adds(Member m, Application a, Table table, UUID id, String what, String says, boolean may, String... deeds) {
        tried(m, may, what, deeds);
        if (may) {
            world.applications.rows.add(new Row(table, id, a, m, says));
        }
        return may;
    }

    boolean putAside(Member m, Applications.Bar b) {
        boolean may = rule().mayPutAside(m, b);
        tried(m, may, "put aside " + world.name(b.id), text("""
                update hub.trigger_bar set lifted_at = hub.now(), decided_by = ?, decided_at = hub.now(), decided_reason = 'x'
                 where trigger_id = ? and member_id = ? and kind = ? and matched = ? || ' ' || encode(sha256(convert_to(trigger_id || ' ' || member_id || ' ' || ?, 'UTF8')), 'hex')""", m.id(), b.of.id, b.member.id(),
                b.ofItself ? "PARTY" : "RELATION", b.matched.substring(0, b.matched.indexOf(' ')), b.matched.substring(b.matched.indexOf(' ') + 1)));
        if (may) {
            b.lifted = true;
            b.decidedBy = m;
        }
        return may;
    }

    /** A case is made of it, about whoever is the victim; what was found before holds there, and what was put aside is not asked again. */
    boolean openReview(Member m, Application a, Member officer, World.Meeting at) {
        boolean may = rule().mayOpenReview(m, a, officer);
        var id = world.id("the review of " + a.name);
        tried(m, may, "open the review of " + a.name + (officer == null ? "" : " with " + officer.name() + " as case officer"),
                text("insert into hub.case_file (partnership_id, id, panel_id, reference, subject, opened_on) values (?, ?, ?, '', ?, hub.today())", a.board.at().id(), id, a.board.id(), a.name),
                text("select from access.open_review(?, ?, ?)", a.id, id, officer == null ? null : officer.id()));
        if (may) {
            opened(a, new CaseFile(id, a.board, "the review of " + a.name), officer);
            meetings.list(at, a.review);
        }
        return may;
    }

    private void opened(Application a, CaseFile f, Member officer) {
        world.files.add(f);
        a.review = f;
        var person = new Person(world.id("the victim of " + a.name), f, null, Told.names(a.victim().get(0), a.victim().get(1)));
        world.persons.add(person);
        drawn("person", person.id, text("case_id = ?", f.id()));
        conflicts.goOver(a);
        if (officer != null && !rule().barred(officer, f)) {
            var place = cases.place(officer, f, "CASE_OFFICER");
            write("update hub.case_team set id = ? where case_id = ?", place.id(), f.id());
        }
    }
}
