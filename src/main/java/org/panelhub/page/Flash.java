package org.panelhub.page;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.qute.TemplateData;

/**
 * A message that survives one redirect: said by the POST, shown by the page that follows, then gone. It travels in a short-lived
 * cookie that only the hub can read or write, so it may not hold more than one short sentence.
 *
 * <pre>
 * flash.done("The referral is with the coordinator.");
 * return Response.seeOther(URI.create("/referrals")).build();
 * </pre>
 */
@RequestScoped
public class Flash {

    private Message said;
    private Message received;
    private boolean taken;

    /** @param success whether it reports something done, rather than something to know */
    @TemplateData
    public record Message(boolean success, String text) {
    }

    /** Something was done. */
    public void done(String sentence) {
        said = new Message(true, sentence);
    }

    /** Something to know that is no error. */
    public void note(String sentence) {
        said = new Message(false, sentence);
    }

    Message take() {
        taken = true;
        return received;
    }

    void receive(Message message) {
        received = message;
    }

    Message said() {
        return said;
    }

    boolean wasTaken() {
        return taken && received != null;
    }
}
