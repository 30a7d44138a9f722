package org.panelhub.room;

import org.jboss.resteasy.reactive.RestForm;
import org.panelhub.page.Errors;
import org.panelhub.page.Field;
import org.panelhub.sharing.Nature;

import io.quarkus.qute.TemplateData;

/** Who said it, what was said. */
@TemplateData
public record SayForm(@RestForm String who, @RestForm String nature, @RestForm String said) {

    static final SayForm EMPTY = new SayForm("", Nature.FACT.name(), "");
    private static final int LONGEST = 2000;

    Errors validate() {
        var check = new Field.Check();
        check.that(Ids.is(who), "who", "Choose who said it");
        check.choice("nature", "Choose fact or opinion", nature, Nature.class, true);
        check.text("said", "What was said", said, LONGEST, true);
        return check.errors();
    }
}
