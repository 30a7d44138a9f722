package org.panelhub.protocols.lapses;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.panelhub.notify.Outbox;
import org.panelhub.notify.Reminding;
import org.panelhub.page.Dates;
import org.panelhub.page.Words;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;

/** Whoever it concerns is told of what lapses, once for each of the reminder days. A day on which no node ran is made up for by the next one. */
@ApplicationScoped
class LapseReminders implements Reminding {

    private final Session database;
    private final Outbox outbox;
    private final URI hub;

    LapseReminders(Session database, Outbox outbox, @ConfigProperty(name = "hub.url") URI hub) {
        this.database = database;
        this.outbox = outbox;
        this.hub = hub;
    }

    @CheckedTemplate(basePath = "protocols")
    static class Templates {
        static native TemplateInstance lapse(String what, String then, String address);
    }

    /** @param days which of the reminder days has come; -1 for a review that is overdue */
    record Lapsing(UUID partnershipId, UUID memberId, String about, UUID subject, String title, LocalDate lastDay, Integer days, Long unsigned, Boolean followed) {
    }

    /** Also on a Sunday, since something may lapse on one. Of what ends today or tomorrow everybody is told, whatever they chose. */
    @Override
    public void remind(Day day) {
        lapsing().forEach(l -> remind(l, day));
    }

    private List<Lapsing> lapsing() {
        return database.createNativeQuery("select partnership_id, member_id, about, subject, title, last_day, days, unsigned, followed from access.lapsing()", Lapsing.class).getResultList();
    }

    private void remind(Lapsing l, Day on) {
        var title = l.title.replace("://", " ").replaceAll("(?i)www[.]|mailto:", "");
        var day = Dates.day(l.lastDay);
        var kind = LapseKind.valueOf(l.about);
        var overdue = l.days < 0;
        var what = switch (kind) {
            case REVIEW -> overdue ? "The review of a protocol is overdue: " + title + " was to be reviewed by " + day + "." : "A protocol is to be reviewed by " + day + ": " + title + ".";
            case PROTOCOL -> "An edition of a protocol is in force until " + day + ": " + title + ".";
            case SIGNATURE -> "A signature for which you answer, or of your partnership, holds until " + day + ": " + title + ".";
            case UNDERTAKING -> "Your undertaking for a panel holds until " + day + ": " + title + ".";
        };
        var then = switch (kind) {
            case REVIEW -> "It stays in force. Review it, and change its date or make a new edition.";
            case PROTOCOL -> l.followed ? Words.count(l.unsigned, "signatory", "signatories") + " of it " + (l.unsigned == 1 ? "has" : "have") + " not signed the edition that follows, and " + (l.unsigned == 1 ? "loses" : "lose") + " sight of its panels then."
                    : "No edition follows it. From the day after nobody sees a case of the panels that it covers.";
            case SIGNATURE -> "From the day after the signatory’s agencies see no more than what is their own, unless it signs again.";
            case UNDERTAKING -> "From the day after you see no case of that panel. Sign again before: the new one begins when you sign it, so that there is no gap.";
        };
        var subject = switch (kind) {
            case REVIEW -> overdue ? "The review of a protocol is overdue" : "A protocol is to be reviewed";
            case PROTOCOL -> "An edition of a protocol ends";
            case SIGNATURE -> "A signature under a protocol ends";
            case UNDERTAKING -> "Your undertaking ends on " + day;
        };
        var path = kind == LapseKind.UNDERTAKING ? "/undertakings/" + l.subject : kind == LapseKind.SIGNATURE ? "/protocols/calendar" : "/protocols/" + l.subject;
        outbox.remind(l.partnershipId, l.memberId, subject, Templates.lapse(what, then, hub.resolve(path).toString()).render(),
                "lapse " + l.about + " " + l.subject + " " + l.memberId + " " + l.lastDay + " " + l.days,
                kind != LapseKind.REVIEW && !l.lastDay.isAfter(on.today().plusDays(1)));
    }
}
