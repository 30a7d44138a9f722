package org.panelhub.protocols;

import java.util.List;
import java.util.UUID;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Field;
import org.panelhub.partnership.AgencyView;
import org.panelhub.partnership.MemberView;

import io.quarkus.qute.TemplateData;

/** Who answers for a signatory, as typed. The accounts are ids, "" for none. */
@TemplateData
public record OfficersForm(@RestForm String designatedOfficer, @RestForm String designatedMember, @RestForm String deputyOfficer, @RestForm String deputyMember, @RestForm Integer version) {

    private static final int LONGEST_NAME = 200;

    static OfficersForm of(SignatureView signature) {
        var officers = signature.officers();
        return new OfficersForm(officers.designated(), text(officers.designatedMember()), officers.deputy(), text(officers.deputyMember()), signature.version());
    }

    private static String text(UUID id) {
        return id == null ? "" : id.toString();
    }

    /** Accounts must be of the signatory's own agencies: nobody else answers for it. */
    Officers read(Field.Check check, UUID signatoryId, List<MemberView> members, List<AgencyView> agencies) {
        var officer = check.text("designatedOfficer", "Designated officer", designatedOfficer, LONGEST_NAME, true);
        var account = account(check, "designatedMember", designatedMember, signatoryId, members, agencies);
        var deputy = check.text("deputyOfficer", "Deputy", deputyOfficer, LONGEST_NAME, false);
        var deputyAccount = account(check, "deputyMember", deputyMember, signatoryId, members, agencies);
        check.that(deputyAccount == null || !deputy.isEmpty(), "deputyOfficer", "Enter the deputy whose account this is");
        check.that(deputyAccount == null || !deputyAccount.equals(account), "deputyMember", "The deputy must be somebody else");
        return new Officers(officer, account, deputy, deputyAccount);
    }

    private static UUID account(Field.Check check, String field, String typed, UUID signatoryId, List<MemberView> members, List<AgencyView> agencies) {
        var id = Field.clean(typed);
        if (id.isEmpty() || signatoryId == null) {
            return null;
        }
        var found = members.stream().filter(m -> m.active() && m.id().toString().equals(id))
                .filter(m -> agencies.stream().anyMatch(a -> a.id().equals(m.agencyId()) && a.signatoryId().equals(signatoryId))).findFirst();
        check.that(found.isPresent(), field, "Choose an account of one of the signatory’s own agencies");
        return found.map(MemberView::id).orElse(null);
    }
}
