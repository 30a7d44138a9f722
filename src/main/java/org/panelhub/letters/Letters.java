package org.panelhub.letters;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.cases.Cases;
import org.panelhub.identity.Viewer;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Dates;
import org.panelhub.panels.Panels;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;

/** The written notice that a case closes: made from our words and the case, edited by whoever answers for it, recorded as sent. */
@ApplicationScoped
class Letters implements PanacheRepositoryBase<Letter, UUID> {

    /** Where a panel has said none: [Lambeth 3.4]. */

    private final Exits exits;
    private final Cases cases;
    private final Panels panels;
    private final LetterCheck check;
    private final Viewers viewers;
    private final Permissions permissions;

    Letters(Exits exits, Cases cases, Panels panels, LetterCheck check, Viewers viewers, Permissions permissions) {
        this.exits = exits;
        this.cases = cases;
        this.panels = panels;
        this.check = check;
        this.viewers = viewers;
        this.permissions = permissions;
    }

    /** The letter of an exit, if it has been written. */
    Optional<Letter> of(CaseExit exit) {
        return find("caseId = ?1 and kind = ?2 and madeAt >= ?3", Sort.descending("madeAt"), exit.caseId(), Letter.Kind.CLOSING_NOTICE, exit.proposedAt()).firstResultOptional();
    }

    /**
     * Writes the notice as if it were sent today.
     *
     * @throws ExitRefused before a senior officer has signed off
     */
    Letter draft(String reference, int version) {
        var file = cases.byReference(reference);
        permissions.require(Permission.WRITE_LETTER, file.panelId(), file.id());
        var exit = exits.underWay(file, version);
        if (exit.signedOffAt() == null) {
            throw new ExitRefused("letter", "A senior officer signs off first");
        }
        var before = of(exit);
        if (before.isPresent() && before.get().sentOn() != null) {
            throw new ExitRefused("letter", "The letter has been sent");
        }
        if (before.isPresent()) {
            // Somebody has begun it: what stands in it is not written over.
            return before.get();
        }
        var viewer = viewers.current();
        var addressee = addressee(file.id());
        var days = noticeDays(file.panelId(), viewer.today());
        var contact = contact(file.id(), viewer);
        var body = ExitPages.Templates.closingNotice(addressee, file.reference(), Dates.day(viewer.today().plusDays(days)), days, exit.reason().inLetter(), contact, viewer.name(),
                viewer.agencyOrNone(), viewer.partnership()).render().strip();
        var letter = new Letter(exit, viewer.partnershipId(), addressee, body, viewer.memberId(), viewer.now());
        persist(letter);
        return letter;
    }

    /** @throws ExitRefused when it has been sent, was changed since, or says what a letter must not */
    void write(UUID id, int version, String body) {
        var letter = editable(id, version);
        check.of(letter.caseId(), body).ifPresent(wrong -> {
            throw new ExitRefused("body", wrong);
        });
        letter.write(body);
    }

    /**
     * Records that it was sent: the notice runs from that day, and the case is closing.
     *
     * @param unknownIsSafe whether the sender has made sure that writing is safe where the hub does not know it
     * @throws ExitRefused when it is not safe to write, or the letter gives another day
     */
    void send(UUID id, int version, LocalDate on, Way how, boolean unknownIsSafe) {
        var letter = editable(id, version);
        var viewer = viewers.current();
        var exit = exits.standing(letter.caseId()).filter(e -> e.signedOffAt() != null).orElseThrow(() -> new ExitRefused("sent", "A senior officer signs off first"));
        if (on.isAfter(viewer.today())) {
            throw new ExitRefused("sent", "The day it was sent must be today or earlier");
        }
        if (on.isBefore(Dates.date(exit.signedOffAt()))) {
            throw new ExitRefused("sent", "The day it was sent must not be before the sign-off on " + Dates.day(exit.signedOffAt()));
        }
        refuseUnsafe(letter.caseId(), how, unknownIsSafe);
        var closesOn = on.plusDays(noticeDays(letter.panelId(), on));
        check.of(letter.caseId(), letter.body()).or(() -> LetterCheck.notice(letter.body(), closesOn)).ifPresent(wrong -> {
            throw new ExitRefused("sent", wrong);
        });
        letter.sent(on, how);
        exit.announce(on, closesOn);
        cases.byId(letter.caseId()).beginClosing();
    }

    /** @throws NotFound when there is no such letter, or not for this viewer */
    Letter byId(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("letter", id));
    }

    private Letter editable(UUID id, int version) {
        var letter = byId(id);
        permissions.require(Permission.WRITE_LETTER, letter.panelId(), letter.caseId());
        if (letter.sentOn() != null) {
            throw new ExitRefused("body", "The letter has been sent and can no longer be changed");
        }
        if (letter.version() != version) {
            throw new ExitRefused("version", "Someone else has changed the letter in the meantime");
        }
        return letter;
    }

    /** Paper and mail are read by whoever is at home. */
    private void refuseUnsafe(UUID caseId, Way how, boolean unknownIsSafe) {
        if (how == Way.BY_HAND) {
            return;
        }
        switch (safeToWrite(caseId)) {
            case "YES" -> { }
            case "NO" -> throw new ExitRefused("how", "It is not safe to write to this person. Hand the letter over in person, where it is safe.");
            default -> {
                if (!unknownIsSafe) {
                    throw new ExitRefused("safe", "Nobody has said whether it is safe to write to this person. Make sure, and say so.");
                }
            }
        }
    }

    String safeToWrite(UUID caseId) {
        return getSession().createNativeQuery("""
                select s.safe_to_write from hub.safe_contact s join hub.person p on p.id = s.person_id and p.part = 'VICTIM' where s.case_id = ?1
                 order by case s.safe_to_write when 'NO' then 1 when 'UNKNOWN' then 2 else 3 end limit 1""", String.class).setParameter(1, caseId).uniqueResultOptional().orElse("UNKNOWN");
    }

    int noticeDays(UUID panelId, LocalDate day) {
        return panels.figuresOn(panelId, day).noticeDays();
    }

    private String addressee(UUID caseId) {
        return getSession().createNativeQuery("select given_names || ' ' || family_name from hub.person where case_id = ?1 and part = 'VICTIM' order by id limit 1", String.class)
                .setParameter(1, caseId).uniqueResultOptional().orElseThrow(() -> new ExitRefused("letter", "The case names no person to write to"));
    }

    /** The case manager is the person's single contact; where none is named, whoever writes. */
    private String contact(UUID caseId, Viewer viewer) {
        return getSession().createNativeQuery("""
                select m.name || coalesce(', ' || a.name, '') from hub.case_team t join hub.member m on m.id = t.member_id left join hub.agency a on a.id = m.agency_id
                 where t.case_id = ?1 and t.role = 'CASE_MANAGER' and t.during @> hub.today()""", String.class).setParameter(1, caseId).uniqueResultOptional()
                .orElse(viewer.name() + ", " + viewer.agencyOrNone());
    }
}
