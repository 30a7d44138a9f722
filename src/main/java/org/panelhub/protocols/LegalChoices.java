package org.panelhub.protocols;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import org.panelhub.partnership.Sector;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The law that agencies of a sector usually rely on, offered and never decided here: what counts is what the partnership writes into its
 * protocol. It is data, in {@code presets/legal-bases.json}.
 */
@ApplicationScoped
public class LegalChoices {

    /** What is offered for each field of a legal basis, the usual one first. */
    @TemplateData
    public record Offer(List<String> purposes, List<String> gateway, List<String> article6, List<String> article9, List<String> dpaPart3, List<String> schedule1,
            List<String> policyDocument, List<String> controllership, List<String> privacyNotice) {
    }

    record Of(List<String> gateway, List<String> article6, List<String> article9, List<String> dpaPart3, List<String> schedule1) {
    }

    record File(List<String> purposes, Map<Sector, Of> sectors, List<String> policyDocument, List<String> controllership, List<String> privacyNotice) {
    }

    private final File file;

    LegalChoices(ObjectMapper json) {
        try (var data = LegalChoices.class.getResourceAsStream("/presets/legal-bases.json")) {
            this.file = json.readValue(data, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The choices of legal bases cannot be read", e);
        }
    }

    public Offer offer(Sector sector) {
        var of = file.sectors().get(sector);
        return new Offer(file.purposes(), of.gateway(), of.article6(), of.article9(), of.dpaPart3(), of.schedule1(), file.policyDocument(), file.controllership(), file.privacyNotice());
    }

    /** A legal basis to begin with. Where the law enforcement part is offered it comes alone: what falls under it does not fall under the UK GDPR. */
    LegalGround usual(Sector sector) {
        var offer = offer(sector);
        var enforcement = sector == Sector.POLICE;
        return new LegalGround(offer.purposes().getFirst(), offer.gateway().getFirst(), enforcement ? null : first(offer.article6()), enforcement ? null : first(offer.article9()),
                enforcement ? first(offer.dpaPart3()) : null, enforcement ? null : first(offer.schedule1()), first(offer.policyDocument()), first(offer.controllership()),
                first(offer.privacyNotice()), true);
    }

    private static String first(List<String> offered) {
        return offered.isEmpty() ? null : offered.getFirst();
    }
}
