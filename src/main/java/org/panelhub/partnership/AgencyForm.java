package org.panelhub.partnership;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** An agency as typed. Its signatory is chosen once, when it is added. */
@TemplateData
public record AgencyForm(@RestForm String signatory, @RestForm String name, @RestForm String shortName, @RestForm String kind, @RestForm Integer version) {

    static final int LONGEST_SHORT_NAME = 40;

    static AgencyForm empty(String signatory) {
        return new AgencyForm(signatory, "", "", "", null);
    }

    static AgencyForm of(AgencyView view) {
        return new AgencyForm(view.signatoryId().toString(), view.name(), view.shortName(), view.kind(), view.version());
    }

    Errors validate() {
        var check = new Field.Check();
        check.text("name", "Name", name, SignatoryForm.LONGEST_NAME, true);
        check.text("shortName", "Short name", shortName, LONGEST_SHORT_NAME, true);
        check.choice("kind", "Choose a kind of service", kind, Service.class, true);
        return check.errors();
    }
}
