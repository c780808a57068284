package org.fiducial.facility.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.ValidationWarnings;
import biweekly.component.VEvent;
import biweekly.util.ICalDate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The feed as calendars read it, and by the letter of RFC 5545. */
class CalendarFeedTest {

    private static final String NAME = "Größe; a,b\\c \"q\" " + "µm 顕微鏡 🔬 ".repeat(20) + "\r\nBEGIN:VEVENT\u0007";
    private static final Instant ENTERED = Instant.parse("2025-12-31T23:30:05.250Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);

    private final String document = feed(due(NAME, TODAY, 1), LocalDate.of(2026, 5, 31));
    private final ICalendar read = Biweekly.parse(document).first();

    @Test
    void isReadBackByACalendarAsAnEventOfAWholeDayForEachDueDay() {
        assertThat(read.getEvents())
                .extracting(event -> day(event.getDateStart().getValue()))
                .containsExactly("2026-03-01", "2026-04-01", "2026-05-01");
        assertThat(read.getEvents())
                .extracting(event -> day(event.getDateEnd().getValue()))
                .containsExactly("2026-03-02", "2026-04-02", "2026-05-02");
        assertThat(read.getEvents())
                .allSatisfy(event ->
                        assertThat(event.getDateStart().getValue().hasTime()).isFalse());
    }

    @Test
    void whatWasWrittenIsWhatIsRead() {
        VEvent first = read.getEvents().get(0);

        assertThat(first.getSummary().getValue())
                .isEqualTo("Beads, 3-D: LSM; 1, " + NAME.replace("\r\n", "\n").replace("\u0007", ""));
        assertThat(first.getDescription().getValue())
                .isEqualTo("In time from 2026-02-24 to 2026-03-04.\nAbout 45 minutes.\nAssigned to Bo.");
    }

    @Test
    void breaksNoRuleTheReaderKnows() {
        ValidationWarnings warnings = read.validate(biweekly.ICalVersion.V2_0);

        assertThat(warnings.isEmpty()).as(warnings.toString()).isTrue();
        assertThat(Biweekly.parse(document).all()).hasSize(1);
    }

    /** RFC 5545: 3.1 (lines end with CRLF and have at most 75 octets), 3.3.1 (no control characters), 3.6 and 3.6.1. */
    @Test
    void keepsToTheLetterOfTheRfc() {
        assertThat(document)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(document.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        for (String line : document.split("\r\n", -1)) {
            byte[] octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets.length).as(line).isLessThanOrEqualTo(75);
            assertThat(line.chars()).as(line).noneMatch(each -> each < 0x20 || each == 0x7F);
            assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo(line);
        }
        List<String> unfolded = Arrays.asList(document.replace("\r\n ", "").split("\r\n", -1));
        long events = unfolded.stream().filter("BEGIN:VEVENT"::equals).count();
        assertThat(events).isEqualTo(3);
        for (String once : List.of("UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:", "SUMMARY:")) {
            assertThat(unfolded.stream().filter(line -> line.startsWith(once))).hasSize(3);
        }
    }

    @Test
    void identifiersAndTimeStampsAreThoseOfTheRecordWheneverItIsAskedFor() {
        List<VEvent> later = events(due(NAME, TODAY.plusDays(9), 1));

        assertThat(later).extracting(event -> event.getUid().getValue()).isEqualTo(uids(read.getEvents()));
        assertThat(new HashSet<>(uids(later))).hasSameSizeAs(later);
        assertThat(later)
                .extracting(event -> event.getDateTimeStamp().getValue().toInstant())
                .containsOnly(Instant.parse("2025-12-31T23:30:05Z"));
        assertThat(events(due("another name", TODAY, 2)))
                .extracting(event ->
                        event.getUid().getValue() + " " + event.getSequence().getValue())
                .isEqualTo(
                        uids(read.getEvents()).stream().map(uid -> uid + " 1").toList());
    }

    @Test
    void anEmptyFeedIsStillACalendar() {
        String empty = new CalendarFeed("QC", id -> id).document(List.of(), TODAY);

        assertThat(Biweekly.parse(empty).first().getEvents()).isEmpty();
        assertThat(empty).contains("BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n");
    }

    private static List<String> uids(List<VEvent> events) {
        return events.stream().map(event -> event.getUid().getValue()).toList();
    }

    private static List<VEvent> events(Due due) {
        return Biweekly.parse(feed(due, LocalDate.of(2026, 5, 31))).first().getEvents();
    }

    private static String feed(Due due, LocalDate until) {
        return new CalendarFeed("QC due, Größe", id -> "Beads, 3-D").document(List.of(due), until);
    }

    private static Due due(String path, LocalDate on, int version) {
        LocalDate start = LocalDate.of(2026, 3, 1);
        UUID configuration = PlannedFacility.id(3);
        Plan plan = new Plan(
                new Plan.Version(PlannedFacility.id(40 + version), PlannedFacility.id(40), version),
                new Plan.Subject(PlannedFacility.id(2), "psf-beads", List.of(configuration)),
                new Rhythm.Recurring(Recurrence.of("monthly", start), start, new Window(5, 3)),
                new Plan.Work(45, "Bo"),
                new Plan.Entry(Plan.Standing.IN_FORCE, ENTERED, "Ada", ""));
        return new Due(
                plan, new PlannedPath(configuration, "lsm-1", "LSM; 1", "63x", path), start, on, Optional.empty());
    }

    private static String day(ICalDate date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault()).toString();
    }
}
