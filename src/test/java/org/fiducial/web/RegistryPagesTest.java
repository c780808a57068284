package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.service.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryPagesTest {

    private static final String HOSTILE = "<script>alert(1)</script>'\"&";
    private static final Map<String, String> EDITED = Map.of(
            "version", "1",
            "name", "LSM 980",
            "manufacturer", "Maker",
            "model", "Model",
            "serial", "1",
            "location", "Room 2.14",
            "commissioned", "2019-05-02",
            "identifier", "https://doi.org/10.21938/abc",
            "by", "Eve",
            "reason", "the sticker says so");

    private final RecordingServer server;

    RegistryPagesTest(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Instrument lsm() {
        return server.store().instruments().bySlug("lsm-1").orElseThrow();
    }

    private Component objective() {
        return server.store()
                .instruments()
                .configurations(lsm().id())
                .get(0)
                .components()
                .get(0);
    }

    @Test
    void theFormOfALightPathSaysTheUnitOfANumberThatHasNone() throws Exception {
        String path = "/instruments/lsm-1/paths/63x-488";
        assertThat(server.get(path).body())
                .contains(">Excitation (nm)<", ">Emission (nm)<", ">Pinhole (AU)<", ">Modality<");
        assertThat(server.get("/new-instrument").body()).contains(">Excitation (nm)<");
    }

    @Test
    void changesAnInstrumentAndShowsWhoDidItAndWhy() throws Exception {
        String there = RecordingServer.location(server.post("/instruments/lsm-1/edit", EDITED));

        String page = server.get(there).body();
        assertThat(page)
                .contains("LSM 980")
                .contains("2 May 2019")
                .contains("href=\"https://doi.org/10.21938/abc\"")
                .contains("Eve")
                .contains("the sticker says so")
                .contains("<del>LSM 1</del>")
                .contains("<ins>LSM 980</ins>");
        assertThat(server.get("/").body()).contains("LSM 980");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() throws Exception {
        assertRefused("identifier", "4711", "persistent identifier");
        assertRefused("commissioned", "yesterday", "2026-03-12");
        assertRefused("reason", " ", "Say why");
        assertRefused("name", " ", "The name is empty");
        assertRefused("name", "x".repeat(5000), "5000 letters");
    }

    private void assertRefused(String field, String value, String sentence) throws IOException, InterruptedException {
        Map<String, String> typed = new TreeMap<>(EDITED);
        typed.put(field, value);

        HttpResponse<String> answer = server.post("/instruments/lsm-1/edit", typed);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("role=\"alert\"").contains(sentence).contains("Room 2.14".substring(0, 4));
        assertThat(lsm().name()).isEqualTo("LSM 1");
    }

    @Test
    void tellsTheSecondEditorWhatChangedAndLosesNothing() throws Exception {
        server.post("/instruments/lsm-1/edit", EDITED);
        Map<String, String> second = new HashMap<>(Map.of(
                "version", "1", "name", "Grey microscope", "serial", "1", "notes", "Key in the drawer", "by", "Ada"));
        second.put("reason", "tidied up");

        HttpResponse<String> answer = server.post("/instruments/lsm-1/edit", second);

        assertThat(answer.body())
                .contains("Eve changed it while you were typing")
                .contains("LSM 980")
                .contains("value=\"Grey microscope\"")
                .contains("Key in the drawer")
                .contains("value=\"Room 2.14\"")
                .contains("name=\"version\" value=\"2\"");
        assertThat(lsm().name()).isEqualTo("LSM 980");
        second.put("version", "2");
        second.put("location", "Room 2.14");
        RecordingServer.location(server.post("/instruments/lsm-1/edit", second));
        assertThat(lsm().name()).isEqualTo("Grey microscope");
        assertThat(lsm().location()).isEqualTo("Room 2.14");
    }

    @Test
    void movesAComponentAndTheLightPathSaysSo() throws Exception {
        Instrument second = new Instrument(new UUID(0, 7), lsm().facilityId(), "lsm-2", "LSM 2", Make.unknown(), "");
        server.store().instruments().add(second, List.of(), "");
        String component = "/components/" + objective().id();

        String there = RecordingServer.location(server.post(
                component + "/move",
                Map.of("to", "lsm-2", "at", "2026-11-20T10:00", "by", "Eve", "reason", "lent for a course")));

        assertThat(server.get(there).body())
                .contains("LSM 2")
                .contains("20 November 2026, 10:00")
                .contains("lent for a course")
                .contains("added with it");
        assertThat(server.get("/instruments/lsm-1/registry").body()).contains("63x/1.4 oil is on LSM 2 since");
        assertThat(server.get("/instruments/lsm-1/registry?on=2026-11-01").body())
                .contains("On the stand on 1 November 2026")
                .contains(component);
        assertThat(server.get("/components?instrument=lsm-2").body()).contains("63x/1.4 oil");
        assertThat(server.get("/components.csv?instrument=lsm-1").body()).doesNotContain("63x/1.4 oil");
        assertThat(server.store().events().ofInstrument(second.id()))
                .extracting(each -> each.event().kind())
                .containsExactly(Event.Kind.EXCHANGE);
        assertThat(server.post(component + "/move", Map.of("to", "lsm-2", "reason", "again"))
                        .body())
                .contains("is there already");
    }

    @Test
    void addsAPartAndALightPathOfIt() throws Exception {
        RecordingServer.location(server.post(
                "/instruments/lsm-1/new-component",
                Map.of(
                        "kind", "objective",
                        "name", "20x/0.8",
                        "property.na", "0.8",
                        "property.magnification", "20",
                        "at", "2026-11-20T10:00",
                        "by", "Eve")));
        Component added = server.store().instruments().registry().components().stream()
                .map(each -> each.component())
                .filter(each -> each.name().equals("20x/0.8"))
                .findFirst()
                .orElseThrow();
        RecordingServer.location(server.post(
                "/instruments/lsm-1/new-path",
                Map.of("name", "20x, red", "property.emission", "600nm", "part." + added.id(), "yes", "by", "Eve")));

        Configuration path =
                server.store().instruments().configuration("lsm-1/20x-red").orElseThrow();
        assertThat(path.components()).containsExactly(added);
        assertThat(path.registry()).containsEntry("na", "0.8").doesNotContainKey("magnification");
        assertThat(server.post("/instruments/lsm-1/new-path", Map.of("name", "20x, red"))
                        .body())
                .contains("already");
        assertThat(server.post(
                                "/instruments/lsm-1/new-component",
                                Map.of("kind", "objective", "name", "?", "property.na", "17"))
                        .body())
                .contains("role=\"alert\"")
                .contains("must lie between");
    }

    @Test
    void exchangesAPartOfALightPathAsAnEvent() throws Exception {
        String path = "/instruments/lsm-1/paths/63x-488";
        RecordingServer.location(server.post(
                path,
                Map.of(
                        "version", "1",
                        "name", "63x without objective",
                        "parts", "listed",
                        "nature", "change",
                        "since", "2026-11-21T08:00",
                        "by", "Eve",
                        "reason", "scratched")));

        assertThat(server.store()
                        .instruments()
                        .configurations(lsm().id())
                        .get(0)
                        .components())
                .isEmpty();
        assertThat(server.store()
                        .events()
                        .ofInstrument(lsm().id())
                        .get(0)
                        .event()
                        .report()
                        .what())
                .contains("scratched");
        assertThat(server.get(path).body()).contains("63x/1.4 oil");
    }

    /** It leaves the state and the forms; its page, numbers and checks stay, and on days before it counts as it did. */
    @Test
    void aLightPathIsRetiredAndTakenIntoUseAgain() throws Exception {
        String path = "/instruments/lsm-1/paths/63x-488";
        String form = "/instruments/lsm-1/new-check";
        assertThat(server.get(form).body()).contains("63x-488");
        assertThat(server.get(path).body()).contains("Retire the light path");
        assertThat(server.post(path + "/service", Map.of("reason", " ")).body()).contains("Say why");
        assertThat(server.post(path + "/service", Map.of("reason", "x", "at", "2100-01-01T00:00"))
                        .body())
                .contains("lies in the future");

        RecordingServer.location(server.post(
                path + "/service", Map.of("at", "2026-11-20T10:00", "by", "Eve", "reason", "<b>laser sold</b>")));
        assertThat(server.get(form).body()).doesNotContain("63x-488");
        assertThat(server.get("/api/v1/instruments/lsm-1").body()).contains("\"evidence\" : [ ]");
        assertThat(server.get("/api/v1/instruments/lsm-1").body()).contains("\"retired\" : \"2026-11-20\"");
        assertThat(server.get("/instruments/lsm-1/registry").body())
                .contains("Retired since 20 November 2026: &lt;b&gt;laser sold")
                .doesNotContain("<b>laser");
        assertThat(server.get("/instruments/lsm-1/trends/63x-488").statusCode()).isEqualTo(200);
        assertThat(server.store().instruments().configurations(lsm().id(), Instant.parse("2026-11-20T08:00:00Z")))
                .hasSize(1);
        assertThat(server.store().instruments().configurations(lsm().id(), Instant.parse("2026-11-20T09:30:00Z")))
                .isEmpty();

        assertThat(server.get(path).body()).contains("Take the light path into use again");
        RecordingServer.location(server.post(path + "/service", Map.of("back", "yes", "reason", "bought back")));
        assertThat(server.get(form).body()).contains("63x-488");
        assertThat(server.store().audit().faults()).isEmpty();
    }

    @Test
    void anInstrumentLeavesTheHomePageAndComesBack() throws Exception {
        String service = "/instruments/lsm-1/service";
        RecordingServer.location(
                server.post(service, Map.of("day", "2026-11-01", "by", "Eve", "reason", "sold", "version", "1")));

        assertThat(server.get("/").body()).doesNotContain("/instruments/lsm-1\"");
        assertThat(server.get("/instruments/lsm-1").body()).contains("Out of service since 1 November 2026");
        assertThat(server.get("/registry?standing=out").body()).contains("LSM 1");
        assertThat(server.get("/registry?standing=in").body()).doesNotContain("LSM 1");

        RecordingServer.location(
                server.post(service, Map.of("back", "yes", "by", "Eve", "reason", "not sold", "version", "2")));
        assertThat(server.get("/").body()).contains("/instruments/lsm-1\"");
    }

    @Test
    void showsHostileTextAsText() throws Exception {
        Map<String, String> typed = new HashMap<>(EDITED);
        List.of("name", "manufacturer", "model", "serial", "location", "notes", "reason", "by")
                .forEach(field -> typed.put(field, HOSTILE));
        RecordingServer.location(server.post("/instruments/lsm-1/edit", typed));
        RecordingServer.location(server.post(
                "/components/" + objective().id() + "/edit",
                Map.of("version", "1", "name", HOSTILE, "serial", HOSTILE, "notes", HOSTILE, "reason", HOSTILE)));
        RecordingServer.location(server.post(
                "/components/" + objective().id() + "/move",
                Map.of("to", "stored", "at", "2026-11-21T08:00", "by", HOSTILE, "reason", HOSTILE)));

        for (String address : List.of(
                "/",
                "/registry?q=%3Cscript%3E",
                "/instruments/lsm-1",
                "/instruments/lsm-1/registry",
                "/instruments/lsm-1/edit",
                "/instruments/lsm-1/events",
                "/instruments/lsm-1/paths/63x-488",
                "/components?q=%3Cscript%3E",
                "/components/" + objective().id(),
                "/components/" + objective().id() + "/edit")) {
            HttpResponse<String> answer = server.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.body())
                    .as(address)
                    .doesNotContain("<script>alert")
                    .contains("&lt;script&gt;");
        }
        assertThat(server.get("/registry.csv").body()).contains("<script>").startsWith("\uFEFF");
    }
}
