package org.panelhub.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.panelhub.demo.MailCatcher.Mail;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The mails that the hub sent in this test run, read as a person would. */
public final class Mails {

    private final String address;

    Mails(String address) {
        this.address = address;
    }

    public List<Mail> all() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String json = client.send(HttpRequest.newBuilder(URI.create(address + "/mails.json")).build(), BodyHandlers.ofString()).body();
            return new ObjectMapper().readValue(json, new TypeReference<List<Mail>>() {
            });
        } catch (IOException e) {
            throw new IllegalStateException("The mail catcher does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public List<Mail> to(String recipient) {
        return all().stream().filter(mail -> mail.to().contains(recipient)).toList();
    }

    /** Waits up to 20 seconds for a mail to this recipient and gives the newest one. */
    public Mail awaitTo(String recipient) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> to(recipient), found -> !found.isEmpty()).getLast();
    }
}
