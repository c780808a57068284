package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while somebody fills in a check, as by a power switch. */
class KilledServerIT {

    private static final int ROUNDS = 25;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void everyFieldThatWasAnsweredAsKeptIsThereAfterTheKill(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServingUntilKilled.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String draft;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            URI home = URI.create(home(lines));
            draft = new ObjectMapper()
                    .readTree(send(
                                    home,
                                    "/instruments/lsm-1/new-draft",
                                    Map.of("configuration", "63x-488", "protocol", "incubator"))
                            .body())
                    .get("address")
                    .asText();
            for (int round = 1; round <= ROUNDS; round++) {
                HttpResponse<String> answer =
                        send(home, draft + "/save", Map.of("p.temperature", "36." + round, "note", "round " + round));
                assertThat(answer.statusCode()).isEqualTo(200);
            }
            process.toHandle().destroyForcibly();
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (RecordingServer server = RecordingServer.again(data)) {
            assertThat(server.get(draft).body()).contains("36." + ROUNDS, "round " + ROUNDS);
            assertThat(server.get("/new-checks").body()).contains(draft);
        }
    }

    private static String home(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("serving ")) {
                return line.substring("serving ".length());
            }
        }
        throw new AssertionError("the server ended before it served");
    }

    private HttpResponse<String> send(URI home, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", home.toString().replaceAll("/$", ""))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
