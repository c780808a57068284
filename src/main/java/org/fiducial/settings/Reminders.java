package org.fiducial.settings;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How reminders are sent.
 *
 * @param server where mail is handed over
 * @param sender the address they come from, with a name where one was given: {@code Microscopes <qc@example.org>}
 * @param when on which day and how
 * @param recipients who gets them
 * @param escalation who else is told of what stays undone
 */
public record Reminders(
        Server server, String sender, When when, List<Recipient> recipients, Optional<Escalation> escalation) {

    public Reminders {
        recipients = List.copyOf(recipients);
    }

    /**
     * The same with what people said of themselves in place of what the file says of them.
     *
     * @param said by name; one who wants nothing takes the recipient of the file away
     */
    public Reminders with(List<Recipient> said) {
        Map<String, Recipient> all = new LinkedHashMap<>();
        recipients.forEach(each -> all.put(each.name(), each));
        said.forEach(each -> all.put(each.name(), each));
        return new Reminders(
                server,
                sender,
                when,
                all.values().stream()
                        .filter(each -> each.frequency() != Frequency.NEVER)
                        .toList(),
                escalation);
    }

    /** How a connection is kept from listeners. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS;

        /** The word used in the file, for instance {@code starttls}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A mail server. */
    public record Server(String host, int port, Security security, Optional<Login> login) {}

    /**
     * Who signs in at the mail server.
     *
     * @param passwordFile holds the password alone
     */
    public record Login(String user, Path passwordFile) {}

    /**
     * The day and hour of a digest, in the zone of the facility.
     *
     * @param evenWithoutNews whether it is sent when there is nothing to say
     */
    public record When(DayOfWeek weekday, int hour, boolean evenWithoutNews, Locale language) {}

    /** When somebody gets letters. */
    public enum Frequency {
        /** On the day of the week. */
        WEEKLY,
        /** Once a week at most, and only when something is overdue or must not be used. */
        URGENT,
        NEVER
    }

    /**
     * Somebody who gets a digest.
     *
     * @param name as plans name who they are assigned to
     * @param assignedOnly whether only what is assigned to them is listed among what is due
     * @param language of the letters; empty for that of the facility
     */
    public record Recipient(
            String name, String address, boolean assignedOnly, Frequency frequency, Optional<Locale> language) {

        /** Somebody who gets a digest every week, in the language of the facility. */
        public Recipient(String name, String address, boolean assignedOnly) {
            this(name, address, assignedOnly, Frequency.WEEKLY, Optional.empty());
        }
    }

    /**
     * Who is told of what is overdue for long.
     *
     * @param afterDays days after the last day in time
     */
    public record Escalation(int afterDays, Recipient to) {}
}
