package org.panelhub.trigger.scheme;

import java.util.List;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

/**
 * How applications are taken, as typed.
 *
 * @param area the word for the area in public addresses
 * @param open {@code "true"} where the public may apply on the hub's pages
 * @param version the one that was read; null where there was none
 */
public record SchemeForm(@RestForm String board, @RestForm String area, @RestForm String areaName, @RestForm String open, @RestForm String team, @RestForm String telephone, @RestForm String hours,
        @RestForm String email, @RestForm String address, @RestForm String exitTo, @RestForm String privacy, @RestForm String furtherBody, @RestForm String furtherContact, @RestForm Integer version) {

    private static final String USUAL_EXIT = "https://www.bbc.co.uk/weather";

    static SchemeForm empty(List<String> boards, String partnership) {
        return new SchemeForm(boards.size() == 1 ? boards.getFirst() : "", "", partnership, "", "", "", "", "", "", USUAL_EXIT, "", "", "", null);
    }

    public boolean opens() {
        return "true".equals(open);
    }

    Errors validate(List<String> boards) {
        var check = new Field.Check();
        check.that(board != null && boards.contains(board), "board", "Choose the board that reviews");
        check.text("area", "Word in the address", area, 42, true);
        check.that(Field.clean(area).isEmpty() || Field.clean(area).matches("[a-z][a-z0-9-]{1,40}"), "area", "Word in the address must be small letters, digits and hyphens, like riverside");
        check.text("areaName", "Name of the area", areaName, 100, true);
        check.text("team", "Team", team, 120, opens());
        check.text("telephone", "Telephone", telephone, 40, false);
        check.that(Field.clean(telephone).isEmpty() || Field.clean(telephone).matches("[+()\\d .-]{6,40}"), "telephone", "Enter a telephone number, like 020 7946 0000");
        check.text("hours", "When the telephone is answered", hours, 200, false);
        check.email("email", "Email", email, false);
        check.text("address", "Address", address, 400, false);
        // Who cannot use the pages, or has no internet, applies otherwise (statutory guidance: in several ways, not only in writing).
        check.that(!opens() || !Field.clean(telephone).isEmpty(), "telephone", "Enter a telephone number: not everybody can apply on a page");
        check.that(Field.clean(exitTo).matches("https://[^\\s\"'<>]{4,300}"), "exitTo", "Enter a whole address that begins with https://");
        check.text("privacy", "What to add to the privacy notice", privacy, 8000, false);
        check.text("furtherBody", "Who hears of it after the appeal", furtherBody, 200, false);
        check.text("furtherContact", "How to reach them", furtherContact, 400, false);
        return check.errors();
    }
}
