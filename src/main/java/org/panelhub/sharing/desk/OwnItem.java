package org.panelhub.sharing.desk;

import java.util.List;

import org.panelhub.sharing.Consent;
import org.panelhub.sharing.DisclosureView;
import org.panelhub.sharing.Grading;
import org.panelhub.sharing.ItemState;
import org.panelhub.sharing.ItemView;

import io.quarkus.qute.TemplateData;

/**
 * An item of the viewer's own agency with what was decided about it.
 *
 * @param withheldBecause null unless it is withheld
 * @param grading of its source; null where it was not graded, or for whoever may not know
 * @param mayEnter whether the viewer may change it
 * @param mayRelease whether the viewer may release, withhold or withdraw it
 */
@TemplateData
public record OwnItem(ItemView item, List<DisclosureView> disclosures, String withheldBecause, Grading grading, boolean mayEnter, boolean mayRelease) {

    public boolean prepared() {
        return item.state() == ItemState.PREPARED || item.state() == ItemState.WITHDRAWN;
    }

    public boolean released() {
        return item.state() == ItemState.RELEASED;
    }

    public boolean withheld() {
        return item.state() == ItemState.WITHHELD;
    }

    public List<DisclosureView> standing() {
        return disclosures.stream().filter(d -> !d.withdrawn()).toList();
    }

    /** Released, but the last day of every release has passed: nobody else sees it. */
    public boolean lapsed() {
        return released() && disclosures.stream().noneMatch(DisclosureView::inForce);
    }

    /** Whether a release of it was made with a consent that stands. */
    public boolean restsOnConsent() {
        return disclosures.stream().anyMatch(d -> d.inForce() && d.consent() == Consent.GIVEN && d.consentWithdrawnOn() == null);
    }

    public String stateText() {
        return lapsed() ? "Release ended" : item.state().label();
    }

    public String stateColour() {
        return lapsed() ? "grey" : item.state().colour();
    }
}
