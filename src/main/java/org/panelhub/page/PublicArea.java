package org.panelhub.page;

import io.quarkus.qute.TemplateData;

/**
 * What the frame of a public page says of the area whose page it is. Each part but name and home may be missing: a null is not shown.
 *
 * @param name as the public knows it, such as "Safer Riverside"
 * @param home path of the area's first public page
 * @param exit path of the way out of the area ({@link PublicPaths#EXIT}), which ends what the device keeps before it leads elsewhere; anything else is replaced by the general one
 * @param privacy path of the area's privacy notice
 * @param team who helps by telephone or e-mail
 * @param telephone of that team
 * @param email of that team
 */
@TemplateData
public record PublicArea(String name, String home, String exit, String privacy, String team, String telephone, String email) {

    public PublicArea {
        exit = exit == null || !exit.startsWith(PublicPaths.EXIT + "/") ? PublicPaths.EXIT : exit;
    }

    public boolean hasHelp() {
        return said(telephone) || said(email);
    }

    public boolean hasTelephone() {
        return said(telephone);
    }

    public boolean hasEmail() {
        return said(email);
    }

    private static boolean said(String text) {
        return text != null && !text.isBlank();
    }
}
