package org.panelhub.access.model;

import org.panelhub.access.model.Applications.Appeal;
import org.panelhub.access.model.Applications.Application;
import org.panelhub.access.model.Applications.Interview;
import org.panelhub.access.model.World.Member;

/** An applicant who is not satisfied, and whoever looks at it again. */
final class AppealDeeds extends Statements.Of {

    AppealDeeds(World world, Statements statements) {
        super(world, statements);
    }

    private ApplicationRule rule() {
        return new ApplicationRule(world);
    }

    /** By the applicant, without an account. */
    void ask(Application a, String about) {
        var x = new Appeal(world.id("the appeal of " + a.name), a, about, null);
        asService("community trigger", text("select from access.trigger_ask_appeal(model.reference(?::uuid), ?, ?, 'x', null, ?)", a.id.toString(), a.code(), about, x.id));
        asked(x);
    }

    boolean keyIn(Member m, Application a, String about) {
        boolean may = rule().mayHandle(m, a);
        var x = new Appeal(world.id("the appeal of " + a.name), a, about, m);
        tried(m, may, "key in the appeal of " + a.name,
                text("insert into hub.trigger_appeal (partnership_id, id, trigger_id, panel_id, about, words, received_how, asked_on, entered_by) values (?, ?, ?, ?, ?, 'x', 'TELEPHONE', hub.today(), ?)", a.board.at().id(), x.id, a.id, a.board.id(),
                        about, m.id()));
        if (may) {
            asked(x);
        }
        return may;
    }

    private void asked(Appeal x) {
        world.applications.appeals.add(x);
        world.applications.happened(world, x.of, "APPEALED", x.enteredBy);
    }

    /** The file of a review, where there is one, is opened to the reviewer, and closed to whoever was it before. */
    boolean name(Member m, Appeal x, Member reviewer) {
        boolean may = rule().mayName(m, x, reviewer);
        tried(m, may, "name " + reviewer.name() + " reviewer of " + world.name(x.id), text("update hub.trigger_appeal set reviewer_id = ?, named_by = ?, named_at = hub.now() where id = ?", reviewer.id(), m.id(), x.id));
        if (may) {
            closeFile(x);
            x.reviewer = reviewer;
            x.namedBy = m;
            openFile(x);
        }
        return may;
    }

    /** Also of a review that is opened while an appeal runs. */
    void openFile(Appeal x) {
        var f = x.of.review;
        if (f == null || x.reviewer == null || world.reviews.stream().anyMatch(r -> r.member == x.reviewer && r.file == f && !r.concluded)) {
            return;
        }
        var r = new World.Review(world.id("review by " + x.reviewer.name()), x.reviewer, f);
        world.reviews.add(r);
        write("update hub.appeal_review set id = ? where case_id = ? and member_id = ? and outcome is null", r.id, f.id(), x.reviewer.id());
    }

    private void closeFile(Appeal x) {
        world.reviews.stream().filter(r -> r.file == x.of.review && r.member == x.reviewer).forEach(r -> r.concluded = true);
    }

    boolean interview(Member m, Appeal x) {
        boolean may = rule().mayDecide(m, x);
        var i = new Interview(world.id("what was said about " + world.name(x.id)), x, m);
        tried(m, may, "note what was said about " + world.name(x.id),
                text("insert into hub.trigger_interview (partnership_id, id, appeal_id, trigger_id, panel_id, whom, on_day, note, by) values (?, ?, ?, ?, ?, 'CHAIR', hub.today(), 'x', ?)", x.of.board.at().id(), i.id(), x.id, x.of.id, x.of.board.id(),
                        m.id()));
        if (may) {
            world.applications.interviews.add(i);
        }
        return may;
    }

    /** With the outcome the reviewer’s sight ends. */
    boolean decide(Member m, Appeal x) {
        boolean may = rule().mayDecide(m, x);
        tried(m, may, "decide " + world.name(x.id), text("update hub.trigger_appeal set outcome = 'PARTLY', outcome_words = 'x', outcome_on = hub.today(), outcome_by = ? where id = ?", m.id(), x.id));
        if (may) {
            closeFile(x);
            x.ended = true;
            world.applications.happened(world, x.of, "APPEAL_DECIDED", m);
        }
        return may;
    }
}
