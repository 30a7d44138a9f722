package org.panelhub.minutes;

import org.panelhub.page.Conflict;

/** Somebody else changed the paragraph first. The second writer is shown both texts. */
public class ParagraphChanged extends Conflict {
    private static final long serialVersionUID = 1L;
    private final String saved;
    private final String revision;

    ParagraphChanged(String saved, String revision) {
        super("Somebody else saved first", "Somebody else changed this paragraph after you opened it");
        this.saved = saved;
        this.revision = revision;
    }

    /** The text that stands now. */
    public String saved() {
        return saved;
    }

    public String revision() {
        return revision;
    }
}
