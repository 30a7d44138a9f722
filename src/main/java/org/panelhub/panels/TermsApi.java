package org.panelhub.panels;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.page.DateBoxes;
import org.panelhub.page.Errors;
import org.panelhub.page.Given;
import org.panelhub.page.Idempotency;
import org.panelhub.page.Invalid;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The terms of reference of a panel. Read by every member, written by the administrator. */
@Path("/api/panels/{id}/terms")
@Authenticated
@Transactional
public class TermsApi {

    private static final Pattern ROW = Pattern.compile("(section|part)([A-Z][a-z]+)-(\\d+)");

    private final Permissions permissions;
    private final Panels panels;
    private final TermsEditions editions;
    private final Idempotency idempotency;

    TermsApi(Permissions permissions, Panels panels, TermsEditions editions, Idempotency idempotency) {
        this.permissions = permissions;
        this.panels = panels;
        this.editions = editions;
        this.idempotency = idempotency;
    }

    /** A section of every agenda: LAST_ACTIONS, OPENING, CASES, OTHER_BUSINESS, or NOTE for an item of the panel's own. */
    public record SectionIn(String kind, String title, Integer minutes) {
    }

    /** A part of the minutes, such as PRESENT or DECISION, and its heading. */
    public record PartIn(String part, String heading) {
    }

    /**
     * Terms to begin. Sections and parts stand in their order; a part that is not named is left out.
     *
     * @param from the first day
     * @param subjects of PERSON, HOUSEHOLD, PLACE and GROUP
     * @param called what one of them is called
     * @param gate NONE, MEDIUM or HIGH
     * @param adjournments how a decision begins that only puts a case off; the usual word where there are none
     */
    public record NewTerms(LocalDate from, List<String> subjects, String called, String gate, List<SectionIn> sections, List<String> outcomes, List<String> adjournments, List<PartIn> minutes) {

        TermsForm form() {
            var kind = new ArrayList<String>();
            var place = new ArrayList<String>();
            var title = new ArrayList<String>();
            var minutesOf = new ArrayList<String>();
            for (var section : sections == null ? List.<SectionIn>of() : sections) {
                kind.add(section == null ? "" : section.kind);
                place.add(Integer.toString(kind.size()));
                title.add(section == null ? "" : section.title);
                minutesOf.add(section == null || section.minutes == null ? "" : section.minutes.toString());
            }
            var part = new ArrayList<String>();
            var partPlace = new ArrayList<String>();
            var heading = new ArrayList<String>();
            for (var each : minutes == null ? List.<PartIn>of() : minutes) {
                part.add(each == null ? "" : each.part);
                partPlace.add(Integer.toString(part.size()));
                heading.add(each == null ? "" : each.heading);
            }
            var first = DateBoxes.of(from);
            return new TermsForm(first.day(), first.month(), first.year(), subjects, called, gate, kind, place, title, minutesOf, lines(outcomes == null ? List.of() : outcomes),
                    lines(adjournments == null ? TermsOfReference.ANY.adjournments() : adjournments),
                    part, partPlace, heading, null);
        }

        private static String lines(List<String> each) {
            return String.join("\n", each.stream().map(o -> o == null ? "" : o).toList());
        }
    }

    /** Terms with their days. {@code until} is their last day, or null. */
    public record TermsJson(UUID id, LocalDate from, LocalDate until, TermsOfReference terms) {
        static TermsJson of(TermsView t) {
            return new TermsJson(t.id(), t.during().from(), t.during().last(), t.terms());
        }
    }

    /** All that the panel had and will have, newest first. */
    @GET
    public List<TermsJson> all(@RestPath UUID id) {
        panels.byId(id);
        return editions.of(id).stream().map(TermsJson::of).toList();
    }

    @GET
    @Path("{terms}")
    public TermsJson one(@RestPath UUID id, @RestPath UUID terms) {
        return all(id).stream().filter(t -> t.id().equals(terms)).findFirst().orElseThrow(() -> new NotFound("terms", terms));
    }

    /** Begins terms on their first day, in place of those that stood then. */
    @POST
    public Response agree(@RestPath UUID id, @RestHeader(Idempotency.HEADER) String key, NewTerms input) {
        panels.byId(id);
        permissions.require(Permission.SET_UP);
        return idempotency.created(key, "/api/panels/" + id + "/terms", input, () -> agreed(id, Given.the(input)), made -> one(id, made));
    }

    /** What is wrong is named by the fields of the document. */
    private UUID agreed(UUID id, NewTerms input) {
        try {
            return panels.agree(id, input.form());
        } catch (Invalid invalid) {
            var named = new Errors();
            invalid.errors().all().forEach(e -> named.add(named(e.field()), e.message()));
            throw new Invalid(named);
        }
    }

    private static String named(String field) {
        var row = ROW.matcher(field);
        return !row.matches() ? field
                : (row.group(1).equals("section") ? "sections[" : "minutes[") + (Integer.parseInt(row.group(3)) - 1) + "]." + (row.group(2).equals("Place") ? row.group(1).equals("section") ? "kind" : "part" : row.group(2).toLowerCase(Locale.ROOT));
    }
}
