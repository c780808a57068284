package org.fiducial.web.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiducial.web.RecordingServer.typed;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.form.OwnProtocol;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.web.RecordingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A facility makes a protocol in the browser, without code, and uses it; and moves a check to the right light path. */
class OwnProtocolPagesTest {

    private final RecordingServer server;

    OwnProtocolPagesTest(@TempDir Path folder) {
        this.server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Map<String, String> nitrogen() {
        Map<String, String> form = new TreeMap<>();
        form.putAll(Map.of("title", "Liquid nitrogen", "summary", "Reads the level.", "days", "7", "by", "A. Person"));
        form.putAll(Map.of("covers.stand", "1", "person", "5", "steps", "3", "fields", "4"));
        form.putAll(Map.of("s.1.text", "Read the dipstick: \"slowly\" # now"));
        form.putAll(Map.of("f.1.title", "Level", "f.1.kind", "number", "f.1.unit", "cm", "f.1.fail-low", "15"));
        form.putAll(Map.of("f.1.possible-low", "0", "f.1.possible-high", "90", "f.1.reason", "It boils off."));
        form.putAll(Map.of("f.2.title", "Lid", "f.2.kind", "choice", "f.2.fine", "closed", "f.2.fails", "open\nlost"));
        form.put("f.2.reason", "It boils off faster.");
        return form;
    }

    @Test
    void whatIsTypedIntoTheFormIsAProtocolThatIsEnteredJudgedAndListed() throws Exception {
        HttpResponse<String> added = server.post("/new-protocol", nitrogen());
        assertThat(RecordingServer.location(added)).isEqualTo("/protocols/liquid-nitrogen");
        assertThat(server.get("/protocols/liquid-nitrogen").body())
                .contains("Liquid nitrogen", "Read the dipstick: &quot;slowly&quot; # now", "at least 15\u00a0cm")
                .contains("Change this protocol", "A. Person", "liquid-nitrogen@1.0");
        assertThat(server.get("/protocols").body()).contains("/protocols/liquid-nitrogen");
        assertThat(server.get(RecordingServer.FORM).body()).contains("Liquid nitrogen");

        Map<String, String> check = new TreeMap<>(typed("liquid-nitrogen"));
        check.putAll(Map.of("p.level", "12", "p.lid", "closed"));
        String draft = server.send(check);
        assertThat(server.settled(draft)).contains("Record this check");
        server.post(draft + "/record", Map.of());
        server.await(draft, "recorded");
        String id = RecordingServer.location(server.get(draft)).replace("/checks/", "");
        Check recorded = server.store().checks().byId(UUID.fromString(id)).orElseThrow();
        assertThat(recorded.judgement().overall()).isEqualTo(VerdictLevel.FAIL);
    }

    @Test
    void aChangeKeepsWhereLimitsComeFromAndWhatEachFieldSpeaksFor() throws Exception {
        String text =
                """
                id: rounds
                title: Morning round
                summary: Looks at all of it.
                interval-days: 7
                covers: [stand]
                sources: ["ISO 8655-6:2022, clause 7", "Agreed on 3 March: \\"no oil\\""]
                fields:
                  - {name: table, title: Table, kind: yes-no, expected: yes, reason: It hisses.}
                  - {name: noise, title: Noise, kind: yes-no, expected: no, reason: It should not.}
                  - {name: lens, title: Lens, kind: yes-no, expected: yes, reason: Oil., covers: [objective, stage]}
                """;
        RecordingServer.location(server.post("/new-protocol", Map.of("definition", text)));
        String form = server.get("/new-protocol?from=rounds").body();
        assertThat(form).contains("ISO 8655-6:2022, clause 7\n", "value=\"objective, stage\"");
        ProtocolDefinition before = known();

        Map<String, String> typed = new OwnProtocolFields(before, before.form().orElseThrow()).typed();
        Map<String, String> changed = new TreeMap<>(typed);
        changed.putAll(Map.of("from", "rounds", "title", "Round of the morning", "reason", "clearer"));
        RecordingServer.location(server.post("/new-protocol", changed));

        ProtocolDefinition after = known();
        assertThat(after.description().title()).isEqualTo("Round of the morning");
        assertThat(after.description().sources()).isEqualTo(before.description().sources());
        assertThat(after.metrics()).isEqualTo(before.metrics());
    }

    @Test
    void oneThatIsOutOfUseLeavesTheListsToChooseFromAndKeepsItsHistory() throws Exception {
        server.post("/new-protocol", nitrogen());
        server.post(
                "/instruments/lsm-1/new-plan",
                Map.of(
                        "protocol",
                        "liquid-nitrogen",
                        "path.63x-488",
                        "yes",
                        "every",
                        "weekly",
                        "start",
                        "2026-11-01",
                        "before",
                        "2",
                        "after",
                        "2",
                        "minutes",
                        "5",
                        "by",
                        "Ada"));
        assertThat(server.post("/protocols/liquid-nitrogen/retire", Map.of("by", "Ada"))
                        .body())
                .contains("Say why protocol &#39;liquid-nitrogen&#39; is taken out of use");

        RecordingServer.location(
                server.post("/protocols/liquid-nitrogen/retire", Map.of("by", "Ada", "reason", "<b>sold</b>")));

        assertThat(known().isRetired()).isTrue();
        assertThat(server.get(RecordingServer.FORM).body()).doesNotContain("Liquid nitrogen");
        assertThat(server.get("/instruments/lsm-1/new-plan").body()).doesNotContain("Liquid nitrogen");
        assertThat(server.get("/due").body()).contains("Liquid nitrogen (out of use: end its plan)");
        assertThat(server.get("/protocols").body()).contains("Liquid nitrogen", "(out of use)");
        assertThat(server.get("/protocols/liquid-nitrogen").body())
                .contains("This protocol is out of use", "&lt;b&gt;sold&lt;/b&gt;", "liquid-nitrogen@1.0")
                .doesNotContain("<b>sold");
        assertThat(server.post("/protocols/liquid-nitrogen/retire", Map.of("reason", "again"))
                        .body())
                .contains("is out of use already, since its version 1.1; nothing was changed.");

        server.post("/protocols/liquid-nitrogen/retire", Map.of("back", "yes", "reason", "bought back"));
        assertThat(known().isRetired()).isFalse();
        assertThat(server.get(RecordingServer.FORM).body()).contains("Liquid nitrogen");
        assertThat(server.post("/protocols/incubator/retire", Map.of("reason", "x"))
                        .statusCode())
                .as("a protocol of the program")
                .isEqualTo(404);
    }

    @Test
    void aProtocolOutOfUseThatIsChangedStaysOutOfUse() throws Exception {
        server.post("/new-protocol", nitrogen());
        assertThat(server.get("/new-protocol?from=liquid-nitrogen").body()).doesNotContain("stays so whatever");
        server.post("/protocols/liquid-nitrogen/retire", Map.of("reason", "sold"));
        assertThat(server.get("/new-protocol?from=liquid-nitrogen").body())
                .contains(
                        "This protocol is out of use and stays so whatever is changed here",
                        "href=\"/protocols/liquid-nitrogen\"");

        Map<String, String> changed = nitrogen();
        changed.putAll(Map.of("from", "liquid-nitrogen", "id", "liquid-nitrogen", "f.1.fail-low", "20", "reason", "x"));
        RecordingServer.location(server.post("/new-protocol", changed));
        assertThat(known().reference().version()).isEqualTo("1.2");
        assertThat(known().isRetired()).isTrue();
        assertThat(server.get("/protocols/liquid-nitrogen").body()).contains("This protocol is out of use");

        String text = server.store().ownProtocols().all().get(0).definition();
        server.post("/new-protocol", Map.of("definition", text.replace("15", "25"), "reason", "by its text"));
        assertThat(known().isRetired()).isTrue();
        server.post("/new-protocol", Map.of("definition", text + "retired: false\n", "reason", "used again"));
        assertThat(known().isRetired()).isFalse();
    }

    /** The newest version. */
    private ProtocolDefinition known() {
        List<OwnProtocol> versions = server.store().ownProtocols().all();
        return versions.get(versions.size() - 1).read();
    }

    @Test
    void aChangeMakesAnotherVersionAndOldChecksKeepTheirs() throws Exception {
        server.post("/new-protocol", nitrogen());
        assertThat(server.get("/new-protocol?from=liquid-nitrogen").body())
                .contains("Change this protocol", "value=\"Level\"", "open\nlost");
        Map<String, String> changed = nitrogen();
        assertThat(server.post("/new-protocol", changed).body()).contains("says the same already; nothing was added");
        changed.putAll(Map.of("id", "liquid-nitrogen", "f.1.name", "level", "f.1.fail-low", "20", "reason", "safer"));
        server.post("/new-protocol", changed);

        assertThat(server.get("/protocols/liquid-nitrogen").body()).contains("at least 20\u00a0cm", "safer", "1.1");
        assertThat(server.get("/protocols/liquid-nitrogen@1.0").body()).contains("at least 15\u00a0cm");
        assertThat(server.get("/api/v1/protocols/liquid-nitrogen").body())
                .contains("\"version\":\"1.1\"", "\"entered_by_hand\":true", "liquid_nitrogen.level");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() throws Exception {
        Map<String, String> form = nitrogen();
        form.put("f.1.possible-high", "many <b>");

        String page = server.post("/new-protocol", form).body();

        assertThat(page)
                .contains("role=\"alert\"", "fields[0].possible.high", "takes a number", "many &lt;b&gt;")
                .contains("value=\"Liquid nitrogen\"");
        assertThat(server.store().ownProtocols().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\u0000\u0007null", "}{]: - &x *x", "title: '"})
    void hostileTextInEveryFieldIsOnlyText(String hostile) throws Exception {
        Map<String, String> form = nitrogen();
        form.replaceAll((name, value) ->
                name.matches("title|summary|s\\.1\\.text|f\\.\\d\\.(title|reason|help|fine)") ? hostile : value);
        form.put("f.2.help", hostile.repeat(300));
        form.put("id", "rude");

        HttpResponse<String> answer = server.post("/new-protocol", form);
        String page = answer.statusCode() == 303
                ? server.get("/protocols/rude").body()
                        + server.get("/protocols").body()
                : answer.body();

        assertThat(page).doesNotContain("<script>alert");
        assertThat(server.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void anIdOrAMetricOfTheProgramIsTaken() throws Exception {
        Map<String, String> form = nitrogen();
        form.put("id", "psf-beads");
        assertThat(server.post("/new-protocol", form).body()).contains("belongs to a protocol of this program");
        form.putAll(Map.of("id", "power", "f.1.name", "mean"));
        assertThat(server.post("/new-protocol", form).body()).contains("&#39;power.mean&#39;, which this program");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oil-on-objectives", "incubator", "cleaning"})
    void aProtocolOfTheProgramComesBackFromTheFormAsItWas(String id) throws Exception {
        assertThat(server.get("/new-protocol?from=" + id).body()).contains("value=\"our-" + id + "\"");
        ProtocolDefinition was = ProtocolFile.load(id, "1.0");
        Map<String, String> typed =
                new TreeMap<>(new OwnProtocolFields(was, was.form().orElseThrow()).typed());

        ProtocolDefinition is = ProtocolFile.form("form", new OwnProtocolForm(typed).yaml(), "1.0");

        assertThat(is.metrics()).isEqualTo(was.metrics());
        assertThat(is.limits()).isEqualTo(was.limits());
        assertThat(is.parameters()).isEqualTo(was.parameters());
        assertThat(is.form()).isEqualTo(was.form());
    }

    @Test
    void aProgramSendsTheTextOfAProtocol() throws Exception {
        String text = ProtocolFile.text(ProtocolFile.load("incubator", "1.0").reference())
                .replace("id: incubator", "id: warm-box");
        assertThat(server.post("/api/v1/protocols", Map.of("definition", text)).body())
                .contains("\"page\":\"/protocols/warm-box\"", "\"self\":\"/api/v1/protocols/warm-box\"");
        HttpResponse<String> wrong = server.post("/api/v1/protocols", Map.of("definition", "id: x\nfields: 7"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("File 'this form', line");
        assertThat(server.get("/protocols/warm-box/definition.yaml").body()).isEqualTo(text);
    }
}
