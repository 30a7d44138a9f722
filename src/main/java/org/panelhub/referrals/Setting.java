package org.panelhub.referrals;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.panelhub.panels.SubjectKind;
import org.panelhub.risk.Instrument;

/**
 * What a referral is read against.
 *
 * @param subject what it is about: a place and a group have no consent and no assessment
 * @param instrument null when the partnership has none
 * @param decidedOutside the agency has no senior officer with an account: the decision is typed with the referral
 * @param agencies that may be named as referrer of a referral that is keyed in
 */
record Setting(SubjectKind subject, LocalDate today, OffsetDateTime now, Instrument instrument, boolean keyedIn, boolean decidedOutside, Set<UUID> agencies) {

    List<Step> steps() {
        return Stream.of(Step.values()).filter(step -> switch (step) {
            case RECEIPT -> keyedIn;
            case PERSON, ADDRESS, CONTACT, HOUSEHOLD, CONSENT -> subject.ofPerson();
            case PLACE -> subject == SubjectKind.PLACE;
            case GROUP -> subject == SubjectKind.GROUP;
            case ASSESSMENT, JUDGEMENT -> subject.ofPerson() && instrument != null;
            case DECISION -> keyedIn || decidedOutside;
            default -> true;
        }).toList();
    }

    /** A form on paper may come without an assessment, or without a senior officer's name. */
    boolean optional(Step step) {
        return keyedIn && (step == Step.ASSESSMENT || step == Step.JUDGEMENT || step == Step.DECISION);
    }
}
