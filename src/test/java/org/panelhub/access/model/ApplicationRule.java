package org.panelhub.access.model;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.panelhub.access.model.Applications.Appeal;
import org.panelhub.access.model.Applications.Application;
import org.panelhub.access.model.Applications.Row;
import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Member;

/** Who may see, and who may do, what of applications for a case review: from the sentences of {@code docs/access.md}, and not from the policies. */
final class ApplicationRule extends Grounds {

    private static final Set<String> RELEVANT = Set.of("COUNCIL", "POLICE", "HEALTH", "HOUSING");

    private final Applications it;

    ApplicationRule(World world) {
        super(world);
        it = world.applications;
    }

    Set<UUID> sees(Member m, Table table) {
        return switch (table) {
            case TRIGGER -> ids(it.all, a -> sees(m, a), a -> a.id);
            case TRIGGER_APPLICANT -> ids(it.all, a -> reaches(m, a), a -> a.id);
            case TRIGGER_COMPLAINT, TRIGGER_EVENT, TRIGGER_ASKING, TRIGGER_DECISION, TRIGGER_RECOMMENDATION -> ids(it.rows, r -> r.table() == table && sees(m, r.of()), Row::id);
            case TRIGGER_MESSAGE -> ids(it.rows, r -> r.table() == table && readsWhatIsWritten(m, r.of()), Row::id);
            case TRIGGER_APPEAL -> ids(it.appeals, x -> readsWhatIsWritten(m, x.of), x -> x.id);
            case TRIGGER_INTERVIEW -> ids(it.interviews, i -> !shut(m, i.appeal().of) && (i.by() == m && decides(m, i.appeal().of) || i.appeal().ended && handles(m, i.appeal().of)), i -> i.id());
            case TRIGGER_BAR -> ids(it.bars, b -> b.of.review == null && !shut(m, b.of) && chairs(m, b.of.board), b -> b.id);
            default -> throw new IllegalArgumentException(table.name());
        };
    }

    // What comes before everything else: the partnership, a conflict of interest, and bar and seal of the review.

    boolean barred(Member m, Application a) {
        return it.bars.stream().anyMatch(b -> !b.lifted && b.of == a && b.member == m);
    }

    private boolean shut(Member m, Application a) {
        return outside(m, a.board) || barred(m, a) || shut(m, a.review);
    }

    // The grounds. Answering for applications: standing as coordinator or SPOC. Deciding an appeal: until the outcome, while the agency's signature stands or the member itself has signed.

    private boolean handles(Member m, Application a) {
        return standing(m, a.board, "COORDINATOR", "SPOC");
    }

    boolean decides(Member m, Application a) {
        return bound(m, a.board) && it.running(a).stream().anyMatch(x -> x.reviewer == m);
    }

    private boolean manages(Member m, CaseFile f) {
        return f != null && team(m, f) && onTeam(m, f, "CASE_MANAGER", "CASE_OFFICER");
    }

    /** Before there is a review it concerns nobody else; from then on it is worked on as a case is. */
    boolean sees(Member m, Application a) {
        return !shut(m, a) && (handles(m, a) || decides(m, a) || a.review != null && sees(m, a.review));
    }

    private boolean reaches(Member m, Application a) {
        return !shut(m, a) && (handles(m, a) || manages(m, a.review) || a.review != null && standing(m, a.board, "COORDINATOR", "VICTIM_REPRESENTATIVE"));
    }

    /** What an applicant writes, also about those who handle it: not the whole board and its guests. */
    private boolean readsWhatIsWritten(Member m, Application a) {
        return !shut(m, a) && (handles(m, a) || decides(m, a) || manages(m, a.review) || a.review != null && reviews(m, a.review));
    }

    // What may be done.

    /** Keyed in, in one's own name. */
    boolean mayKeyIn(Member m, World.Panel board) {
        return standing(m, board, "COORDINATOR", "SPOC");
    }

    /** Answered, noted, decided, asked, moved on. */
    boolean mayHandle(Member m, Application a) {
        return !shut(m, a) && handles(m, a) && (a.review == null || !onlyReads(m, a.review));
    }

    /** To a case that one sees by a review or an emergency alone nothing is written. A seal that only an emergency passes leaves no other ground. */
    private boolean onlyReads(Member m, CaseFile f) {
        var byList = !world.sealed.contains(f) || world.admissions.stream().anyMatch(t -> t.member() == m && t.file() == f);
        return (reviews(m, f) || emergency(m, f)) && !(byList && (standing(m, f.panel()) || team(m, f) || guest(m, f)));
    }

