package org.panelhub.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.Words;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The short list of what an information lead looks at twice, of the last thirty days. It accuses nobody: a busy day looks like this too. The figures are the partnership's own,
 * from the day they were set.
 */
@ApplicationScoped
public class WorthALook {

    private final Session database;
    private final Permissions permissions;

    WorthALook(Session database, Permissions permissions) {
        this.database = database;
        this.permissions = permissions;
    }

    /** @param since the day from which they hold, or null while nobody has set any */
    @TemplateData
    public record Figures(int refusals, int refusalDays, int cases, int casesMinutes, int exports, int barredDays, LocalDate since) {
    }

    /**
     * @param search the query by which the record shows the looks themselves
     */
    @TemplateData
    public record Sight(String title, String name, String agency, String words, Instant since, Instant until, String search) {
    }

    record Row(String what, UUID memberId, String name, String agency, Long many, Instant since, Instant until, String reference) {
    }

    Figures figures() {
        permissions.require(Permission.SEE_RECORD);
        return database.createNativeQuery("select refusals, refusal_days, cases, cases_minutes, exports, barred_days, since from access.watch_figures()", Figures.class).getSingleResult();
    }

    void set(Figures figures) {
        permissions.require(Permission.SEE_RECORD);
        database.createNativeQuery("select cast(access.set_watch_figures(:r, :rd, :c, :cm, :e, :b) as text)", String.class).setParameter("r", figures.refusals).setParameter("rd", figures.refusalDays)
                .setParameter("c", figures.cases).setParameter("cm", figures.casesMinutes).setParameter("e", figures.exports).setParameter("b", figures.barredDays).getResultList();
    }

    List<Sight> now() {
        var figures = figures();
        return database.createNativeQuery("""
                select w.what, w.member_id, m.name, a.short_name, w.many, w.since, w.until, w.reference
                  from access.worth_a_look() w left join hub.member m on m.id = w.member_id left join hub.agency a on a.id = w.agency_id order by w.until desc, w.what, m.name""", Row.class)
                .getResultStream().map(row -> sight(row, figures)).toList();
    }

    private static Sight sight(Row row, Figures figures) {
        var person = row.memberId == null ? "" : "person=" + row.memberId;
        return switch (row.what) {
            case "REFUSALS" -> new Sight("Many refusals", row.name, row.agency, Words.count(row.many, "refusal") + " within " + Words.count((long) figures.refusalDays, "day"), row.since, row.until, person + "&act=REFUSED");
            case "CASES" -> new Sight("Very many cases in a short time", row.name, row.agency, Words.count(row.many, "case") + " opened one by one within " + Words.count((long) figures.casesMinutes, "minute"), row.since,
                    row.until, person + "&act=LOOKED");
            case "EXPORTS" -> new Sight("Much taken out", row.name, row.agency, Words.count(row.many, "file") + " within a day", row.since, row.until, person + "&act=TOOK_OUT");
            default -> new Sight("Looked, and was then shut out", row.name, row.agency, Words.count(row.many, "look") + " at " + row.reference + " before a conflict of interest shut it", row.since, row.until,
                    person + "&case=" + row.reference);
        };
    }
}
