package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiducial.web.RecordingServer.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is sent in pieces goes on where a broken link, or the end of the server, left it. */
class UploadPagesTest {

    private static final byte[] LOG = ("time_s,power_mW\n"
                    + IntStream.range(0, 5000)
                            .mapToObj(i -> i + "," + (1.2 + 0.001 * (i % 7)))
                            .collect(Collectors.joining("\n")))
            .getBytes(StandardCharsets.UTF_8);

    private final Path folder;
    private final RecordingServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    UploadPagesTest(@TempDir Path folder) {
        this.folder = folder;
        this.server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String begun(String protocol) throws Exception {
        return new ObjectMapper()
                .readTree(server.post("/instruments/lsm-1/new-draft", typed(protocol))
                        .body())
                .get("address")
                .asText();
    }

    private HttpResponse<String> piece(String draft, String query, int offset, byte[] bytes) throws Exception {
        URI home = server.home();
        return client.send(
                HttpRequest.newBuilder(home.resolve(draft + "/upload?" + query + "&offset=" + offset))
                        .header("Origin", home.toString().replaceAll("/$", ""))
                        .POST(BodyPublishers.ofByteArray(bytes))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode sent(String draft, String query, int from, int to) throws Exception {
        return new ObjectMapper()
                .readTree(piece(draft, query, from, Arrays.copyOfRange(LOG, from, to))
                        .body());
    }

    private static String query(String name) {
        return "field=files&first=1&size=" + LOG.length + "&name=" + name;
    }

    @Test
    void goesOnWhereTheServerEndedAndIsAnalysed() throws Exception {
        String draft = begun("light-source-stability");
        assertThat(sent(draft, query("488.csv"), 0, 20_000).get("offset").asInt())
                .isEqualTo(20_000);
        server.restart();

        String offset = server.get(draft + "/upload?" + query("488.csv")).body();
        assertThat(offset).isEqualTo("{\"offset\":20000,\"whole\":false}");
        assertThat(sent(draft, query("488.csv"), 0, 5000).get("offset").asInt())
                .as("an offset that is not the next is not taken")
                .isEqualTo(20_000);
        assertThat(sent(draft, query("488.csv"), 20_000, LOG.length)
                        .get("whole")
                        .asBoolean())
                .isTrue();
        assertThat(server.get(draft).body()).contains("488.csv", "These files are kept");
        server.post(draft, typed("light-source-stability"));
        assertThat(server.settled(draft)).contains("Record this check", "1.20");
    }

    @Test
    void aFileChosenInsteadReplacesTheOneBeforeAndMoreThanAnnouncedIsNotTaken() throws Exception {
        String draft = begun("light-source-stability");
        sent(draft, query("first.csv"), 0, LOG.length);
        byte[] more = Arrays.copyOf(LOG, LOG.length + 1000);
        piece(draft, query("second.csv"), 0, more);

        assertThat(server.get(draft).body()).contains("second.csv").doesNotContain("first.csv");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.endsWith("second.csv")).toList())
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasBinaryContent(LOG));
        }
    }

    @Test
    void aHostileNameIsOnlyAName() throws Exception {
        String draft = begun("incubator");
        sent(draft, query("..%2F..%2F%3Cscript%3Ex.jpg"), 0, LOG.length);

        assertThat(server.get(draft).body()).contains("&lt;script&gt;x.jpg").doesNotContain("<script>x");
        assertThat(piece(draft, "field=files&name=x&size=many", 0, LOG).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPhotoIsPutIntoItsFieldAndShownOnTheCheck() throws Exception {
        String draft = begun("cleaning");
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
        piece(draft, "field=f.photo&name=desk.png&size=" + png.length, 0, png);
        server.post(draft, Map.of("p.spills", "none", "p.stage", "yes", "p.dust-covers", "yes", "reason", "scheduled"));
        assertThat(server.settled(draft)).contains("Record this check", "desk.png");
        server.post(draft + "/record", Map.of());
        server.await(draft, "recorded");
        String check = RecordingServer.location(server.get(draft));

        String page = server.get(check).body();
        assertThat(page).contains("Photos", "alt=\"desk.png\"");
        String photo = page.replaceAll("(?s).*src=\"(/checks/[^\"]+/inputs/[0-9a-f]{64})\".*", "$1");
        HttpResponse<String> answer = server.get(photo);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/png");
        assertThat(server.get(check + "/inputs/" + "0".repeat(64)).statusCode()).isEqualTo(404);
    }

    private static String ofFolder(String way, int size) {
        return "field=folder&of=3-" + 2 * LOG.length + "&size=" + size + "&name=" + way;
    }

    @Test
    void aFolderGoesOnWithTheFilesThatLackAndIsKeptOnceAllAreThere() throws Exception {
        String draft = begun("psf-beads");
        sent(draft, ofFolder("beads.zarr/0/0.0", LOG.length), 0, LOG.length);
        sent(draft, ofFolder("beads.zarr/0/0.1", LOG.length), 0, 20_000);
        String end = ofFolder("beads.zarr", 0) + "&end=1";
        HttpResponse<String> early = piece(draft, end, 0, new byte[0]);
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(early.body()).contains("1 of 3 files");
        server.restart();

        assertThat(server.get(draft + "/upload?" + ofFolder("beads.zarr/0/0.0", LOG.length))
                        .body())
                .as("a file that is there is not asked for again")
                .isEqualTo("{\"offset\":" + LOG.length + ",\"whole\":false}");
        assertThat(server.get(draft + "/upload?" + ofFolder("beads.zarr/0/0.1", LOG.length))
                        .body())
                .contains("20000");
        sent(draft, ofFolder("beads.zarr/0/0.0", LOG.length), LOG.length, LOG.length);
        sent(draft, ofFolder("beads.zarr/0/0.1", LOG.length), 20_000, LOG.length);
        sent(draft, ofFolder("beads.zarr/.zgroup", 0), 0, 0);
        assertThat(piece(draft, end, 0, new byte[0]).body()).isEqualTo("{\"offset\":0,\"whole\":true}");

        assertThat(server.get(draft).body()).contains("beads.zarr", "These files are kept");
        try (Stream<Path> files = Files.walk(folder)) {
            Path kept = files.filter(each -> each.endsWith("folder/beads.zarr"))
                    .findFirst()
                    .orElseThrow();
            assertThat(kept.resolve("0/0.1")).hasBinaryContent(LOG);
            assertThat(kept.resolve(".zgroup")).isEmptyFile();
        }
    }

    @Test
    void aPieceThatIsNotTakenIsAnsweredAndNotCutOff() throws Exception {
        String draft = begun("light-source-stability");
        byte[] piece = new byte[8 << 20];
        for (int i = 0; i < 5; i++) {
            assertThat(piece(draft, "field=files&name=x&size=many", 0, piece).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void whatWasChangedSinceItWasSentInPartBeginsAnew() throws Exception {
        String draft = begun("psf-beads");
        String file = query("488.csv") + "&modified=";
        String ofFolder = ofFolder("beads.zarr/0/0.0", LOG.length) + "&modified=";
        sent(draft, file + "1", 0, 20_000);
        sent(draft, ofFolder + "1", 0, LOG.length);

        for (String changed : List.of(file, ofFolder)) {
            assertThat(server.get(draft + "/upload?" + changed + "1").body()).doesNotContain(":0,");
            assertThat(server.get(draft + "/upload?" + changed + "2").body()).contains("\"offset\":0,");
        }
    }

    @Test
    void aFolderWithAHostileNameStaysInItsPlace() throws Exception {
        String draft = begun("psf-beads");
        for (String way : List.of("..%2F..%2Fa", "%2Fetc%2Fa", "a%00b%2Fc", "..%5C..%5Ca", "%2F")) {
            sent(draft, ofFolder(way, LOG.length), 0, LOG.length);
        }
        assertThat(piece(draft, "field=folder&of=many&size=1&name=a/b", 0, LOG).statusCode())
                .isEqualTo(400);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches(".*[/\\\\](a|c|b|file)")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file.toString()).contains("/sending/"));
        }
    }
}
