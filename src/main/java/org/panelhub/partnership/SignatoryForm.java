package org.panelhub.partnership;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** A signatory as typed. {@code relevantAuthority} is "yes", "no" or not said. */
@TemplateData
public record SignatoryForm(@RestForm String name, @RestForm String sector, @RestForm String relevantAuthority, @RestForm Integer version) {

    static final int LONGEST_NAME = 200;

    static SignatoryForm empty() {
        return new SignatoryForm("", "", "", null);
    }

    static SignatoryForm of(SignatoryView view) {
        return new SignatoryForm(view.name(), view.sector().name(), view.relevantAuthority() ? "yes" : "no", view.version());
    }

    Errors validate() {
        var check = new Field.Check();
        check.text("name", "Name", name, LONGEST_NAME, true);
        check.choice("sector", "Choose a sector", sector, Sector.class, true);
        check.that("yes".equals(relevantAuthority) || "no".equals(relevantAuthority), "relevantAuthority", "Say whether it is a relevant authority");
        return check.errors();
    }
}
