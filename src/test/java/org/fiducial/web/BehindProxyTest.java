package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fiducial.facility.people.Accounting;
import org.fiducial.web.door.TrustedProxies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers behind a server before this one, each counted by itself; the clock of these tests stands still. */
class BehindProxyTest {

    private static final int A_MINUTE = 300;
    private static final int TOO_MANY = 429;

    private final HttpClient client = HttpClient.newHttpClient();

    private static RecordingServer server(Path folder, List<String> proxies) {
        RecordingServer server = new RecordingServer(
                folder.resolve("data"),
                RecordingServer.catalogue(),
                new WebServer.Address("127.0.0.1", 0, List.of(), Optional.empty(), TrustedProxies.of(proxies)));
        server.accounting().begin(Accounting.holder("ada", "Ada"), "copper lantern seven");
        return server;
    }

    private int status(URI home, String forwarded) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(home.resolve("/published"))
                                .header("X-Forwarded-For", forwarded)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void eachIsCountedByItself(@TempDir Path folder) throws Exception {
        try (RecordingServer server = server(folder, List.of("127.0.0.1"))) {
            for (int i = 0; i < A_MINUTE; i++) {
                assertThat(status(server.home(), "192.0.2.7")).isEqualTo(200);
            }
            assertThat(status(server.home(), "192.0.2.7")).isEqualTo(TOO_MANY);
            assertThat(status(server.home(), "192.0.2.8")).as("somebody else").isEqualTo(200);
            assertThat(status(server.home(), "203.0.113.5, 192.0.2.7"))
                    .as("the same, who claims to be another")
                    .isEqualTo(TOO_MANY);
        }
    }

    @Test
    void aSessionIsSentByHttpsOnlyWhereATrustedProxySpeaksIt(@TempDir Path folder) throws Exception {
        try (RecordingServer server = server(folder, List.of("127.0.0.1"))) {
            assertThat(cookie(server.home(), "https")).contains("; Secure");
            assertThat(cookie(server.home(), "https, http")).as("one of two").doesNotContain("Secure");
            assertThat(cookie(server.home(), "http")).doesNotContain("Secure");
        }
        try (RecordingServer server = server(folder.resolve("other"), List.of("10.0.0.0/8"))) {
            assertThat(cookie(server.home(), "https")).as("no trusted proxy").doesNotContain("Secure");
        }
    }

    private String cookie(URI home, String spoken) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(home.resolve("/sign-in"))
                                .header("X-Forwarded-Proto", spoken)
                                .header("Origin", home.toString().replaceAll("/$", ""))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("login=ada&password=copper+lantern+seven"))
                                .build(),
                        BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
    }

    @Test
    void whoIsNoTrustedProxyGainsNothingByTheHeader(@TempDir Path folder) throws Exception {
        try (RecordingServer server = server(folder, List.of("10.0.0.0/8"))) {
            for (int i = 0; i < A_MINUTE; i++) {
                assertThat(status(server.home(), "192.0.2." + i % 250)).isEqualTo(200);
            }
            assertThat(status(server.home(), "198.51.100.1")).isEqualTo(TOO_MANY);
        }
    }
}
