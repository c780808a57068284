package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.fiducial.facility.instrument.Attachment;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.service.Event;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.web.RecordingServer.Sent;
import org.fiducial.web.page.AttachedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Software, files and imports of instruments. */
class RegistryFilesTest {

    private static final String REGISTRY = "/instruments/lsm-1/registry";
    private static final String FILES = "/instruments/lsm-1/files";
    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";

    private final Path folder;
    private final RecordingServer server;

    RegistryFilesTest(@TempDir Path folder) {
        this.folder = folder;
        server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Instrument lsm() {
        return server.store().instruments().bySlug("lsm-1").orElseThrow();
    }

    private List<Attachment> attachments() {
        return server.store().instruments().registry().attachments(lsm().id());
    }

    private HttpResponse<byte[]> raw(String path) throws IOException, InterruptedException {
        URI address = server.home().resolve(path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void documentsAreSavedAndNeverShownWhateverTheyAre() throws Exception {
        RecordingServer.location(server.post(
                FILES,
                Map.of("caption", "<script>alert(2)</script>", "by", "Eve"),
                new Sent("picture.svg", SVG),
                new Sent("page.html", "<html><script>alert(3)</script></html>"),
                new Sent("../../<b>'.txt", "plain")));

        assertThat(server.get(REGISTRY).body())
                .contains("picture.svg", "&lt;script&gt;alert(2)")
                .doesNotContain("<script>alert")
                .doesNotContain("<b>");
        assertThat(attachments()).hasSize(3);
        for (Attachment each : attachments()) {
            HttpResponse<byte[]> answer = raw(FILES + "/" + each.id());
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/octet-stream");
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment; filename=\"")
                    .doesNotContain("<")
                    .doesNotContain("..\\/");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .contains("sandbox");
            assertThat(raw(FILES + "/" + each.id() + "/small").statusCode()).isEqualTo(404);
        }
        assertThat(server.store().verify(Progress.unwatched()).faults()).isEmpty();
    }

    @Test
    void photosAreShownInSmallAndTakenAwayWithAReason() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB), "png", png);
        Path photo = Files.write(folder.resolve("stand.png"), png.toByteArray());
        Attachment attached = new Attachment(
                server.store().instruments().facilities().get(0).id(),
                lsm().id(),
                AttachedFile.of(photo),
                "The stand",
                new Entered("Eve", RecordingServer.NOW, ZoneOffset.UTC, ""));
        server.store().instruments().registry().attach(attached, photo);

        String address = FILES + "/" + attached.id();
        assertThat(server.get(REGISTRY).body()).contains(address + "/small").contains("alt=\"The stand\"");
        HttpResponse<byte[]> small = raw(address + "/small");
        assertThat(small.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/jpeg");
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(small.body()));
        assertThat(shown.getWidth()).isEqualTo(320);
        assertThat(shown.getHeight()).isEqualTo(180);
        assertThat(raw(address).headers().firstValue("Content-Type").orElseThrow())
                .startsWith("image/png");

