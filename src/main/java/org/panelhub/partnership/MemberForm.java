package org.panelhub.partnership;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** A member as typed. Its agency is chosen once, when it is added; "none" is an independent chair. */
@TemplateData
public record MemberForm(@RestForm String name, @RestForm String jobTitle, @RestForm String agency, @RestForm String email, @RestForm String telephone,
        @RestForm Integer version) {

    /** Sent for a member of no agency. */
    static final String NO_AGENCY = "none";
    private static final int LONGEST_TELEPHONE = 40;

    static MemberForm empty(String agency) {
        return new MemberForm("", "", agency, "", "", null);
    }

    static MemberForm of(MemberSheet sheet) {
        return new MemberForm(sheet.name(), sheet.jobTitle(), sheet.agencyId() == null ? NO_AGENCY : sheet.agencyId().toString(), sheet.email(),
                sheet.telephone(), sheet.version());
    }

    Errors validate() {
        var check = new Field.Check();
        check.text("name", "Name", name, SignatoryForm.LONGEST_NAME, true);
        check.text("jobTitle", "Job title", jobTitle, SignatoryForm.LONGEST_NAME, false);
        check.that(!Field.clean(agency).isEmpty(), "agency", "Choose an agency, or no agency for an independent chair");
        check.email("email", "E-mail address", email, true);
        check.text("telephone", "Telephone number", telephone, LONGEST_TELEPHONE, false);
        return check.errors();
    }
}
