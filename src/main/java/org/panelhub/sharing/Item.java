package org.panelhub.sharing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * One piece of information on a case, of one originating agency. Nobody outside that agency sees it, or that it exists, before a
 * disclosure releases it.
 */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "item")
public class Item {

    public static final String OFFICIAL = "OFFICIAL";
    public static final String OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE";
    /** Offered with OFFICIAL-SENSITIVE, which is never used without one [Government Security Classifications]. */
    public static final String INSTRUCTION = "For the recipients of this release only; not to be copied or sent on.";

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID caseId;
    private UUID panelId;
    private UUID agencyId;
    private UUID authorId;
    @Enumerated(EnumType.STRING)
    private ItemHow how;
    @Enumerated(EnumType.STRING)
    private Nature nature;
    private LocalDate sourceDate;
    private String body;
    private String marking;
    @Enumerated(EnumType.STRING)
    private HandlingCode handlingCode;
    private String handlingConditions;
    private String handlingInstruction;
    private String sanitisedBy;
    @Enumerated(EnumType.STRING)
    private ItemState state;
    private UUID meetingId;
    private OffsetDateTime madeAt;
    @Version
    private int version;

    protected Item() {
    }

    private Item(UUID partnershipId, UUID caseId, UUID panelId, UUID agencyId, UUID authorId, OffsetDateTime now) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
        this.caseId = caseId;
        this.panelId = panelId;
        this.agencyId = agencyId;
        this.authorId = authorId;
        this.madeAt = now;
    }

    static Item written(UUID partnershipId, UUID caseId, UUID panelId, UUID agencyId, UUID authorId, OffsetDateTime now, Content content) {
        var item = new Item(partnershipId, caseId, panelId, agencyId, authorId, now);
        item.how = ItemHow.WRITTEN;
        item.state = ItemState.PREPARED;
        item.say(content);
        return item;
    }

    /** Spoken at a meeting: the disclosure to those present is made beside it. */
    static Item saidAloud(UUID partnershipId, UUID caseId, UUID panelId, UUID agencyId, UUID typedBy, UUID meetingId, OffsetDateTime now, Content content) {
        var item = new Item(partnershipId, caseId, panelId, agencyId, typedBy, now);
        item.how = ItemHow.SAID_ALOUD;
        item.state = ItemState.RELEASED;
        item.meetingId = meetingId;
        item.say(content);
        return item;
    }

    /**
     * What an item says, and how it may be handled. Of anything but intelligence {@code handlingCode} and {@code grading} are null and
     * {@code sanitisedBy} is empty.
     *
     * @param instruction the handling instruction that goes with OFFICIAL-SENSITIVE, empty with OFFICIAL
     * @param grading stays with the originator, in a table of its own
     */
    public record Content(Nature nature, LocalDate sourceDate, String body, String marking, String instruction, HandlingCode handlingCode, String handlingConditions, String sanitisedBy, Grading grading) {

        /** What is no intelligence, marked OFFICIAL-SENSITIVE. */
        static Content sensitive(Nature nature, LocalDate sourceDate, String body) {
            return new Content(nature, sourceDate, body, OFFICIAL_SENSITIVE, INSTRUCTION, null, "", "", null);
        }
    }

    /** Puts it into words, anew where it stood already: only its agency corrects or marks it. */
    void say(Content content) {
        this.nature = content.nature;
        this.sourceDate = content.sourceDate;
        this.body = content.body;
        this.marking = content.marking;
        this.handlingCode = content.handlingCode;
        this.handlingConditions = content.handlingConditions;
        this.handlingInstruction = content.marking.equals(OFFICIAL) ? "" : content.instruction;
        this.sanitisedBy = content.handlingCode == null ? "" : content.sanitisedBy;
    }

    void release() {
        this.state = ItemState.RELEASED;
    }

    /** @throws NotReleasable when it is out: what others may have read is withdrawn, not withheld */
    void withhold() {
        if (state == ItemState.RELEASED) {
            throw new NotReleasable(Refusal.NOT_NOW, "This item is released. Withdraw it first.");
        }
        this.state = ItemState.WITHHELD;
    }

    /** The last disclosure of it was withdrawn. */
    void withdraw() {
        this.state = ItemState.WITHDRAWN;
    }

    /** Neither released nor withheld for now. */
    void prepareAgain() {
        if (state != ItemState.RELEASED) {
            this.state = ItemState.PREPARED;
        }
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public UUID panelId() {
        return panelId;
    }

    public UUID agencyId() {
        return agencyId;
    }

    public UUID partnershipId() {
        return partnershipId;
    }

    public HandlingCode handlingCode() {
        return handlingCode;
    }

    public String handlingConditions() {
        return handlingConditions;
    }

    String sanitisedBy() {
        return sanitisedBy;
    }

    public ItemState state() {
        return state;
    }

    public int version() {
        return version;
    }
}
