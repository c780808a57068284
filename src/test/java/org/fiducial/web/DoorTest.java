package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.fiducial.facility.people.Accounting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server lets in that other machines can reach: by which names, from which pages, and by https. */
class DoorTest {

    private static final String PASSWORD = "of this test";

    @TempDir
    Path folder = Path.of("");

    @Test
    void isKnownByItsOwnNamesAndNumbersOnceThereAreAccounts() throws Exception {
        try (RecordingServer server = server(Optional.empty())) {
            assertThat(status(server, "qc.example.org")).as("still open to all").contains(" 403 ");
            server.accounting().begin(Accounting.holder("ada", "Ada"), SampleAccounts.PASSWORD);

            for (String own :
                    List.of("qc.example.org", "QC.example.org:8443", "192.0.2.7:8080", "[2001:db8::1]", "localhost")) {
                assertThat(status(server, own)).as(own).contains(" 200 ").doesNotContain("Strict-Transport");
            }
            for (String strange : List.of("evil.example", "qc.example.org.evil.example", "", "1.2.3.4.evil.example")) {
                assertThat(status(server, strange)).as(strange).matches("HTTP/1.1 40[03] .*");
            }
        }
    }

    @Test
    void servesByHttpsAndGivesItsCookieToNothingElse() throws Exception {
        Path file = keys();
        WebServer.Lock lock = new WebServer.Lock(file, PASSWORD);
        try (RecordingServer server = server(Optional.of(lock))) {
            server.accounting().begin(Accounting.holder("ada", "Ada"), SampleAccounts.PASSWORD);
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(file)).build();
            URI home = server.home();

            assertThat(home.getScheme()).isEqualTo("https");
            HttpResponse<String> answer = signIn(client, home, home.toString().replaceAll("/$", ""));
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=15552000");
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).endsWith("; Secure"));
            assertThat(signIn(client, home, "http://127.0.0.1:" + home.getPort())
                            .statusCode())
                    .as("a form of a page that came without https")
                    .isEqualTo(403);
        }
        assertThat(lock).asString().doesNotContain(PASSWORD);
    }

    private RecordingServer server(Optional<WebServer.Lock> lock) {
        return new RecordingServer(
                folder.resolve("data"),
                RecordingServer.catalogue(),
                new WebServer.Address("127.0.0.1", 0, List.of("qc.example.org"), lock));
    }

    private static HttpResponse<String> signIn(HttpClient client, URI home, String origin)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(home.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin)
                        .POST(BodyPublishers.ofString(
                                "login=ada&password=" + SampleAccounts.PASSWORD.replace(' ', '+')))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The first line of the answer to a request under a name. */
    private static String status(RecordingServer server, String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.home().getPort())) {
            String request = "GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    /** Certificate and key for 127.0.0.1, made by the tool that comes with Java. */
    private Path keys() throws IOException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "qc",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=qc.example.org",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }

    private static SSLContext trusting(Path file) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("qc", keys.getCertificate("qc"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
