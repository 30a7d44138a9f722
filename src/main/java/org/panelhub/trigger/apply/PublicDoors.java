package org.panelhub.trigger.apply;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.hibernate.Session;
import org.panelhub.access.HubService;
import org.panelhub.letters.LetterView;
import org.panelhub.page.Dates;
import org.panelhub.time.HubClock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.TemplateData;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** The doors of the database for people without an account; each its own transaction, under the name of the service, whoever is signed in beside. */
@ApplicationScoped
class PublicDoors {

    private static final int TRIES = 5;

    private final Session rows;
    private final HubClock clock;
    private final ObjectMapper json;

    PublicDoors(Session rows, HubClock clock, ObjectMapper json) {
        this.rows = rows;
        this.clock = clock;
        this.json = json;
    }

    /** What somebody has typed so far, for which area. */
    record Draft(String area, Answers answers, int version) {
    }

    /** An application as its applicant may see it. */
    @TemplateData
    record Followed(String area, String reference, LocalDate receivedOn, String state, List<Event> events, List<Message> messages, List<Letter> letters, LocalDateTime meeting) {

        /** When those who review it meet; null where it did not ask to speak, or no agenda with its review is published. */
        public String meets() {
            return meeting == null ? null : Dates.full(meeting.toLocalDate()) + " at " + Dates.clock(meeting.toLocalTime());
        }

        /** Whether it may still be taken back. */
        public boolean open() {
            return state.equals("RECEIVED") || state.equals("MET");
        }

        /** The plan on which the applicant is asked; empty where none was sent, or nothing is planned any more. */
        public Optional<Letter> plan() {
            return state.equals("MET") ? letters.stream().filter(l -> l.kind.equals("PLAN")).reduce((before, after) -> after) : Optional.empty();
        }

        /** Whether the applicant has said what it thinks of a plan. */
        public boolean answeredPlan() {
            return messages.stream().anyMatch(m -> m.kind.equals("PLAN"));
        }

        /** Whether an appeal is being looked at. */
        public boolean appealing() {
            return last("APPEALED") > last("APPEAL_DECIDED");
        }

        /** Whether something was decided since the last appeal was, that one may ask to have checked too. */
        boolean toldSinceAppeal() {
            return Math.max(last("LETTER_SENT"), last("DECISION_TOLD")) > Math.max(last("APPEALED"), last("APPEAL_DECIDED"));
        }

        private int last(String kind) {
            return events.stream().map(Event::kind).toList().lastIndexOf(kind);
        }
    }

    @TemplateData
    record Event(String kind, String stage, LocalDate on, String told) {
    }

    @TemplateData
    record Message(boolean fromApplicant, String kind, String body, OffsetDateTime at) {
    }

    /** A letter that was sent, to be read again. */
    @TemplateData
    record Letter(String kind, String title, String body, LocalDate sentOn, String language) {

        public String sent() {
            return Dates.day(sentOn);
        }

        public List<LetterView.Part> parts() {
            return LetterView.parts(body);
        }
    }

    record Kept(String area, String typed, int version) {
    }

    LocalDate today() {
        return HubService.as(Areas.SERVICE, clock::now).toLocalDate();
    }

    /** Whether the area takes applications. */
    boolean begin(String area, Code code) {
        return HubService.as(Areas.SERVICE, () -> rows.createNativeQuery("select access.trigger_draft_begin(?1, ?2, cast(?3 as jsonb))", Boolean.class).setParameter(1, area).setParameter(2, code.hash())
                .setParameter(3, written(Answers.none())).getSingleResult());
    }

    Optional<Draft> draft(Code code) {
        return HubService.as(Areas.SERVICE, () -> kept(code).map(k -> new Draft(k.area, read(k.typed, Answers.class), k.version)));
    }

    /** Changed as it stands now: what was typed on another page in the meantime stays. Empty where no draft stands under the code. */
    Optional<Answers> change(Code code, UnaryOperator<Answers> change) {
        for (int n = 0; n < TRIES; n++) {
            var kept = HubService.as(Areas.SERVICE, () -> kept(code));
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            var next = change.apply(read(kept.get().typed, Answers.class));
            if (HubService.as(Areas.SERVICE, () -> rows.createNativeQuery("select access.trigger_draft_keep(?1, cast(?2 as jsonb), ?3)", Boolean.class).setParameter(1, code.hash()).setParameter(2, written(next))
                    .setParameter(3, kept.get().version).getSingleResult())) {
                return Optional.of(next);
            }
        }
        throw new IllegalStateException("A draft was changed again and again at the same moment");
    }

    /**
     * @param version of the draft that was read back to whoever sends it
     * @return the reference, the same when it is sent again within some minutes; empty where no such draft stands under the code, or its area takes none
     */
    Optional<String> apply(Code code, int version, Filled filled, String subject, String receipt) {
        return Optional.ofNullable(HubService.as(Areas.SERVICE, () -> rows.createNativeQuery("select access.trigger_apply(?1, ?2, cast(?3 as jsonb), ?4, ?5)", String.class).setParameter(1, code.hash())
                .setParameter(2, version).setParameter(3, written(filled)).setParameter(4, subject).setParameter(5, receipt).getSingleResultOrNull()));
    }

    Optional<Followed> follow(String reference, Code code) {
        return Optional.ofNullable(HubService.as(Areas.SERVICE, () -> rows.createNativeQuery("select cast(access.trigger_track(?1, ?2) as text)", String.class).setParameter(1, reference).setParameter(2, code.hash()).getSingleResultOrNull()))
                .map(found -> read(found, Followed.class));
    }

    /** @return whether reference and code are right, and it may still be written so */
    boolean write(String reference, Code code, String kind, String body, UUID once) {
        return HubService.as(Areas.SERVICE, () -> rows.createNativeQuery("select access.trigger_write(?1, ?2, ?3, ?4, ?5)", Boolean.class).setParameter(1, reference).setParameter(2, code.hash())
                .setParameter(3, kind).setParameter(4, body).setParameter(5, once).getSingleResult());
    }

    @Scheduled(every = "{hub.limits.forget-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "forget drafts of the public")
    void forget() {
        HubService.as(Areas.SERVICE, () -> rows.createNativeQuery("select 1 from access.forget_trigger_drafts()", Integer.class).getSingleResult());
    }

    private Optional<Kept> kept(Code code) {
        return rows.createNativeQuery("select area, cast(typed as text), version from access.trigger_draft_of(?1)", Kept.class).setParameter(1, code.hash()).uniqueResultOptional();
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
