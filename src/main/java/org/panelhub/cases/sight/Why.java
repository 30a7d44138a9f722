package org.panelhub.cases.sight;

import java.util.List;

import io.quarkus.qute.TemplateData;

/**
 * Why a member sees a case or a piece of information, or does not: condition by condition, and what they come to.
 *
 * @param who "you", or the member's name
 * @param what "the case RV-7K4QM", or "this information"
 * @param sees null where the asker may not know whether the case is open to the member
 */
@TemplateData
public record Why(String who, String what, Boolean sees, List<Condition> conditions) {

    /** One condition in plain words, and whether it holds. */
    @TemplateData
    public record Condition(boolean holds, String words) {
    }

    /** "Lena Fischer can see the case RV-7K4QM." */
    public String verdict() {
        var named = Character.toUpperCase(who.charAt(0)) + who.substring(1);
        return sees == null ? "Whether " + named + " sees " + what + " depends on the case too, which is not yours to ask about." : named + (sees ? " can see " : " cannot see ") + what + ".";
    }
}
