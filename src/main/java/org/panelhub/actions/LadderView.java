package org.panelhub.actions;

import java.util.ArrayList;
import java.util.List;

import org.panelhub.page.Words;
import org.panelhub.time.DateRange;

import io.quarkus.qute.TemplateData;

/** A ladder as it is shown. Days are working days after the action was due; null where the rung is left out. */
@TemplateData
public record LadderView(DateRange during, Integer owner, Integer officer, Integer chair, Integer lead) {

    /** "the owner after 1 working day", rung by rung. */
    public List<String> rungs() {
        var all = new ArrayList<String>();
        add(all, "the owner", owner);
        add(all, "the designated officer and the deputy", officer);
        add(all, "the chair", chair);
        add(all, "the partnership lead", lead);
        return all;
    }

    private static void add(List<String> all, String who, Integer days) {
        if (days != null) {
            all.add(Words.upper(who) + (days == 0 ? " on the first day after" : " when it is " + Words.count(days.longValue(), "working day") + " late"));
        }
    }
}
