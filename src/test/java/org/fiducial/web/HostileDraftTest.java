package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiducial.web.RecordingServer.typed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rude programs send to the three addresses that keep a check in progress: nothing leaves its folder, nothing falls over. */
class HostileDraftTest {

    private static final List<String> TEXTS = List.of(
            "../../../../outside",
            "..\\..\\outside",
            "/etc/outside",
            "a\u0000b",
            "\u0007\u001b[31m\u202e",
            "<script>h0stile()</script>",
            ".",
            "..",
            "",
            "CON",
            "\ud83d\udd2c".repeat(2500),
            "x".repeat(5000));

    private final Path folder;
    private final RecordingServer server;

    HostileDraftTest(@TempDir Path folder) {
        this.folder = folder;
        this.server = new RecordingServer(folder.resolve("deep/down/data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsKeptStaysInItsFolderWhateverItIsCalled() throws Exception {
        String draft = begun();
        for (String text : TEXTS) {
            for (String name : List.of("name", "field", "size", "offset", "first")) {
                Map<String, String> query =
                        new TreeMap<>(Map.of("name", "a.jpg", "field", "f.photo", "size", "3", "offset", "0"));
                query.put(name, text);
                assertHarmless(upload(draft, query), name + " " + text);
            }
            for (String name : List.of("p.temperature", "p." + text, "note", "by", "measured", "configuration", text)) {
                Map<String, String> fields = new TreeMap<>(typed("incubator"));
                fields.put(name, text);
                assertHarmless(post(draft + "/save", fields), name + " " + text);
            }
            for (String name : List.of("configuration", "protocol", "note", "reason", "by", text)) {
                Map<String, String> fields = new TreeMap<>(typed("incubator"));
                fields.put(name, text);
                assertHarmless(post("/instruments/lsm-1/new-draft", fields), name + " " + text);
            }
        }
        assertHarmless(server.get(draft), "the draft afterwards");
        assertHarmless(server.get("/new-checks"), "the list of drafts afterwards");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allMatch(file -> file.startsWith(folder.resolve("deep/down/data")))
                    .noneMatch(file -> file.getFileName().toString().startsWith("outside")
                            && !file.startsWith(folder.resolve("deep/down/data/drafts")));
        }
    }

    @Test
    void whatIsNoDraftIsNotThere() throws Exception {
        for (String id : List.of(
                "00000000-0000-7000-8000-000000000000",
                "none",
                "..",
                "%2e%2e%2f%2e%2e",
                "%00",
                "a%0d%0ab",
                "x".repeat(5000))) {
            for (String door : List.of("/save", "/upload?name=a&size=1&offset=0", "")) {
                assertThat(raw("/new-checks/" + id + door, new byte[] {1}).statusCode())
                        .as(id + door)
                        .isBetween(400, 499);
            }
        }
    }

    private String begun() throws Exception {
        return new ObjectMapper()
                .readTree(server.post("/instruments/lsm-1/new-draft", typed("incubator"))
                        .body())
                .get("address")
                .asText();
    }

    /** Once more where the link was closed because what came before it was refused unread. */
    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        try {
            return server.post(path, fields);
        } catch (IOException theLinkWasClosed) {
            return server.post(path, fields);
        }
    }

    private HttpResponse<String> upload(String draft, Map<String, String> query) throws Exception {
        StringBuilder address = new StringBuilder(draft + "/upload?");
        query.forEach((name, value) -> address.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        return raw(address.toString(), new byte[] {1, 2, 3});
    }

    private HttpResponse<String> raw(String path, byte[] body) throws IOException, InterruptedException {
        URI home = server.home();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(home.toString().replaceAll("/$", "") + path))
                                .header("Origin", home.toString().replaceAll("/$", ""))
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static void assertHarmless(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as("%.60s: %s", what, answer.body()).isLessThan(500);
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            assertThat(answer.body()).doesNotContain("<script>h0stile", "\u0000", "\u202e");
        }
    }
}