    boolean mayOpenReview(Member m, Application a, Member officer) {
        return mayHandle(m, a) && a.state.equals("MET") && a.review == null && (officer == null || mayTake(officer, a));
    }

    /** A case officer: with a seat on the board or of a body that signed for it, and no conflict of interest. */
    private boolean mayTake(Member m, Application a) {
        return !shut(m, a) && (standing(m, a.board) || signed(m.agency(), a.board));
    }

    boolean mayPutAside(Member m, Applications.Bar b) {
        return !b.lifted && b.of.review == null && !shut(m, b.of) && chairs(m, b.of.board);
    }

    boolean mayRecommend(Member m, Application a) {
        return mayHandle(m, a) && a.review != null;
    }

    boolean mayName(Member m, Appeal x, Member reviewer) {
        return !x.ended && mayHandle(m, x.of) && mayDecide(reviewer, x.of);
    }

    /** Of what came of it, and what was said: its reviewer, once. */
    boolean mayDecide(Member m, Appeal x) {
        return !x.ended && x.reviewer == m && !shut(m, x.of) && decides(m, x.of);
    }

    /** A senior officer of a relevant body, bound by a signature or by its own undertaking, who could read it and had no part in it. */
    private boolean mayDecide(Member m, Application a) {
        return m.agency() != null && RELEVANT.contains(m.agency().body().sector()) && holds(m, "SENIOR_OFFICER") && bound(m, a.board) && !shut(m, a) && !hadAPart(m, a);
    }

    private boolean hadAPart(Member m, Application a) {
        return a.enteredBy == m || it.rows.stream().anyMatch(r -> r.of() == a && r.by() == m) || it.bars.stream().anyMatch(b -> b.of == a && (b.member == m || b.decidedBy == m))
                || it.appeals.stream().anyMatch(x -> x.of == a && (x.enteredBy == m || x.reviewer == m || x.namedBy == m)) || it.interviews.stream().anyMatch(i -> i.appeal().of == a && i.by() == m)
                || onTheBoard(m, a)
                || a.review != null && hadAPart(m, a.review);
    }

    /** Since it came; a seat that was given and ended on one day counts whenever that was. */
    private boolean onTheBoard(Member m, Application a) {
        return world.seats.stream().anyMatch(s -> s.member() == m && s.panel() == a.board && (s.days().until > a.receivedOn || s.days().until <= s.days().from));
    }

    /** On its team, a guest, at a meeting that took it, in what was written, shared or done about it, or kept from it. */
    private boolean hadAPart(Member m, CaseFile f) {
        return world.bars.stream().anyMatch(b -> b.member == m && b.file == f) || world.places.stream().anyMatch(t -> t.member() == m && t.file() == f)
                || world.attendances.stream().anyMatch(g -> g.member == m && g.file == f)
                || world.agenda.stream().anyMatch(i -> i.file() == f && (signedFor(m, i.meeting(), "MEETING", "MINUTES") || world.attendances.stream().anyMatch(g -> g.member == m && g.meeting == i.meeting() && g.present)))
                || world.items.stream().anyMatch(i -> i.file == f && i.author == m) || world.releases.stream().anyMatch(r -> r.item.file == f && (r.member == m || r.item.author == m))
                || world.actions.stream().anyMatch(x -> x.file == f && (x.ownerMember == m || writes(m))) || world.plans.stream().anyMatch(p -> p.file() == f && writes(m));
    }

    /** In whose name actions and plans are written here. */
    private boolean writes(Member m) {
        return m == world.members.getFirst();
    }

    /** What its applicant is shown, without an account: how it stands, what happened, what both sides wrote, and which appeals were asked for. Nothing about anybody else. */
    String isTold(Application a) {
        var events = it.rows.stream().filter(r -> r.of() == a && r.table() == Table.TRIGGER_EVENT).map(Row::says).distinct().sorted().toList();
        var messages = it.rows.stream().filter(r -> r.of() == a && r.table() == Table.TRIGGER_MESSAGE).map(Row::says).sorted().toList();
        var appeals = it.appeals.stream().filter(x -> x.of == a).map(x -> x.about + (x.ended ? " ended" : " runs")).sorted().toList();
        boolean untold = List.of("MET", "NOT_MET").contains(a.state) && !events.contains("DECISION_TOLD");
        return (untold ? "RECEIVED" : a.state) + ": " + String.join("; ", List.of(String.join(",", events), String.join(",", messages), String.join(",", appeals)));
    }
}
