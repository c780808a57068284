package org.fiducial.facility.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Due days as an iCalendar document (RFC 5545) that calendars subscribe to: an event of a whole day for each. Nothing in
 * it depends on the moment it is asked for but which events are there: identifiers are made of plan, light path and day,
 * and time stamps are those of the record.
 */
public final class CalendarFeed {

    /** Octets of a line without its end (RFC 5545, 3.1). */
    private static final int LONGEST_LINE = 75;

    private static final String END = "\r\n";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String name;
    private final UnaryOperator<String> protocolTitle;

    /**
     * A feed.
     *
     * @param name what calendars call it
     * @param protocolTitle what people call a protocol, by id
     */
    public CalendarFeed(String name, UnaryOperator<String> protocolTitle) {
        this.name = name;
        this.protocolTitle = protocolTitle;
    }

    /** The document; of each plan and light path the due day, and those that follow up to a day. */
    public String document(List<Due> due, LocalDate until) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN", "VCALENDAR");
        line(out, "VERSION", "2.0");
        line(out, "PRODID", "-//Fiducial//Quality control of microscopes//EN");
        line(out, "CALSCALE", "GREGORIAN");
        line(out, "METHOD", "PUBLISH");
        line(out, "NAME", escaped(name));
        line(out, "X-WR-CALNAME", escaped(name));
        line(out, "REFRESH-INTERVAL;VALUE=DURATION", "PT6H");
        for (Due each : due) {
            event(out, each, each.day());
            each.following(until).forEach(day -> event(out, each, day));
        }
        line(out, "END", "VCALENDAR");
        return out.toString();
    }

    private void event(StringBuilder out, Due due, LocalDate day) {
        Plan plan = due.plan();
        Window window = plan.rhythm().window();
        Instant stamp = plan.entry().at();
        line(out, "BEGIN", "VEVENT");
        line(out, "UID", uid(due, day).toString());
        line(out, "DTSTAMP", STAMP.format(stamp));
        line(out, "LAST-MODIFIED", STAMP.format(stamp));
        line(out, "SEQUENCE", String.valueOf(plan.version().number() - 1));
        line(out, "DTSTART;VALUE=DATE", DAY.format(day));
        line(out, "DTEND;VALUE=DATE", DAY.format(day.plusDays(1)));
        line(
                out,
                "SUMMARY",
                escaped(protocolTitle.apply(plan.subject().protocolId()) + ": "
                        + due.path().instrument() + ", " + due.path().name()));
        line(
                out,
                "DESCRIPTION",
                escaped("In time from " + window.opens(day) + " to " + window.closes(day) + ".\nAbout "
                        + plan.work().minutes() + " minutes."
                        + (plan.work().assignedTo().isEmpty()
                                ? ""
                                : "\nAssigned to " + plan.work().assignedTo() + ".")));
        line(out, "CATEGORIES", "QC");
        line(out, "TRANSP", "TRANSPARENT");
        line(out, "END", "VEVENT");
    }

    /** The same for the same plan, light path and day, whoever asks and whenever. */
    private static UUID uid(Due due, LocalDate day) {
        String what = due.plan().version().planId() + " " + due.path().configurationId() + " " + day;
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    }

    /** Text of RFC 5545, 3.3.11; characters that no line may hold are left out. */
    private static String escaped(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F]", "")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** A content line, folded between characters and never within one. */
    private static void line(StringBuilder out, String property, String value) {
        String line = property + ":" + value;
        int octets = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            int character = line.codePointAt(i);
            int length = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (octets + length > LONGEST_LINE) {
                out.append(END).append(' ');
                octets = 1;
            }
            out.appendCodePoint(character);
            octets += length;
        }
        out.append(END);
    }
}
