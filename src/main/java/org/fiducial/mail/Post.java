package org.fiducial.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.fiducial.facility.reminder.Sending;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.settings.Reminders;

/**
 * Hands letters to a mail server, one connection each. Without TLS where it is asked for nothing is sent, and the server's
 * certificate must name it.
 */
public final class Post {

    private static final String PATIENCE_MS = "20000";

    private final Reminders reminders;
    private final Clock clock;

    public Post(Reminders reminders, Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    /** Hands a letter over and says what became of it. */
    public Sending.Outcome send(Letter letter) {
        try {
            Session session = Session.getInstance(properties());
            MimeMessage message = message(session, letter);
            try (Transport transport = session.getTransport("smtp")) {
                connect(transport);
                return handOver(transport, message);
            } catch (MessagingException e) {
                return outcome(Sending.Result.FAILED, e);
            }
        } catch (UnusableInputException e) {
            return new Sending.Outcome(Sending.Result.FAILED, String.valueOf(e.getMessage()), clock.instant());
        } catch (MessagingException | UnsupportedEncodingException e) {
            return outcome(Sending.Result.FAILED, e);
        }
    }

    private void connect(Transport transport) throws MessagingException {
        Reminders.Server server = reminders.server();
        if (server.login().isPresent()) {
            Reminders.Login login = server.login().orElseThrow();
            transport.connect(server.host(), server.port(), login.user(), password(login.passwordFile()));
        } else {
            transport.connect(server.host(), server.port(), null, null);
        }
    }

    /** What the server refuses was not sent; where the connection breaks meanwhile nobody knows. */
    private Sending.Outcome handOver(Transport transport, MimeMessage message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Sending.Outcome(
                    Sending.Result.SENT, "taken by " + reminders.server().host(), clock.instant());
        } catch (SendFailedException e) {
            return outcome(Sending.Result.FAILED, e);
        } catch (MessagingException e) {
            return outcome(Sending.Result.UNKNOWN, e);
        }
    }

    private Sending.Outcome outcome(Sending.Result result, Exception e) {
        StringBuilder said = new StringBuilder(String.valueOf(e.getMessage()));
        for (Throwable cause = e.getCause(); cause != null && said.length() < 400; cause = cause.getCause()) {
            said.append("; ").append(cause.getMessage());
        }
        String line = said.toString().replaceAll("\\p{Cntrl}+", " ").strip();
        return new Sending.Outcome(result, line.substring(0, Math.min(500, line.length())), clock.instant());
    }

    private Properties properties() {
        Reminders.Server server = reminders.server();
        Properties properties = new Properties();
        boolean tls = server.security() == Reminders.Security.TLS;
        boolean upgrade = server.security() == Reminders.Security.STARTTLS;
        properties.put("mail.smtp.ssl.enable", String.valueOf(tls));
        properties.put("mail.smtp.starttls.enable", String.valueOf(upgrade));
        properties.put("mail.smtp.starttls.required", String.valueOf(upgrade));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.auth", String.valueOf(server.login().isPresent()));
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MS);
        properties.put("mail.smtp.timeout", PATIENCE_MS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MS);
        properties.put("mail.mime.charset", StandardCharsets.UTF_8.name());
        return properties;
    }

    private MimeMessage message(Session session, Letter letter)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.identity().messageId() + ">");
            }
        };
        message.setFrom(new InternetAddress(reminders.sender()));
        Address to = new InternetAddress(letter.to().address(), letter.to().name(), StandardCharsets.UTF_8.name());
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("List-Id", "<" + letter.identity().list() + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(letter.body().text(), "plain"));
        both.addBodyPart(part(letter.body().html(), "html"));
        message.setContent(both);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), kind);
        return part;
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UnusableInputException(
                    "The password file '" + file + "' cannot be read; check its name and permissions.", e);
        }
    }
}
