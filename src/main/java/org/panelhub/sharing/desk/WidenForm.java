package org.panelhub.sharing.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.sharing.Recipient;

import io.quarkus.qute.TemplateData;

/** More recipients of a release, with reasons of their own. */
@TemplateData
public record WidenForm(@RestForm String toPanel, @RestForm List<String> agencies, @RestForm List<String> members, @RestForm String necessity, @RestForm String proportionality) {

    private static final int LONGEST_REASON = 1000;

    /** What is necessary for one is not for another: nothing is offered. */
    static final WidenForm EMPTY = new WidenForm(null, List.of(), List.of(), "", "");

    public boolean isPanel() {
        return toPanel != null;
    }

    /** Whether anything was chosen of what is folded away. */
    public boolean isOpen() {
        return isPanel() || !ReleaseForm.ids(members).isEmpty();
    }

    List<Recipient> recipients(UUID panelId) {
        var to = new ArrayList<Recipient>();
        if (toPanel != null) {
            to.add(Recipient.panel(panelId));
        }
        ReleaseForm.ids(agencies).forEach(id -> to.add(Recipient.agency(id)));
        ReleaseForm.ids(members).forEach(id -> to.add(Recipient.member(id)));
        return to;
    }

    Errors check(UUID panelId) {
        var check = new Field.Check();
        check.that(!recipients(panelId).isEmpty(), "agencies", "Choose to whom it is released as well");
        check.text("necessity", "Why they need it", necessity, LONGEST_REASON, true);
        check.text("proportionality", "Why it is proportionate", proportionality, LONGEST_REASON, true);
        return check.errors();
    }
}
