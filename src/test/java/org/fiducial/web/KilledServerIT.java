package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
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
import org.fiducial.web.api.ApiWrite;
import org.fiducial.web.api.ApiWrites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while somebody fills in a check, as by a power switch. */
class KilledServerIT {

    private static final int ROUNDS = 25;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void everyFieldThatWasAnsweredAsKeptIsThereAfterTheKill(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        Process process = serving(data);
        String draft;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String[] said = said(lines);
            URI home = URI.create(said[0]);
            signIn(home);
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
            server.signIn("ada", SampleAccounts.PASSWORD);
            assertThat(server.get(draft).body()).contains("36." + ROUNDS, "round " + ROUNDS);
            assertThat(server.get("/new-checks").body()).contains(draft);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whateverIsBeingWrittenAtTheKillWhatWasAnsweredIsThereAndNothingIsHalfThere(@TempDir Path folder)
            throws Exception {
        Process process = serving(folder.resolve("data"));
        FrozenServer frozen = new FrozenServer(process, folder);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String[] said = said(lines);
            URI home = URI.create(said[0]);
            ApiClient administrator = ApiClient.signedIn(home, "ada", SampleAccounts.PASSWORD);

            new EveryWrite(home, ApiClient.withToken(home, said[1]), administrator, frozen).all();
        } finally {
            process.destroyForcibly().waitFor();
            frozen.close();
        }

        assertThat(frozen.sent())
                .as("a write that is new needs a line in EveryWrite")
                .containsExactlyInAnyOrderElementsOf(
                        ApiWrites.ALL.stream().map(ApiWrite::path).toList());
        frozen.assertEachIsWhole();
    }

    private static Process serving(Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServingUntilKilled.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void signIn(URI home) throws IOException, InterruptedException {
        send(home, "/sign-in", Map.of("login", "ada", "password", SampleAccounts.PASSWORD));
    }

    /** The address it serves at, and a token. */
    private static String[] said(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("serving ")) {
                return line.substring("serving ".length()).split(" ", -1);
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
