package org.panelhub.protocols;

import java.util.UUID;

import io.quarkus.qute.TemplateData;

/**
 * Who answers for a signatory in all that concerns the protocol: the designated officer and the deputy, by name, and by account where they
 * have one. With an account they are told by mail what waits for them, and may withdraw the signature themselves.
 *
 * @param designatedMember null without an account
 * @param deputy "" for none
 * @param deputyMember null without an account
 */
@TemplateData
public record Officers(String designated, UUID designatedMember, String deputy, UUID deputyMember) {

    public boolean include(UUID memberId) {
        return memberId.equals(designatedMember) || memberId.equals(deputyMember);
    }
}
