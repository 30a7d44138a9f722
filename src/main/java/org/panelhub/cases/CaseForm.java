package org.panelhub.cases;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Drafts;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;

import io.quarkus.qute.TemplateData;

/** The profile of a case as typed. {@code version} is the one that was read; another one saved since is shown beside what was typed. */
@TemplateData
public record CaseForm(@RestForm String subject, @RestForm String category, @RestForm String summary, @RestForm String version) {

    static final int LONGEST_SUMMARY = 20_000;

    static CaseForm of(CaseFile file) {
        return new CaseForm(file.subject(), file.category(), file.summary(), Integer.toString(file.version()));
    }

    static CaseForm of(Drafts.Draft draft) {
        return new CaseForm(draft.text("subject"), draft.text("category"), draft.text("summary"), draft.text("version"));
    }

    Errors validate() {
        var check = new Field.Check();
        check.text("subject", "Name of the case", subject, 200, true);
        check.text("category", "Kind of behaviour", category, 200, false);
        check.text("summary", "Summary", summary, LONGEST_SUMMARY, false);
        return check.errors();
    }

    boolean readAt(int current) {
        return Integer.toString(current).equals(version);
    }
}
