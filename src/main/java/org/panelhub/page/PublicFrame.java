package org.panelhub.page;

import io.quarkus.qute.TemplateExtension;

/** Addresses that the frame of public pages leads to. In templates: {@code {public:exit}}. */
@TemplateExtension(namespace = "public")
final class PublicFrame {

    private PublicFrame() {
    }

    /** Where <em>Exit this page</em> leads while no area is chosen. */
    static String exit() {
        return PublicPaths.EXIT;
    }

    static String root() {
        return PublicPaths.ROOT;
    }

    static String safeDevice() {
        return PublicPaths.ROOT + "/safe-device";
    }
}
