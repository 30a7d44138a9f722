package org.panelhub.protocols;

import java.time.LocalDate;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.DateBoxes;

import io.quarkus.qute.TemplateData;

/** A signature as typed. */
@TemplateData
public record SignatureForm(@RestForm String signatory, @RestForm String signedBy, @RestForm String designatedOfficer, @RestForm String deputyOfficer,
        @RestForm String designatedMember, @RestForm String deputyMember,
        @RestForm("from-day") String fromDay, @RestForm("from-month") String fromMonth, @RestForm("from-year") String fromYear) {

    static SignatureForm of(String signatory, String signedBy, String designatedOfficer, String deputyOfficer, String designatedMember, String deputyMember, LocalDate from) {
        var first = DateBoxes.of(from);
        return new SignatureForm(signatory, signedBy, designatedOfficer, deputyOfficer, designatedMember, deputyMember, first.day(), first.month(), first.year());
    }

    OfficersForm officers() {
        return new OfficersForm(designatedOfficer, designatedMember, deputyOfficer, deputyMember, null);
    }

    public DateBoxes from() {
        return new DateBoxes(fromDay, fromMonth, fromYear);
    }
}
