package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiducial.web.RecordingServer.FORM;
import static org.fiducial.web.RecordingServer.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.store.Store;
import org.fiducial.web.RecordingServer.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check whose values are entered by hand: judged while typed, kept from the first field on, recorded as any other. */
class EntryPagesTest {

    private static final String INCUBATOR = FORM + "?configuration=63x-488&protocol=incubator";

    private final Path folder;
    private final RecordingServer server;
    private final ObjectMapper json = new ObjectMapper();

    EntryPagesTest(@TempDir Path folder) {
        this.folder = folder;
        this.server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Map<String, String> incubator(String co2) {
        Map<String, String> all = new TreeMap<>(typed("incubator"));
        all.putAll(Map.of("p.temperature", "36.9; 37.0; 37.1", "p.co2", co2, "p.water", "yes"));
        return all;
    }

    private String begun(Map<String, String> fields) throws Exception {
        JsonNode answer = json.readTree(
                server.post("/instruments/lsm-1/new-draft", fields).body());
        return answer.get("address").asText();
    }

    private UUID recorded(Map<String, String> fields, Sent... files) throws Exception {
        String draft = server.send(fields, files);
        assertThat(server.settled(draft)).contains("Record this check");
        server.post(draft + "/record", Map.of());
        server.await(draft, "recorded");
        return UUID.fromString(RecordingServer.location(server.get(draft)).replace("/checks/", ""));
    }

    private JsonNode saved(String draft, Map<String, String> fields) throws Exception {
        return json.readTree(server.post(draft + "/save", fields).body()).get("words");
    }

    @Test
    void theFormShowsStepsFieldsLimitsAndWhatStoodThereBefore() throws Exception {
        assertThat(server.get(INCUBATOR).body())
                .contains("What to do", "Let the incubator run closed", "Temperature at the sample")
                .contains("Passes: 36.5 to 37.5", "fails outside 36 to 38", "Not measured here before")
                .doesNotContain("Or a folder");
        UUID check = recorded(incubator("5.2"));

        assertThat(server.get(INCUBATOR).body())
                .contains("Last values", "/checks/" + check, "5.2\u00a0%", "37\u00a0°C");
    }

    @Test
    void whatIsEnteredIsRecordedJudgedAndShownInWords() throws Exception {
        UUID id = recorded(incubator("6.5"), new Sent("probe.jpg", "not really a picture"));

        Check check = server.store().checks().byId(id).orElseThrow();
        assertThat(check.judgement().overall()).isEqualTo(VerdictLevel.FAIL);
        assertThat(check.result().provenance().inputs()).hasSize(1);
        assertThat(server.get("/checks/" + id).body())
                .contains("Incubator, °C and CO₂", "6.5\u00a0%", "yes", "probe.jpg", "4 to 6\u00a0%");
        assertThat(server.get("/instruments/lsm-1").body()).contains("Temperature at the sample");
    }

    @Test
    void whatIsMeasuredAgainOnTheDayStandsBesideTheFirst() throws Exception {
        UUID first = recorded(incubator("6.5"));
        assertThat(server.get("/checks/" + first).body())
                .contains("Measure again", "configuration=63x-488&amp;protocol=incubator")
                .doesNotContain("Also measured on this day");
        UUID second = recorded(incubator("5.2"));

        assertThat(server.get("/checks/" + first).body()).contains("Also measured on this day", "/checks/" + second);
        assertThat(server.get("/checks/" + second).body()).contains("Also measured on this day", "/checks/" + first);
    }

    @Test
    void everyFieldIsJudgedWhileItIsTypedByTheLimitsInForce() throws Exception {
        String draft = begun(typed("incubator"));

        JsonNode words = saved(draft, Map.of("p.temperature", "36.9", "p.co2", "5.7", "p.water", "no"));
        assertThat(words.get("temperature").get("word").asText()).isEqualTo("pass");
        assertThat(words.get("co2").get("word").asText()).isEqualTo("warning");
        assertThat(words.get("water").get("word").asText()).isEqualTo("warning");

        JsonNode impossible = saved(draft, Map.of("p.co2", "57")).get("co2");
        assertThat(impossible.get("word").asText()).isEqualTo("impossible");
        assertThat(impossible.get("sentence").asText()).contains("must lie between 0 % and 20 %");
        assertThat(server.get(draft).body()).contains("word impossible", "must lie between 0 % and 20 %");
    }

    @Test
    void aSlipOfAPrefixIsAskedAboutAndNotRefused() throws Exception {
        recorded(incubator("5.2"));
        String draft = begun(incubator("0.0052"));

        JsonNode word = saved(draft, Map.of("p.co2", "0.0052")).get("co2");
        assertThat(word.get("word").asText()).isEqualTo("doubtful");
        assertThat(word.get("sentence").asText()).contains("a thousandth of the last values (median 5.2 %)");

        UUID check = recorded(incubator("0.0052"));
        assertThat(server.get("/checks/" + check).body())
                .contains("MAGNITUDE", "was the prefix or the decimal point mistaken");
    }

    @Test
    void aPowerTypedInMilliwattsForMicrowattsIsAskedAboutBeforeItIsRecorded() throws Exception {
        Map<String, String> power = new TreeMap<>(typed("light-source-power"));
        power.putAll(Map.of("row.1.power", "1.5", "unit.power", "uW", "p.line", "488nm"));
        recorded(power);
        power.put("unit.power", "mW");

        assertThat(server.settled(server.send(power)))
                .contains("Mean power: This is about a thousand times", "were W, mW and µW mistaken?");
    }

    @Test
    void whatIsMissingIsAskedForAndWhatWasTypedStays() throws Exception {
        Map<String, String> fields = new TreeMap<>(typed("incubator"));
        fields.putAll(Map.of("p.temperature", "37.0", "p.co2-comment", "<script>alert(1)</script>"));

        String page = server.settled(server.send(fields));
        assertThat(page)
                .contains("&#39;Water of the humidifier filled&#39; is empty; fill it in", "&lt;script&gt;")
                .doesNotContain("<script>alert", "&#39;CO₂&#39;");
    }

    @Test
    void whatIsTypedOutlivesTheServerAndIsListedAsInProgress() throws Exception {
        String draft = begun(typed("incubator"));
        server.post(draft + "/save", Map.of("p.temperature", "36.9", "note", "door was <open>"));
        server.restart();

        assertThat(server.get("/new-checks").body()).contains(draft, "LSM 1", "Incubator");
        assertThat(server.get(draft).body()).contains("value=\"36.9\"", "door was &lt;open&gt;");
        assertThat(server.get("/api/v1/new-checks").body()).contains("\"protocol\":\"incubator@1.0\"");
        server.post(draft, incubator("5.0"));
        assertThat(server.settled(draft)).contains("Record this check");
        server.restart();
        assertThat(server.get(draft).body()).contains("The server ended while it worked on this", "value=\"5.0\"");
        server.post(draft + "/discard", Map.of());
        assertThat(server.get(draft).statusCode()).isEqualTo(404);
        server.restart();
        assertThat(server.get("/new-checks").body()).contains("No check of yours is in progress");
    }

    /** A check in progress with a file that lacks something. */
    private String sentWithoutUnit() throws Exception {
        StringBuilder rows = new StringBuilder("time_s,power\n");
        for (int second = 0; second < 300; second++) {
            rows.append(second).append(",1.2").append(second % 7).append('\n');
        }
        String draft = server.send(typed("light-source-stability"), new Sent("488.csv", rows.toString()));
        assertThat(server.settled(draft)).contains("does not say the unit");
        return draft;
    }

    @Test
    void aFolderRestoredFromABackupShowsTheCheckInProgressAgain() throws Exception {
        String draft = sentWithoutUnit();
        server.post(draft + "/save", Map.of("note", "door was <open>"));
        Path backup = folder.resolve("backup.zip");
        Path restored = folder.resolve("restored");
        server.store().backUp(backup, Progress.unwatched());
        Store.restore(
                backup,
                restored,
                false,
                new Store.Sources(Clock.fixed(RecordingServer.NOW, ZoneOffset.UTC), UUID::randomUUID),
                Progress.unwatched());

        try (RecordingServer again = RecordingServer.again(restored)) {
            assertThat(again.get("/new-checks").body()).contains(draft, "LSM 1");
            assertThat(again.get(draft).body()).contains("488.csv", "These files are kept", "door was &lt;open&gt;");
            again.post(draft, Map.of("p.power-unit", "mW"));
            assertThat(again.settled(draft)).contains("Record this check");
        }
    }

    @Test
    void filesThatWereSentOutliveTheServerAndAreAnalysedAfterwards() throws Exception {
        String draft = sentWithoutUnit();
        server.restart();

        assertThat(server.get(draft).body()).contains("488.csv", "These files are kept");
        server.post(draft, Map.of("p.power-unit", "mW"));
        assertThat(server.settled(draft)).contains("Record this check");
    }

    @Test
    void aDraftThatCannotBeReadIsLeftAloneAndTheOthersAreTakenUp() throws Exception {
        String draft = begun(typed("incubator"));
        Path broken = folder.resolve("data/drafts/0199a000-0000-7000-8000-000000000001");
        Files.createDirectories(broken);
        Files.writeString(broken.resolve("draft.json"), "{ half a");
        server.restart();

        assertThat(server.get(draft).statusCode()).isEqualTo(200);
        assertThat(broken.resolve("draft.json")).hasContent("{ half a");
    }

    @Test
    void anInstrumentThatIsNotToBeUsedStillTakesChecks() throws Exception {
        Map<String, String> fault = Map.of("kind", "fault", "what", "smells burnt", "effect", "do-not-use");
        assertThat(server.post("/instruments/lsm-1/new-event", fault).statusCode())
                .isEqualTo(303);
        assertThat(server.get("/instruments/lsm-1").body()).contains("do not use");

        UUID check = recorded(incubator("5.0"));

        assertThat(server.get("/checks/" + check).statusCode()).isEqualTo(200);
    }

    @Test
    void keptForLaterIsNotAnalysed() throws Exception {
        Map<String, String> fields = new TreeMap<>(typed("incubator"));
        fields.putAll(Map.of("later", "1", "p.temperature", "36.9"));

        String draft = server.send(fields);

        assertThat(server.get(draft + "/state.json").body()).contains("\"open\"");
        assertThat(server.get(draft).body()).contains("value=\"36.9\"");
    }
}
