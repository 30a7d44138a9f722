package org.panelhub.sharing.desk;

import java.util.List;
import java.util.UUID;

import org.panelhub.access.Permission;
import org.panelhub.sharing.DisclosureView;
import org.panelhub.sharing.Disclosures;
import org.panelhub.sharing.Grading;
import org.panelhub.sharing.Gradings;
import org.panelhub.sharing.ItemView;
import org.panelhub.sharing.Items;

import jakarta.enterprise.context.ApplicationScoped;

/** Lays an agency's own items out with what was decided about each. */
@ApplicationScoped
public class Desk {

    private final Items items;
    private final Disclosures disclosures;
    private final Gradings gradings;

    Desk(Items items, Disclosures disclosures, Gradings gradings) {
        this.items = items;
        this.disclosures = disclosures;
        this.gradings = gradings;
    }

    List<OwnItem> own(UUID caseId) {
        var made = disclosures.ownIn(caseId);
        var withheld = items.withheldIn(caseId);
        return items.own(caseId).stream().map(i -> laid(i, made.stream().filter(d -> d.itemId().equals(i.id())).toList(), withheld.get(i.id()), null)).toList();
    }

    OwnItem own(ItemView item) {
        return laid(item, disclosures.of(item.id()), items.withheldIn(item.caseId()).get(item.id()), gradings.of(item).orElse(null));
    }

    private OwnItem laid(ItemView item, List<DisclosureView> made, String withheldBecause, Grading grading) {
        if (withheldBecause != null) {
            items.reasonShown(item);
        }
        return new OwnItem(item, made, withheldBecause, grading, items.mayChangeOwn(Permission.ENTER_INFORMATION, item), items.mayChangeOwn(Permission.RELEASE_INFORMATION, item));
    }
}
