package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiducial.web.RecordingServer.typed;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolModule;
import org.fiducial.web.RecordingServer.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCheckPagesTest {

    private static final String STABILITY = "light-source-stability";
    private static final String ROWS = IntStream.range(0, 300)
            .mapToObj(i -> i + "," + (1.2 + 0.001 * (i % 7)))
            .collect(Collectors.joining("\n"));
    private static final Sent WITH_UNIT = new Sent("488.csv", "time_s,power_mW\n" + ROWS);
    private static final Sent WITHOUT_UNIT = new Sent("488.csv", "time_s,power\n" + ROWS);

    private static final Sent DATED =
            new Sent("dated.csv", "timestamp,power_mW\n2026-11-08 17:27:32,1.2\n2026-11-08 17:27:33,1.21\n");

    private final Path folder;
    private final RecordingServer server;

    NewCheckPagesTest(@TempDir Path folder) {
        this.folder = folder;
        this.server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<CheckSummary> recorded() {
        return server.store()
                .checks()
                .ofInstrument(server.store()
                        .instruments()
                        .bySlug("lsm-1")
                        .orElseThrow()
                        .id());
    }

    private long kept() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().contains("drafts"))
                    .filter(file -> file.toString().endsWith(".csv"))
                    .count();
        }
    }

    @Test
    void aLogWithoutAUnitIsAskedAboutAndThenRecorded() throws Exception {
        String draft = server.send(typed(STABILITY), WITHOUT_UNIT);

        String question = server.settled(draft);
        assertThat(question)
                .contains("One thing is missing", "does not say the unit of its power", "488.csv")
                .contains("value=\"mW\" required")
                .doesNotContain("checked")
                .doesNotContain("--set");
        server.post(draft, Map.of("p.power-unit", "mW"));
        String result = server.settled(draft);

        assertThat(result).contains("Not yet recorded", "Record this check", "1.20");
        assertThat(recorded()).isEmpty();
        server.post(draft + "/record", Map.of());
        server.await(draft, "recorded");
        HttpResponse<String> last = server.get(draft);
        Check check = server.store().checks().byId(recorded().get(0).id()).orElseThrow();
        assertThat(RecordingServer.location(last)).isEqualTo("/checks/" + check.id());
        assertThat(server.get("/checks/" + check.id()).body()).contains("A. Person");
        assertThat(check.occasion().reason()).isEqualTo(CheckReason.SCHEDULED);
        assertThat(check.result().provenance().parameters()).anySatisfy(each -> {
            assertThat(each.name()).hasToString("power-unit");
            assertThat(each.origin()).isEqualTo(Origin.GIVEN);
        });
        assertThat(server.store()
                        .input(check.result().provenance().inputs().get(0).sha256()))
                .hasValueSatisfying(file -> assertThat(file).hasBinaryContent(WITHOUT_UNIT.bytes()));
        assertThat(kept()).isZero();
    }

    @Test
    void aFileThatCannotBeReadIsSaidInASentenceAndWhatWasTypedStays() throws Exception {
        Map<String, String> typed = typed(STABILITY);
        typed.put("note", "after <lunch>");
        typed.put("p.line", "488nm");

        String page = server.settled(server.send(typed, new Sent("cat.csv", "meow\nmeow\n")));

        assertThat(page)
                .contains("cannot be analysed as it is", "role=\"alert\"", "is no log of a power meter", "cat.csv")
                .contains("after &lt;lunch&gt;", "value=\"488nm\"", "selected>scheduled")
                .doesNotContain("Exception");
        assertThat(recorded()).isEmpty();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void whatColumnsHoldIsConfirmedOnceAndTheUnitEachTime() throws Exception {
        Sent table = new Sent("messung.csv", "Uhr;Leistung\n" + ROWS.replace(',', ';'));
        String draft = server.send(typed(STABILITY), table);
        String question = server.settled(draft);
        assertThat(question)
                .contains("is a table of an unknown kind", "What column Uhr holds", "<td>1.2</td>")
                .contains("<option value=\"power\" selected>", "<option value=\"time\" selected>")
                .contains("name=\"setting.power-unit\" required")
                .doesNotContain("selected>mW", "--set");
        Map<String, String> columns = new TreeMap<>(Map.of("column.0", "power", "column.1", "power"));
        assertThat(server.post(draft, columns).body()).contains("Two columns are said to hold");

        columns.putAll(Map.of("column.0", "time", "setting.time-unit", "min", "setting.power-unit", "mW"));
        server.post(draft, columns);
        assertThat(server.settled(draft)).contains("Record this check", "1.20", "given by hand");
        server.post(draft + "/record", Map.of());
        server.await(draft, "recorded");

        String next = server.send(typed(STABILITY), table);
        assertThat(server.settled(next))
                .contains("does not say the unit of its power")
                .doesNotContain("What column");
        server.post(next, Map.of("p.power-unit", "uW"));
        assertThat(server.settled(next)).contains("time=Uhr; power=Leistung; time-unit=min", "instrument record", "uW");
    }

    @Test
    void settingsAreCorrectedWithoutSendingTheFileAgain() throws Exception {
        Map<String, String> typed = typed(STABILITY);
        typed.put("p.line", "green");
        String draft = server.send(typed, WITH_UNIT);
        assertThat(server.settled(draft)).contains("green", "488.csv");

        typed.put("p.line", "488nm");
        server.post(draft, typed);

        assertThat(server.settled(draft)).contains("Record this check", "488 nm");
    }

    @Test
    void whatIsMissingInTheFormIsSaid() throws Exception {
        assertRefused(Map.of("reason", ""), "No reason was chosen");
        assertRefused(Map.of("reason", "fun"), "No reason was chosen");
        assertRefused(Map.of("measured", "yesterday"), "Measured at takes a time");
        assertRefused(Map.of("measured", "2031-01-01T10:00"), "lies in the future");
        assertRefused(Map.of("by", "A".repeat(5000)), "at most 200 characters, but 5000");
        assertRefused(Map.of("p.meter-wavelength", "blue"), "takes a number in nm");
        assertRefused(Map.of("more", "colour"), "is written emission.2=600nm");
        assertRefused(Map.of("more", "colour=red"), "has no parameter &#39;colour&#39;");
        assertRefused(Map.of("more", "meter-calibration=/etc/passwd"), "comes from the kit");
        assertRefused(Map.of("meter", "pm-9"), "no meter &#39;pm-9&#39;");
        assertThat(server.settled(server.send(typed(STABILITY)))).contains("No file was chosen");
        assertThat(recorded()).isEmpty();
    }

    private void assertRefused(Map<String, String> changed, String sentence) throws Exception {
        Map<String, String> typed = typed(STABILITY);
        typed.putAll(changed);
        String page = server.settled(server.send(typed, WITH_UNIT));
        assertThat(page.replace("'", "&#39;")).contains("role=\"alert\"").contains(sentence);
    }

    @Test
    void measuredIsWhatTheFileSaysWhereNothingIsTyped() throws Exception {
        String draft = server.send(typed("light-source-power"), DATED);
        assertThat(server.settled(draft)).contains("8 November 2026, 17:27", "as the file says");
        server.post(draft + "/record", Map.of());
        server.await(draft, "recorded");
        assertThat(recorded().get(0).measuredAt()).isEqualTo(Instant.parse("2026-11-08T16:27:32Z"));

        Map<String, String> typed = typed("light-source-power");
        typed.put("measured", "2026-11-09T08:00");
        assertThat(server.settled(server.send(typed, DATED))).contains("9 November 2026, 08:00", "as typed");
        assertThat(server.settled(server.send(typed("light-source-power"), WITH_UNIT)))
                .contains("22 November 2026, 10:00", "neither you nor the file says");
    }

    @Test
    void aMeterSpeaksWithTheCertificateOfTheDayTheFileSays() throws Exception {
        Map<String, String> meter = new TreeMap<>(
                Map.of("model", "PM400", "serial", "P1", "slug", "pm-1", "number", "C-1", "date", "2026-01-15"));
        meter.putAll(Map.of("point.1.wavelength", "488", "point.1.uncertainty", "3"));
        server.post("/new-meter", meter);
        meter.putAll(Map.of("number", "C-2", "date", "2026-11-20"));
        server.post("/kit/pm-1/certificate", meter);
        Map<String, String> typed = typed("light-source-power");
        typed.putAll(Map.of("meter", "pm-1", "p.line", "488nm"));

        String page = server.settled(server.send(typed, DATED));

        assertThat(page).contains("as the file says", "C-1").doesNotContain("C-2");
    }

    @Test
    void readingsAreTypedAndABadNumberNamesItsRow() throws Exception {
        Map<String, String> typed = typed("light-source-linearity");
        for (int row = 1; row <= 5; row++) {
            typed.put("row." + row + ".setpoint_percent", String.valueOf(row * 20));
            typed.put("row." + row + ".power", row == 3 ? "4,5x" : row * 1.5 + "");
        }
        typed.put("rows", "12");
        String draft = server.send(typed);
        assertThat(server.settled(draft)).contains("No unit was chosen for &#39;Power&#39;");

        typed.put("unit.power", "mW");
        server.post(draft, typed);
        assertThat(server.settled(draft))
                .contains("Row 3: &#39;4,5x&#39; under &#39;Power&#39;", "value=\"4,5x\"", "value=\"7.5\"");

        typed.put("row.3.power", "4,5");
        server.post(draft, typed);
        assertThat(server.settled(draft)).contains("Record this check", "typed-readings.csv");
        server.post(draft + "/record", Map.of());
        server.await(draft, "recorded");
        String sha256 = server.store()
                .checks()
                .byId(recorded().get(0).id())
                .orElseThrow()
                .result()
                .provenance()
                .inputs()
                .get(0)
                .sha256();
        assertThat(server.store().input(sha256).orElseThrow())
                .hasContent("setpoint_percent,power_mW\n20,1.5\n40,3.0\n60,4.5\n80,6.0\n100,7.5\n");
    }

    @Test
    void moreRowsKeepWhatWasTypedAndAnalyseNothing() throws Exception {
        Map<String, String> typed = typed("light-source-power");
        typed.putAll(Map.of("rows", "12", "more-rows", "1", "row.12.power", "3.25", "row.12.location", "sample"));

        String page = server.settled(server.send(typed));

        assertThat(page)
                .contains("value=\"3.25\"", "selected>sample", "row.24.power", "<h1>New check</h1>")
                .doesNotContain("row.25.power", "role=\"alert\"");
    }

    @Test
    void typedReadingsAndFilesAreNotMixed() throws Exception {
        Map<String, String> typed = typed(STABILITY);
        typed.putAll(Map.of("unit.power", "mW", "row.1.time_s", "0", "row.1.power", "1,234"));

        assertThat(server.settled(server.send(typed, WITH_UNIT))).contains("Files were chosen and readings typed");
        assertThat(server.settled(server.send(typed))).contains("a thousand times as much");
    }

    @Test
    void aHostileOrEndlessNameIsOnlyAName() throws Exception {
        String hostile = "../../<img src=x onerror=alert(1)>.csv";
        String draft = server.send(
                typed("light-source-power"),
                new Sent(hostile, WITH_UNIT.content()),
                new Sent("x".repeat(5000) + ".csv", WITH_UNIT.content()));
        String page = server.settled(draft);

        assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;.csv").doesNotContain("<img src=x");
        server.post(draft + "/record", Map.of());
        server.await(draft, "recorded");
        assertThat(server.store()
                        .checks()
                        .byId(recorded().get(0).id())
                        .orElseThrow()
                        .result()
                        .provenance()
                        .inputs())
                .extracting(input -> input.name())
                .satisfiesExactly(
                        name -> assertThat(name).isEqualTo("<img src=x onerror=alert(1)>.csv"),
                        name -> assertThat(name).endsWith("….csv").hasSizeLessThan(200));
    }

    @Test
    void aSecondTimeTheSameFileIsPointedOut() throws Exception {
        String first = server.send(typed(STABILITY), WITH_UNIT);
        server.settled(first);
        server.post(first + "/record", Map.of());
        server.await(first, "recorded");

        assertThat(server.settled(server.send(typed(STABILITY), WITH_UNIT)))
                .contains(
                        "488.csv is in the record already",
                        "/checks/" + recorded().get(0).id());
    }

    @Test
    void discardingForgetsTheFiles() throws Exception {
        String draft = server.send(typed(STABILITY), WITH_UNIT);
        server.settled(draft);

        assertThat(RecordingServer.location(server.post(draft + "/discard", Map.of())))
                .isEqualTo("/instruments/lsm-1");

        assertThat(server.get(draft).statusCode()).isEqualTo(404);
        assertThat(kept()).isZero();
        assertThat(recorded()).isEmpty();
    }

    @Test
    void anAnalysisIsCancelledAndOneBehindItGoesOn() throws Exception {
        try (RecordingServer busy = other((inputs, parameters, progress) -> endless(progress))) {
            String first = busy.send(typed("light-source-power"), WITH_UNIT);
            busy.await(first, "running");
            assertThat(busy.get(first).body()).contains("Analysing", "max=\"10\"", "measuring &lt;beads&gt;");
            String second = busy.send(typed("light-source-power"), WITH_UNIT);
            String third = busy.send(typed("light-source-power"), WITH_UNIT);
            busy.post(third + "/cancel", Map.of());
            assertThat(busy.settled(third)).contains("Cancelled; nothing was stored", "488.csv");

            busy.post(first + "/cancel", Map.of());

            assertThat(busy.settled(first)).contains("Cancelled; nothing was stored", "488.csv");
            busy.await(second, "running");
            busy.post(second + "/cancel", Map.of());
            busy.settled(second);
        }
    }

    private RecordingServer other(ProtocolModule module) {
        return new RecordingServer(folder.resolve("other"), RecordingServer.catalogue(module));
    }

    private static AnalysisResult endless(Progress progress) {
        progress.report(1, 10, "measuring <beads>");
        while (true) {
            progress.throwIfCancelled();
            Thread.onSpinWait();
        }
    }

    @Test
    void aFaultOfTheProgramShowsNoInsides() throws Exception {
        try (RecordingServer faulty = other((inputs, parameters, progress) -> {
            throw new IllegalStateException("secret");
        })) {
            assertThat(faulty.settled(faulty.send(typed("light-source-power"), WITH_UNIT)))
                    .contains("Something went wrong inside the program")
                    .doesNotContain("secret");
        }
    }

    @Test
    void theFormShowsWhatTheLightPathKnowsAndAsksTheRest() throws Exception {
        String choice = server.get(RecordingServer.FORM).body();
        String form = server.get(RecordingServer.FORM + "?configuration=63x-488&protocol=psf-beads")
                .body();

        assertThat(choice).contains("Point spread function from beads", "Stability of", "63×/1.4 oil, 488 nm");
        assertThat(form).contains("1.4, known of the instrument.", "525nm, known of the instrument.", "Europe/Zurich");
        assertThat(form.indexOf("Diameter of the beads")).isLessThan(form.indexOf("Known already"));
        assertThat(server.get("/instruments/nobody/new-check").statusCode()).isEqualTo(404);
        assertThat(server.get("/new-checks/nothing").statusCode()).isEqualTo(404);
        assertThat(server.get("/instruments/lsm-1").body())
                .contains("/instruments/lsm-1/new-check?configuration=63x-488");
    }
}
