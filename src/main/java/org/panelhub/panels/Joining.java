package org.panelhub.panels;

import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/**
 * An agency that usually sits on such a panel and is to join the partnership with it.
 *
 * @param index its place among those that are missing
 * @param usual as the preset names it, which is also how it is called for short
 * @param name by which it is known here
 * @param body the id of the signatory whose service it is, {@link PanelAgencies#OWN_BODY}, or empty when it is left out
 */
@TemplateData
public record Joining(int index, Preset.Expected usual, String name, String body) {

    /** The field of its name in a form. */
    public String field() {
        return "called-" + index;
    }

    boolean leftOut() {
        return body.isEmpty();
    }

    /** As someone typed it; what was not sent stays as it was. */
    Joining typed(String typedName, String chosenBody) {
        return new Joining(index, usual, typedName == null ? name : Field.clean(typedName), chosenBody == null ? body : chosenBody);
    }
}
