package org.panelhub.page;

import java.util.UUID;

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

    /**
     * @param success whether it reports something done, rather than something to know
     * @param reader the only member who is shown it; null when it was said to nobody in particular
     */
    @TemplateData
    public record Message(boolean success, String text, UUID reader) {
    }

    /** Something was done. */
    public void done(String sentence) {
        said = new Message(true, sentence, null);
    }

    /** Something to know that is no error. */
    public void note(String sentence) {
        said = new Message(false, sentence, null);
    }

    /** What was said to this reader. The browser may be somebody else's by now. */
    Message take(UUID reader) {
        return received == null || received.reader() != null && !received.reader().equals(reader) ? null : received;
    }

    void receive(Message message) {
        received = message;
    }

    Message said() {
        return said;
    }
}