        assertThat(server.post(address + "/remove", Map.of("reason", " ")).body())
                .contains("role=\"alert\"");
        RecordingServer.location(server.post(address + "/remove", Map.of("reason", "blurred", "by", "Eve")));
        assertThat(attachments()).isEmpty();
        assertThat(raw(address).statusCode()).isEqualTo(404);
        assertThat(server.store().verify(Progress.unwatched()).faults()).isEmpty();
    }

    @Test
    void refusesWhatIsNoFileAndADamagedPhotoHasNoPicture() throws Exception {
        assertThat(server.post(FILES, Map.of("by", "Eve")).body()).contains("Choose 1 to 12 files");
        assertThat(server.post(FILES, Map.of("by", "Eve"), new Sent("empty.txt", ""))
                        .body())
                .contains("has 0 bytes");
        RecordingServer.location(server.post(FILES, Map.of("by", "Eve"), new Sent("cut.gif", "GIF89a")));
        assertThat(raw(FILES + "/" + attachments().get(0).id() + "/small").statusCode())
                .isEqualTo(404);
        assertThat(server.uploads())
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("attached"));
    }

    @Test
    void softwareIsAnInventoryFirstAndAnUpdateThen() throws Exception {
        String software = "/instruments/lsm-1/software";
        RecordingServer.location(server.post(
                software, Map.of("software", "ZEN", "number", "3.8", "at", "2026-03-01T10:00", "by", "Eve")));
        RecordingServer.location(server.post(
                software,
                Map.of(
                        "software",
                        "ZEN",
                        "number",
                        "3.9",
                        "at",
                        "2026-11-20T10:00",
                        "by",
                        "Eve",
                        "reason",
                        "asked for")));

        assertThat(server.get(REGISTRY).body()).contains("3.8").contains("3.9").contains("asked for");
        assertThat(server.store().events().ofInstrument(lsm().id()))
                .extracting(each -> each.event().kind())
                .containsExactly(Event.Kind.SOFTWARE_UPDATE);
        assertThat(server.post(software, Map.of("software", "ZEN", "number", " "))
                        .body())
                .contains("type both");
        assertThat(server.post(
                                software,
                                Map.of("software", "<script>", "number", "x".repeat(5000), "at", "2026-11-20T10:00"))
                        .body())
                .contains("5000 letters")
                .doesNotContain("value=\"<script>");
    }

    @Test
    void whatAFileHoldsIsShownBeforeItIsAdded() throws Exception {
        String json =
                "{'Name':'Grey <script>Lady','Schema_ID':'Instrument.json','components':[{'Schema_ID':'Objective.json',"
                        + "'Name':'40x','LensNA':0.95,'Turret':3},{'Schema_ID':'Shutter.json','Name':'Blink'}]}";
        HttpResponse<String> preview =
                server.post("/import-instrument", Map.of(), new Sent("microscope.json", json.replace('\'', '"')));

        assertThat(preview.body())
                .contains("Components (1)")
                .contains("Without a place here (2)")
                .contains("Blink")
                .doesNotContain("<script>Lady");
        assertThat(server.store().instruments().all()).hasSize(1);

        Map<String, String> typed = new TreeMap<>(
                Map.of("name", "Grey Lady", "slug", "grey", "serial", "7", "location", "Cellar", "by", "Eve"));
        typed.put("yaml", yaml(preview.body()));
        String there = RecordingServer.location(server.post("/import-instrument", typed));
        assertThat(there).isEqualTo("/instruments/grey/registry");
        assertThat(server.get(there).body()).contains("40x").contains("Blink").contains("Cellar");

        HttpResponse<String> again = server.post("/import-instrument", typed);
        assertThat(again.body()).contains("already").contains("value=\"grey\"").contains("40x");
        typed.put("yaml", "instrument: [");
        assertThat(server.post("/import-instrument", typed).body()).contains("role=\"alert\"");
        assertThat(server.store().audit().faults()).isEmpty();
    }

    private static String yaml(String page) {
        Matcher found = Pattern.compile("<textarea id=\"yaml\"[^>]*>(.*?)</textarea>", Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1)
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** As the page does: first the description, then the instrument; or both at once. */
    @Test
    void programsSendFilesOfOtherProgramsToo() throws Exception {
        Sent file = new Sent(
                "microscope.json",
                ("{'Name':'Grey Lady','Schema_ID':'Instrument.json','components':[{'Schema_ID':'Objective.json',"
                                + "'Name':'40x','LensNA':0.95}]}")
                        .replace('\'', '"'));
        HttpResponse<String> described = server.post("/api/v1/import-instrument", Map.of(), file);
        assertThat(described.statusCode()).as(described.body()).isEqualTo(200);
        assertThat(described.body()).contains("\"yaml\"", "Grey Lady");
        assertThat(server.store().instruments().all()).hasSize(1);

        HttpResponse<String> added =
                server.post("/api/v1/import-instrument", Map.of("add", "yes", "location", "Cellar", "by", "Eve"), file);
        assertThat(added.body()).contains("/instruments/grey-lady/registry");
        assertThat(server.store()
                        .instruments()
                        .bySlug("grey-lady")
                        .orElseThrow()
                        .location())
                .isEqualTo("Cellar");
        HttpResponse<String> refused =
                server.post("/api/v1/import-instrument", Map.of("add", "yes"), new Sent("x.json", "<script>"));
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void anInstrumentLikeAnotherAndOneFromATemplateAreAdded() throws Exception {
        String like = server.get("/import-instrument?like=lsm-1").body();
        assertThat(like).contains("63x/1.4 oil").contains("Light paths (1)");
        RecordingServer.location(server.post(
                "/import-instrument", Map.of("yaml", yaml(like), "name", "LSM 2", "slug", "lsm-2", "serial", "2")));
        assertThat(server.store()
                        .instruments()
                        .configuration("lsm-2/63x-488")
                        .orElseThrow()
                        .registry())
                .containsEntry("na", "1.4");

        for (String name : List.of("confocal", "spinning-disk", "widefield")) {
            String page = server.get("/import-instrument?template=" + name).body();
            RecordingServer.location(server.post("/import-instrument", Map.of("yaml", yaml(page), "slug", name)));
            assertThat(server.store().instruments().bySlug(name)).isPresent();
        }
        assertThat(server.get("/import-instrument?template=../../x").body()).contains("From a file");
    }

    @Test
    void refusesFilesThatAreNoInstrument() throws Exception {
        for (Sent each : List.of(
                new Sent("x.json", "[".repeat(9000)),
                new Sent("x.xml", "<!DOCTYPE OME [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><OME>&x;</OME>"),
                new Sent("x.tif", "II*"),
                new Sent("x.yaml", "a: &x [*x]"))) {
            HttpResponse<String> answer = server.post("/import-instrument", Map.of(), each);
            assertThat(answer.statusCode()).as(each.name()).isEqualTo(200);
            assertThat(answer.body()).as(each.name()).contains("role=\"alert\"").doesNotContain("root:");
        }
    }
}
