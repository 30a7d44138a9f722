package org.panelhub.oversight;

import java.time.Instant;
import java.util.UUID;

import org.panelhub.audit.RecordWords;
import org.panelhub.page.Words;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.qute.TemplateData;

/**
 * One entry of the record, for who may search it.
 *
 * @param key names the entry in an address
 * @param name of the member; null when the hub itself acted, or nobody who is known
 * @param capacity from which seat or office
 * @param caseReference null when it is about no case
 * @param about the agency whose information it is, or null
 * @param failed the condition that refused
 * @param detail whether before and after can be read
 * @param erased whether they were erased by a decision
 */
@TemplateData
public record RecordLine(String key, Instant at, String name, String agency, String service, String capacity, String act, String kind, @JsonIgnore String subject, String caseReference, String about,
        String failed, String decision, boolean detail, boolean erased) {

    record Row(Instant at, String key, UUID memberId, String name, String agency, String service, String capacity, String act, String kind, String subject, String reference, String about, String failed,
            String decision, Boolean detail, Boolean erased) {

        RecordLine line() {
            return new RecordLine(EntryKey.text(at, key), at, name, agency, service, capacity, act, kind, subject, reference, about, failed, decision, detail, erased);
        }
    }

    @JsonIgnore
    public String who() {
        return name != null ? name : service != null ? "The hub’s own work: " + RecordWords.service(service) : agency != null ? "A former member" : "Somebody without an account";
    }

    /** "Looked at information". */
    @JsonProperty("words")
    public String what() {
        return act.startsWith("SIGNED") ? Act.of(act) : Act.of(act) + (act.equals("REFUSED") ? ": " : " ") + RecordWords.kind(kind);
    }

    /** What was asked for, where there was nothing to be named by a case. */
    @JsonIgnore
    public String asked() {
        return act.equals("REFUSED") && subject != null && caseReference == null && (subject.startsWith("/") || subject.length() < 20) ? subject : "";
    }

    @JsonIgnore
    public String why() {
        return failed == null ? "" : Words.upper(failed);
    }
}
