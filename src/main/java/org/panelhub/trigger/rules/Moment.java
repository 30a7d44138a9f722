package org.panelhub.trigger.rules;

/** What happens to an application and sets clocks going, in the order in which it usually does. Each but the first is what a {@link Stage} ends with. */
public enum Moment {
    /** The day on which the application was received, in whatever way: not that of typing it in. */
    RECEIPT("receipt"),
    CONTACT("the first contact"),
    /** The applicant was told whether the threshold is met. */
    DECISION("the threshold decision"),
    /** The board reviewed the case. */
    MEETING("the review"),
    OUTCOME("telling the outcome"),
    PLAN("the carrying out of the plan"),
    /** The letter against which one may appeal went out: the resolution letter; where the threshold is not met, the letter that says so. */
    LETTER("the letter"),
    APPEAL("the appeal"),
    ANSWER("the answer to the appeal");

    private final String words;

    Moment(String words) {
        this.words = words;
    }

    /** To follow "after". */
    public String words() {
        return words;
    }
}
