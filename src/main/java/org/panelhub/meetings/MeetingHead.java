package org.panelhub.meetings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.panelhub.page.Dates;

import io.quarkus.qute.TemplateData;

/**
 * A meeting as every seat of its panel may know it: when, where, what without names. Also what its pages show at their top.
 *
 * @param marking of the panel's papers
 * @param declarationText what everyone in the meeting signs
 * @param outOfCycle an emergency meeting, with its reason
 * @param changeReason why it was moved or cancelled, the last time; empty where nobody said
 * @param quorumMissing who was missing for a quorum when it went on without one, for the reason that follows; empty where it did not
 * @param breakSince since when there is a break; null when there is none
 */
@TemplateData
public record MeetingHead(UUID id, UUID panelId, String panel, String panelShort, String marking, String declarationText, Instant startsAt, Integer lengthMinutes, String venue, String onlineLink,
        String orderOfBusiness, LocalDate cutOffOn, LocalDate agendaBy, String stateName, Instant publishedAt, Integer agendaEdition, Instant openedAt, Instant closedAt,
        UUID currentItemId, Instant currentSince, Integer version, Boolean outOfCycle, String outOfCycleReason,
        String changeReason, String quorumMissing, String quorumReason, Instant breakSince) {

    public MeetingState state() {
        return MeetingState.valueOf(stateName);
    }

    public String path() {
        return "/meetings/" + id;
    }

    /** When it is expected to end. */
    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(lengthMinutes));
    }

    public LocalDate day() {
        return startsAt.atZone(Dates.LONDON).toLocalDate();
    }

    public boolean cancelled() {
        return state() == MeetingState.CANCELLED;
    }

    public boolean open() {
        return state() == MeetingState.OPEN;
    }

    public boolean planned() {
        return state() == MeetingState.PLANNED;
    }

    public boolean published() {
        return state() == MeetingState.PUBLISHED;
    }

    /** Still to come, or under way. */
    public boolean ahead() {
        return planned() || published() || open();
    }
}
