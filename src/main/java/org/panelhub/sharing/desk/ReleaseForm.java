package org.panelhub.sharing.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Choice;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.sharing.Consent;
import org.panelhub.sharing.DisclosureView;
import org.panelhub.sharing.Recipient;
import org.panelhub.sharing.Release;

import io.quarkus.qute.TemplateData;

/** A release as typed: one form for one or several items. */
@TemplateData
public record ReleaseForm(@RestForm List<String> items, @RestForm String toPanel, @RestForm List<String> agencies, @RestForm List<String> members, @RestForm String necessity,
        @RestForm String proportionality, @RestForm String consent, @RestForm String consentReason, @RestForm String told, @RestForm String notTold, @RestForm("until-day") String day,
        @RestForm("until-month") String month, @RestForm("until-year") String year, @RestForm String onward, @RestForm String preview) {

    private static final int LONGEST_REASON = 1000;
    private static final String ASK = "ask";
    private static final String FREELY = "freely";
    static final List<Choice> ONWARD = List.of(Choice.of(ASK, "Only with our yes, asked for each time"), Choice.of(FREELY, "Without asking, as the protocol allows; in evidence only with our yes"));

    /**
     * To begin with: to the whole panel with the offered sentences, and what was recorded of the person with the agency's last release on the case.
     *
     * @param toPanel false where an item may go to named recipients only
     * @param last null where the agency has released nothing on the case
     */
    static ReleaseForm offered(List<String> items, boolean toPanel, DisclosureView last, LocalDate until) {
        var date = DateBoxes.of(until);
        // A consent that was withdrawn since is not offered as given.
        var known = last != null && last.consentWithdrawnOn() == null;
        return new ReleaseForm(items, toPanel ? "yes" : null, List.of(), List.of(), Release.NECESSITY, Release.PROPORTIONALITY, known ? last.consent().name() : null, known ? last.consentReason() : "",
                known ? last.subjectTold() ? "yes" : "no" : null, known ? last.notToldReason() : "", date.day(), date.month(), date.year(), ASK, null);
    }

    public DateBoxes until() {
        return new DateBoxes(day, month, year);
    }

    /** Whether it goes to some by name, so that these are shown. */
    public boolean isNamed() {
        return toPanel == null || !ids(agencies).isEmpty() || !ids(members).isEmpty();
    }

    /** What stands where it is folded away: the last day and onward use. */
    public boolean isOpen(Errors errors) {
        return errors.of("until") != null || FREELY.equals(onward);
    }

    boolean previewOnly() {
        return preview != null;
    }

    List<UUID> itemIds() {
        return ids(items);
    }

    List<Recipient> recipients(UUID panelId) {
        var to = new ArrayList<Recipient>();
        if (toPanel != null) {
            to.add(Recipient.panel(panelId));
        }
        ids(agencies).forEach(id -> to.add(Recipient.agency(id)));
        ids(members).forEach(id -> to.add(Recipient.member(id)));
        return to;
    }

    /** What was typed, or what is wrong with it. {@code release} is null when anything is. */
    record Checked(Release release, Errors errors) {
    }

    Checked check(UUID panelId, LocalDate today) {
        var check = new Field.Check();
        check.that(!itemIds().isEmpty(), "items", "Choose at least one item");
        var to = recipients(panelId);
        check.that(!to.isEmpty(), "toPanel", "Choose to whom it is released");
        var needed = check.text("necessity", "Why it is necessary", necessity, LONGEST_REASON, true);
        var proportionate = check.text("proportionality", "Why it is proportionate", proportionality, LONGEST_REASON, true);
        var chosen = check.choice("consent", "Say whether the person consented", consent, Consent.class, true);
        var reason = check.text("consentReason", "Reason for going on without consent", consentReason, LONGEST_REASON, chosen.isPresent() && chosen.get() != Consent.GIVEN);
        check.that("yes".equals(told) || "no".equals(told), "told", "Say whether the person was told");
        var why = check.text("notTold", "Reason why the person was not told", notTold, LONGEST_REASON, "no".equals(told));
        check.that(onward == null || onward.equals(ASK) || onward.equals(FREELY), "onward", "Choose whether it may be used further without asking");
        var date = check.date("until", "Last day of the release", until(), true);
        check.that(date == null || !date.isBefore(today), "until", "Last day of the release must not be in the past");
        return check.errors().any() ? new Checked(null, check.errors())
                : new Checked(new Release(to, needed, proportionate, chosen.orElseThrow(), reason, "yes".equals(told), why, date, FREELY.equals(onward)), check.errors());
    }

    /** Anything that is no id was not offered, and is dropped. */
    static List<UUID> ids(List<String> typed) {
        var ids = new ArrayList<UUID>();
        for (var each : typed == null ? List.<String>of() : typed) {
            try {
                ids.add(UUID.fromString(each));
            } catch (IllegalArgumentException e) {
                continue;
            }
        }
        return ids;
    }
}
