package org.panelhub.trigger.apply;

import org.panelhub.page.PublicArea;
import org.panelhub.page.PublicPaths;

import io.quarkus.qute.TemplateData;

/**
 * What a partnership that takes applications publishes of itself.
 *
 * @param key stands in public addresses
 * @param exitTo where <em>Exit this page</em> leads
 * @param furtherBody the local policing body that hears of an application after its appeal (the 2014 Act, Schedule 4 paragraph 3)
 * @param open whether it takes applications
 */
@TemplateData
public record Area(String key, String name, String partnership, String team, String telephone, String hours, String email, String address, String exitTo, String privacy, String furtherBody, String furtherContact, boolean open) {

    /** What the frame of its pages says of it. */
    public PublicArea frame() {
        return new PublicArea(name, PublicPaths.ROOT, PublicPaths.EXIT + "/" + key, PublicPaths.ROOT + "/privacy/" + key, team, telephone, email);
    }
}
