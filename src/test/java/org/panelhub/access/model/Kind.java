package org.panelhub.access.model;

import java.util.Locale;

import org.panelhub.access.model.World.Meeting;

/** Everything that may happen in a partnership and has a bearing on who sees what, each told in a sentence; empty when it cannot happen just then. */
enum Kind {

    SIGN(3, MemberSteps::sign),
    WITHDRAW_SIGNATURE(3, MemberSteps::withdrawSignature),
    NEW_EDITION(1, MemberSteps::newEdition),
    SEAT(5, MemberSteps::seat),
    END_SEAT(3, MemberSteps::endSeat),
    NAME_DEPUTY(2, MemberSteps::nameDeputy),
    CONFIRM_DEPUTY(2, MemberSteps::confirmDeputy),
    END_DEPUTY(1, MemberSteps::endDeputy),
    UNDERTAKE(4, MemberSteps::undertake),
    LAPSE(2, MemberSteps::lapse),
    OFFICE(2, MemberSteps::office),
    ACCOUNT(1, MemberSteps::account),

    REFER(3, CaseSteps::refer),
    TRIAGE(4, CaseSteps::triage),
    CLOSE(1, CaseSteps::close),
    SEAL(2, CaseSteps::seal),
    ADMIT(2, CaseSteps::admit),
    TAKE_OFF(1, CaseSteps::takeOff),
    TEAM(4, CaseSteps::team),
    END_TEAM(2, CaseSteps::endTeam),
    REVIEW(2, CaseSteps::review),
    CONCLUDE(1, CaseSteps::conclude),
    EMERGENCY(3, CaseSteps::emergency),
    END_EMERGENCY(1, CaseSteps::endEmergency),

    TELL_WHO_ONE_IS(4, ConflictSteps::tellWhoOneIs),
    TELL_WHOM_ONE_KNOWS(3, ConflictSteps::tellWhomOneKnows),
    TAKE_BACK(1, ConflictSteps::takeBack),
    NEW_PERSON(2, ConflictSteps::newPerson),
    BETTER_KNOWN(2, ConflictSteps::betterKnown),
    BAR(2, ConflictSteps::bar),
    LIFT(2, ConflictSteps::lift),

    ENTER_ITEM(3, InformationSteps::enterItem),
    RELEASE(9, InformationSteps::release),
    PROLONG(2, InformationSteps::prolong),
    WIDEN(2, InformationSteps::widen),
    WITHDRAW_RELEASE(3, InformationSteps::withdrawRelease),
    CONSENT_WITHDRAWN(2, InformationSteps::consentWithdrawn),
    EXPIRE(2, InformationSteps::expire),
    WITHHOLD(2, InformationSteps::withhold),
    CODE(2, InformationSteps::code),
    GRADE(1, InformationSteps::grade),
    ASK(2, InformationSteps::ask),
    ANSWER(1, InformationSteps::answer),
    GIVE_OUTSIDE(1, InformationSteps::giveOutside),
    SAY(2, InformationSteps::say),

    GUEST(4, MeetingSteps::guest),
    END_GUEST(1, MeetingSteps::endGuest),
    OBSERVER(2, MeetingSteps::observer),
    DECLARE(6, MeetingSteps::declare),
    MEETING(4, MeetingSteps::meeting),
    MINUTES(2, MeetingSteps::minutes),
    PARAGRAPH(2, MeetingSteps::paragraph),
    ACTION(2, MeetingSteps::action),
    PLAN(1, MeetingSteps::plan),

    OFFER(2, AgreedSteps::offer),
    ANSWER_OFFER(2, AgreedSteps::answerOffer),
    ASK_FOR_LATER(1, AgreedSteps::askForLater),
    ANSWER_LATER(1, AgreedSteps::answerLater),
    ESCALATE(2, AgreedSteps::escalate),
    APPROVE(1, AgreedSteps::approve),
    HAND_OVER(2, AgreedSteps::handOver),
    ANSWER_HAND_OVER(2, AgreedSteps::answerHandOver),

    APPLY(2, ApplicationSteps::apply),
    KEY_IN(2, ApplicationSteps::keyIn),
    APPLICANT_WRITES(2, ApplicationSteps::applicantWrites),
    ANSWER_APPLICANT(2, ApplicationSteps::answer),
    NOTE(2, ApplicationSteps::note),
    DECIDE(4, ApplicationSteps::decide),
    OPEN_REVIEW(6, ApplicationSteps::openReview),
    RECOMMEND(1, ApplicationSteps::recommend),
    CLOSE_APPLICATION(1, ApplicationSteps::close),
    PUT_ASIDE(2, ApplicationSteps::putAside),
    GUEST_OF_REVIEW(3, ApplicationSteps::guest),
    APPEAL(4, AppealSteps::ask),
    NAME_REVIEWER(5, AppealSteps::name),
    DECIDE_APPEAL(3, AppealSteps::decide),

    TIME(5, MeetingSteps::time),
    HOURS(2, MeetingSteps::hours);

    private interface Happening {
        String happen(Deeds d, Choice c);
    }

    /** How often it happens, beside the others. */
    final int weight;
    private final Happening happening;

    Kind(int weight, Happening happening) {
        this.weight = weight;
        this.happening = happening;
    }

    /** Does it, and tells it in a sentence without a full stop; empty when there is nothing to do it to. What the hub finds by itself follows. */
    String happen(Deeds d, Choice c) {
        var told = happening.happen(d, c);
        d.conflicts.find();
        return told;
    }

    static String name(World.Member m) {
        return m.name();
    }

    static String words(String role) {
        return role.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String recipient(Object to) {
        return switch (to) {
            case World.Panel p -> p.name();
            case World.Agency a -> a.name();
            case World.Member m -> m.name();
            case Meeting g -> "those present at " + g.name;
            default -> throw new IllegalArgumentException(to.toString());
        };
    }
}
