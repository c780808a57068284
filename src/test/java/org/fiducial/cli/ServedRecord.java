package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiducial.cli.PackedJar.Running;

/** A record the packed jar serves, written through its API by a program that remembers what it was told is stored. */
final class ServedRecord implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("at (http://\\S+) until");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    private final Running running;
    private final URI home;

    private ServedRecord(Running running, URI home) {
        this.running = running;
        this.home = home;
    }

    static ServedRecord start(PackedJar jar, Path data) throws IOException, InterruptedException {
        Running running = jar.start("serve", "--data", data.toString(), "--port", "0");
        for (int i = 0; i < 1200 && running.process().isAlive(); i++) {
            Matcher address = ADDRESS.matcher(running.printed());
            if (address.find()) {
                return new ServedRecord(running, URI.create(address.group(1)));
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the server did not start: " + PackedJar.outcome(running));
    }

    /** Writes; the address to read it again once it is stored, empty where the server was killed before it said so. */
    Optional<String> write(String path, String singleQuoted) throws InterruptedException {
        try {
            HttpResponse<String> answer = post(path, singleQuoted);
            JsonNode json = JSON.readTree(answer.body());
            assertThat(answer.statusCode()).as("%s %s", path, answer.body()).isEqualTo(201);
            return Optional.of(json.path("self").asText());
        } catch (IOException killed) {
            return Optional.empty();
        }
    }

    HttpResponse<String> post(String path, String singleQuoted) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(home.resolve("/api/v1" + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(singleQuoted.replace('\'', '"')))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(home.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** Ends it as a power cut does. */
    void kill() throws InterruptedException {
        running.process().toHandle().destroyForcibly();
        running.process().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        running.process().destroy();
        running.process().waitFor();
    }
}
