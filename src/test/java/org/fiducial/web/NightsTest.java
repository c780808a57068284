package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.web.event.EventForm;
import org.fiducial.web.page.Days;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The nights on which clocks are changed: an hour that does not exist, one that comes twice, and a midnight there is none of.
 * Zurich changes its clocks with Berlin; Santiago and Cairo begin summer time at midnight.
 */
class NightsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/Santiago", "Africa/Cairo", "Pacific/Auckland", "Asia/Beirut"})
    void everyMomentOfAYearIsOfOneDay(String name) {
        ZoneId zone = ZoneId.of(name);
        Days days = new Days(zone, Locale.UK);

        for (LocalDate day = FIRST; day.getYear() == 2026; day = day.plusDays(1)) {
            Instant end = days.endOf(day);
            assertThat(LocalDate.ofInstant(end, zone)).isEqualTo(day);
            assertThat(LocalDate.ofInstant(end.plusMillis(1), zone)).isEqualTo(day.plusDays(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Half past two on the night summer time begins does not exist; it is taken as the moment it would have been.
        "Europe/Berlin, 2026-03-29T02:30, 2026-03-29T01:30:00Z",
        // On the night it ends half past two comes twice; what is typed is the first.
        "Europe/Berlin, 2026-10-25T02:30, 2026-10-25T00:30:00Z",
        "Europe/Berlin, 2026-10-25T03:00, 2026-10-25T02:00:00Z",
        "America/Santiago, 2026-09-06T00:30, 2026-09-06T04:30:00Z",
        "Africa/Cairo, 2026-04-24T00:30, 2026-04-23T22:30:00Z"
    })
    void aTimeThatIsTypedIsOneMoment(String zone, String typed, String moment) {
        assertThat(EventForm.time(typed, ZoneId.of(zone))).isEqualTo(Instant.parse(moment));
    }

    @ParameterizedTest
    @CsvSource({"1.9, 1.0, pass", "1.0, 1.9, fail"})
    void ofTwoChecksAtHalfPastTwoTheSecondIsTheNewer(double first, double second, String state) throws Exception {
        SampleFacility facility = SampleFacility.filled();
        facility.check(300, 11, Instant.parse("2026-10-25T00:30:00Z"), first, CheckReason.SCHEDULED);
        facility.check(301, 11, Instant.parse("2026-10-25T01:30:00Z"), second, CheckReason.SCHEDULED);
        try (WebServer server = SampleFacility.server(facility)) {
            URI home = server.start();

            assertThat(get(home, "/instruments/lsm-1/on/2026-10-25")).contains("class=\"state " + state + "\"");
            assertThat(get(home, "/instruments/lsm-1/checks.csv?sort=when"))
                    .containsSubsequence("\n2026-10-25T02:30:00+02:00,", "\n2026-10-25T02:30:00+01:00,");
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29T02:30, 2026-03-28, 2026-03-29", "2026-10-25T02:30, 2026-10-24, 2026-10-25"})
    void aFaultOfTheNightStandsOnItsDayAndNotOnTheOneBefore(
            String typed, String before, String day, @TempDir Path folder) throws Exception {
        try (RecordingServer server = new RecordingServer(folder.resolve("data"))) {
            RecordingServer.location(server.post(
                    "/instruments/lsm-1/new-event",
                    Map.of("kind", "fault", "what", "The lamp is dark.", "effect", "do-not-use", "at", typed)));
            Instrument lsm = server.store().instruments().bySlug("lsm-1").orElseThrow();

            assertThat(server.store().events().ofInstrument(lsm.id())).hasSize(1);
            assertThat(server.get("/instruments/lsm-1/on/" + before).body())
                    .contains("class=\"state not-evaluated\"")
                    .doesNotContain("class=\"state fail\"");
            assertThat(server.get("/instruments/lsm-1/on/" + day).body()).contains("class=\"state fail\"");
        }
    }

    private static String get(URI home, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(home.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }
}
