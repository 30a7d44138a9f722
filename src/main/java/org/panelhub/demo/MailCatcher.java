package org.panelhub.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.panelhub.CannotStart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;

/**
 * Takes the mails that the hub sends, delivers them to nobody, and shows them on a page. Listens on this machine only
 * and keeps nothing when it stops.
 */
public final class MailCatcher implements AutoCloseable {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;)]");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GreenMail smtp;
    private final HttpServer page;

    private MailCatcher(GreenMail smtp, HttpServer page) {
        this.smtp = smtp;
        this.page = page;
    }

    /** One caught mail, as the page and the tests read it. */
    public record Mail(String from, List<String> to, String subject, String sent, String text, List<Attached> attached) {
    }

    /** A file that came with a mail, where it is text. */
    public record Attached(String name, String type, String text) {
    }

    /** Starts on these ports; 0 stands for any free one. */
    public static MailCatcher start(int smtpPort, int pagePort) {
        GreenMail smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        try {
            HttpServer page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), pagePort), 0);
            MailCatcher catcher = new MailCatcher(smtp, page);
            page.createContext("/", catcher::answer);
            page.start();
            return catcher;
        } catch (BindException e) {
            smtp.stop();
            throw new CannotStart("Port " + pagePort + " for the mail page is taken.", e);
        } catch (IOException e) {
            smtp.stop();
            throw new CannotStart("The mail page did not start: " + e.getMessage(), e);
        }
    }

    public int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    /** Where a person reads the mails. */
    public String address() {
        return "http://localhost:" + page.getAddress().getPort();
    }

    @Override
    public void close() {
        page.stop(0);
        smtp.stop();
    }

    private void answer(HttpExchange exchange) throws IOException {
        // The mail library looks for its parts through the thread; tests and dev mode have several class loaders with a copy each.
        Thread.currentThread().setContextClassLoader(MailCatcher.class.getClassLoader());
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            List<Mail> mails = mails();
            if (path.equals("/mails.json")) {
                send(exchange, 200, "application/json", JSON.writeValueAsString(mails));
            } else if (path.equals("/")) {
                send(exchange, 200, "text/html", page("Mails", list(mails)));
            } else if (path.matches("/\\d{1,6}") && Integer.parseInt(path.substring(1)) < mails.size()) {
                send(exchange, 200, "text/html", page("Mail", show(mails.get(Integer.parseInt(path.substring(1))))));
            } else {
                send(exchange, 404, "text/html", page("Not here", "<p>There is no such mail. <a href='/'>All mails</a></p>"));
            }
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    private List<Mail> mails() throws MessagingException, IOException {
        List<Mail> mails = new ArrayList<>();
        for (MimeMessage message : smtp.getReceivedMessages()) {
            List<String> to = new ArrayList<>();
            if (message.getAllRecipients() != null) {
                for (var recipient : message.getAllRecipients()) {
                    to.add(recipient.toString());
                }
            }
            String from = message.getFrom() == null ? "" : message.getFrom()[0].toString();
            Date sent = message.getSentDate();
            String subject = message.getSubject() == null ? "" : message.getSubject();
            List<Part> leaves = leaves(message);
            mails.add(new Mail(from, to, subject, WHEN.format(sent == null ? Instant.EPOCH : sent.toInstant()), text(leaves), attached(leaves)));
        }
        return mails;
    }

    private static String text(List<Part> leaves) throws MessagingException, IOException {
        StringBuilder text = new StringBuilder();
        for (Part leaf : leaves) {
            text.append(leaf.getFileName() != null ? "[attached: " + leaf.getFileName() + "]\n" : leaf.isMimeType("text/*") ? decoded(leaf) : "[" + leaf.getContentType() + "]\n");
        }
        return text.toString();
    }

    private static List<Attached> attached(List<Part> leaves) throws MessagingException, IOException {
        List<Attached> found = new ArrayList<>();
        for (Part leaf : leaves) {
            if (leaf.getFileName() != null) {
                found.add(new Attached(leaf.getFileName(), leaf.getContentType(), leaf.isMimeType("text/*") ? decoded(leaf) : ""));
            }
        }
        return found;
    }

    /** What a mail is made of, in its order. Read as bytes: what turns content into objects is looked up through class loaders, which differ between the demo and the tests. */
    private static List<Part> leaves(Part part) throws MessagingException {
        if (part.getFileName() != null || !part.isMimeType("multipart/*")) {
            return List.of(part);
        }
        List<Part> leaves = new ArrayList<>();
        Multipart many = new MimeMultipart(part.getDataHandler().getDataSource());
        for (int i = 0; i < many.getCount(); i++) {
            leaves.addAll(leaves(many.getBodyPart(i)));
        }
        return leaves;
    }

    private static String decoded(Part part) throws MessagingException, IOException {
        String charset = new ContentType(part.getContentType()).getParameter("charset");
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), charset == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(charset)));
        }
    }

    private static String list(List<Mail> mails) {
        if (mails.isEmpty()) {
            return "<p>The hub has not sent a mail since it started.</p>";
        }
        StringBuilder rows = new StringBuilder("<table><thead><tr><th>To</th><th>Subject</th><th>Sent</th></tr></thead><tbody>");
        for (int i = mails.size() - 1; i >= 0; i--) {
            Mail mail = mails.get(i);
            rows.append("<tr><td>").append(escaped(String.join(", ", mail.to()))).append("</td><td><a href='/").append(i).append("'>")
                    .append(escaped(mail.subject())).append("</a></td><td>").append(escaped(mail.sent())).append("</td></tr>");
        }
        return rows.append("</tbody></table>").toString();
    }

    private static String show(Mail mail) {
        String text = escaped(mail.text());
        Matcher address = ADDRESS.matcher(text);
        return "<p><a href='/'>All mails</a></p><p>From " + escaped(mail.from()) + "<br>To " + escaped(String.join(", ", mail.to())) + "<br>Sent "
                + escaped(mail.sent()) + "</p><h2>" + escaped(mail.subject()) + "</h2><pre>"
                + address.replaceAll(found -> Matcher.quoteReplacement("<a href='" + found.group() + "'>" + found.group() + "</a>")) + "</pre>";
    }

    private static String page(String title, String body) {
        return """
                <!doctype html><html lang='en'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width'>
                <title>%s - Panel Hub demo</title><style>body{font:1.1rem/1.5 Arial,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
                table{border-collapse:collapse;width:100%%}th,td{text-align:left;padding:.5rem;border-bottom:1px solid #b1b4b6}pre{white-space:pre-wrap}</style></head>
                <body><h1>%s</h1><p>What the hub sent. Nothing left this machine.</p>%s</body></html>
                """.formatted(title, title, body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;").replace("\"", "&quot;");
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
