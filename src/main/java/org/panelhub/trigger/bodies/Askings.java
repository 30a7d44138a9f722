package org.panelhub.trigger.bodies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.NotFound;
import org.panelhub.identity.Viewers;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Dates;
import org.panelhub.page.Field;
import org.panelhub.page.Ids;
import org.panelhub.page.Invalid;
import org.panelhub.partnership.Agencies;
import org.panelhub.partnership.AgencyView;
import org.panelhub.time.WorkingDays;
import org.panelhub.trigger.Application;
import org.panelhub.trigger.procedure.TriggerArrangements;
import org.panelhub.trigger.rules.StageClock.Light;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;

/** Whom an application makes it necessary to tell, and who was told or asked. */
@ApplicationScoped
class Askings {

    private static final int LONGEST = 2000;

    private final Session rows;
    private final Agencies agencies;
    private final WorkingDays workingDays;
    private final TriggerArrangements procedures;
    private final Viewers viewers;

    Askings(Session rows, Agencies agencies, WorkingDays workingDays, TriggerArrangements procedures, Viewers viewers) {
        this.rows = rows;
        this.agencies = agencies;
        this.workingDays = workingDays;
        this.procedures = procedures;
        this.viewers = viewers;
    }

    /** What is wanted and not on record, and what is on record; what is not done first, the earliest first. */
    List<AskingView> of(Application application) {
        var today = viewers.current().today();
        var kept = rows.createQuery("from Asking a where a.triggerId = ?1 order by a.dueOn, a.id", Asking.class).setParameter(1, application.id()).getResultList();
        var all = new ArrayList<AskingView>();
        wanted(application).stream().filter(w -> kept.stream().noneMatch(k -> k.reason() == w.reason())).map(w -> AskingView.of(w, today)).forEach(all::add);
        kept.stream().map(k -> AskingView.of(k, today)).forEach(all::add);
        all.sort(Comparator.comparing((AskingView v) -> v.light() == Light.DONE).thenComparing(AskingView::due));
        return all;
    }

    private List<Wanted> wanted(Application application) {
        var told = rows.createNativeQuery("select hate, respondent_minor, children, landlord from hub.trigger where id = ?1", Wanted.Told.class).setParameter(1, application.id()).getSingleResult();
        return Wanted.of(told, workingDays.add(application.receivedOn(), procedures.rulesOn(application.receivedOn()).within().tell()), agencies.list());
    }

    Optional<Asking> kept(Application application, String key) {
        return Ids.parse(key).map(id -> rows.find(Asking.class, id)).filter(a -> a.triggerId().equals(application.id()));
    }

    /** What is on record by its own key, or since somebody else recorded what was wanted under this one. Of what is asked by hand there may be any number, and each is new. */
    Optional<Asking> standing(Application application, String key) {
        return kept(application, key).or(() -> wanted(application, key).flatMap(w -> rows.createQuery("from Asking a where a.triggerId = ?1 and a.reason = ?2", Asking.class).setParameter(1, application.id())
                .setParameter(2, w.reason()).setMaxResults(1).uniqueResultOptional()));
    }

    Optional<Wanted> wanted(Application application, String key) {
        return wanted(application).stream().filter(w -> w.reason().name().equalsIgnoreCase(key)).findFirst();
    }

    /** What else may be told or asked by hand. */
    static Optional<Reason> byHand(String key) {
        return List.of(Reason.INFORMATION, Reason.EVICTION, Reason.HOMELESS, Reason.VULNERABLE).stream().filter(r -> r.name().equalsIgnoreCase(key)).findFirst();
    }

    List<Choice> agencies() {
        return agencies.list().stream().map(a -> Choice.of(a.id().toString(), a.name())).toList();
    }

    LocalDate answerBy(Application application) {
        return workingDays.add(viewers.current().today(), procedures.rulesOn(application.receivedOn()).within().answer());
    }

    /**
     * @param key of what is on record or wanted, or the reason of one that is new
     * @throws NotFound when there is none of these
     * @throws Invalid naming the fields to mend
     * @throws OptimisticLockException when somebody else saved since the form was read
     */
    void keep(Application application, String key, AskingForm form) {
        var today = viewers.current().today();
        var kept = standing(application, key);
        var wanted = wanted(application, key);
        var reason = kept.map(Asking::reason).or(() -> wanted.map(Wanted::reason)).or(() -> byHand(key)).orElseThrow(() -> new NotFound("asking", key));
        var check = new Field.Check();
        var agency = agencies.list().stream().filter(a -> a.id().toString().equals(form.agency())).findFirst();
        var outside = check.text("recipient", "Who it is", form.recipient(), 200, false);
        boolean named = kept.isPresent() || wanted.isPresent() || agency.isPresent() || !outside.isEmpty() || !reason.usually().isEmpty();
        check.that(named, "recipient", "Choose an agency, or say who it is");
        check.text("what", "What is said or asked", form.what(), LONGEST, true);
        var how = check.text("how", "How", form.how(), 200, false);
        check.text("answer", "The answer", form.answer(), LONGEST, false);
        var notNeeded = check.text("notNeeded", "Why it is not needed", form.notNeeded(), 500, false);
        var due = check.date("due", "The day by which", form.due(), true);
        var told = past(check, "told", "The day on which it was told", form.told(), application.receivedOn(), today);
        var chased = past(check, "chased", "The day of chasing", form.chased(), told, today);
        var answered = past(check, "answered", "The day of the answer", form.answered(), told, today);
        check.that(due == null || !due.isBefore(application.receivedOn()), "due", "The day must not be before the application was received");
        check.that(chased == null || told != null, "chased", "Say first when it was told or asked");
        check.that(answered == null || told != null, "answered", "Say first when it was told or asked");
        check.that(form.said(form.answer()).isEmpty() || answered != null, "answered", "Enter the day of the answer");
        check.that(reason != Reason.INFORMATION || told == null || !how.isEmpty(), "how", "Say how they were asked: the hub asks nobody itself");
        check.that(told != null || !notNeeded.isEmpty() || reason == Reason.INFORMATION, "told", "Enter the day, or say below why it is not needed");
        Invalid.unless(check.errors());
        if (kept.isPresent() && (form.version() == null || form.version() != kept.get().version())) {
            throw new OptimisticLockException("Someone else saved first");
        }
        var asking = kept.orElseGet(() -> new Asking(viewers.current(), application, reason, wanted.map(Wanted::agencyId).orElseGet(() -> agency.map(AgencyView::id).orElse(null)),
                wanted.map(Wanted::recipient).orElseGet(() -> agency.map(AgencyView::name).orElse(outside.isEmpty() ? reason.usually() : outside))));
        asking.say(form, due, told, chased, answered);
        if (kept.isEmpty()) {
            rows.persist(asking);
        }
        rows.flush();
    }

    private static LocalDate past(Field.Check check, String field, String label, DateBoxes typed, LocalDate notBefore, LocalDate today) {
        var day = check.date(field, label, typed, false);
        check.that(day == null || !day.isAfter(today), field, label + " must be today or earlier");
        check.that(day == null || notBefore == null || !day.isBefore(notBefore), field, label + " must not be before " + Dates.day(notBefore == null ? today : notBefore));
        return day;
    }

}
