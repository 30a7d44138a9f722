package org.panelhub.notify;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/** Why a mail could not be sent, in words that an administrator can act on. */
final class MailTrouble {

    private MailTrouble() {
    }

    static String inWords(Throwable trouble) {
        for (var cause = trouble; cause != null; cause = cause.getCause()) {
            var says = String.valueOf(cause.getMessage());
            if (cause instanceof ConnectException || says.contains("Connection refused") || says.contains("Connection was closed")) {
                return "The mail server did not answer.";
            }
            if (cause instanceof UnknownHostException || says.contains("Failed to resolve")) {
                return "The mail server was not found under its name.";
            }
            if (cause instanceof TimeoutException || says.contains("timed out") || cause.getClass().getSimpleName().contains("Timeout")) {
                return "The mail server took too long to answer.";
            }
            if (says.contains("535") || says.toLowerCase().contains("authentication")) {
                return "The mail server did not accept the hub’s name and password.";
            }
            if (says.contains("recipient") || says.contains("RCPT")) {
                return "The mail server did not accept the recipient’s address. It said: " + says;
            }
        }
        return "The mail server did not take it. It said: " + trouble.getMessage();
    }
}
