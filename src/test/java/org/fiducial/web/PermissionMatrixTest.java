package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.people.Role;
import org.fiducial.web.page.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every role and nobody at all ask every address there is, of the home facility and of a visited one. Who is let in stands
 * in {@code test-data/permissions/matrix.txt}; an address that is not there fails this test. They ask as from another machine:
 * under an address that {@code --host} opened.
 */
class PermissionMatrixTest {

    private static final Path MATRIX = Path.of("test-data/permissions/matrix.txt");
    private static final String NOBODY = "N";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final RecordingServer server;

    PermissionMatrixTest(@TempDir Path folder) {
        server = new RecordingServer(
                folder.resolve("data"),
                RecordingServer.catalogue(),
                new WebServer.Address("127.0.0.2", 0, List.of("qc.example.org"), Optional.empty()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @BeforeEach
    void addAccounts() throws IOException, InterruptedException {
        Facility away = new Facility(new UUID(0, 1), "Elsewhere", ZoneOffset.UTC, Facility.Kind.VISITED);
        server.store().instruments().add(away);
        server.store()
                .instruments()
                .add(
                        new Instrument(
                                new UUID(0, 2), away.id(), "away-1", "Away 1", new Make("Maker", "Model", "1"), ""),
                        List.of());
        Accounting accounting = server.accounting();
        accounting.begin(Accounting.holder("first", "First One"), SampleAccounts.PASSWORD);
        cookies.put(NOBODY, "");
        for (Role role : Role.values()) {
            accounting.add(
                    Accounting.holder(role.word(), "A " + role.word()),
                    EnumSet.of(role),
                    SampleAccounts.PASSWORD,
                    new Accounting.Author("First One", ""));
            signIn(role);
        }
    }

    private void signIn(Role role) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.home().resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", server.home().toString().replaceAll("/$", ""))
                        .POST(BodyPublishers.ofString(
                                "login=" + role.word() + "&password=" + SampleAccounts.PASSWORD.replace(' ', '+')))
                        .build(),
                BodyHandlers.ofString());
        cookies.put(
                role.name().substring(0, 1),
                answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", ""));
    }

    @Test
    void everyRoleIsLetInWhereItMayAndNowhereElse() throws Exception {
        List<String> found = new ArrayList<>();
        for (Route route : server.server().routes()) {
            String home = letIn(route, "lsm-1");
            String away = route.path().contains("/instruments/{slug}") ? letIn(route, "away-1") : home;
            if (route.path().endsWith("/sessions/end")) {
                for (Role role : Role.values()) {
                    signIn(role);
                }
            }
            found.add("%-10s %-10s %-4s %s".formatted(home, away, route.method(), route.path()));
        }

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(MATRIX).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
    }

    private String letIn(Route route, String instrument) throws IOException, InterruptedException {
        StringBuilder letters = new StringBuilder();
        for (Map.Entry<String, String> each : cookies.entrySet()) {
            // Whoever signs out is out.
            String cookie = route.path().equals("/sign-out") ? "" : each.getValue();
            if (isAdmitted(ask(route, instrument, cookie))) {
                letters.append(each.getKey());
            }
        }
        return letters.isEmpty() ? "-" : letters.toString();
    }

    private HttpResponse<String> ask(Route route, String instrument, String cookie)
            throws IOException, InterruptedException {
        String path = route.path()
                .replace("{slug}", instrument)
                .replace("{id}", new UUID(0, 0).toString())
                .replace("{date}", "2026-06-01")
                .replaceAll("\\{[a-z]+}", "x");
        HttpRequest.Builder request = HttpRequest.newBuilder(server.home().resolve(path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (route.method() == Route.Method.POST) {
            request.header("Origin", server.home().toString().replaceAll("/$", ""))
                    .POST(BodyPublishers.noBody());
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static boolean isAdmitted(HttpResponse<String> answer) {
        boolean shown = answer.headers()
                .firstValue("Location")
                .filter(address -> address.startsWith("/sign-in?"))
                .isPresent();
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        assertThat(answer.headers().map().keySet())
                .as("what every answer carries")
                .contains(
                        "content-security-policy",
                        "x-content-type-options",
                        "x-frame-options",
                        "referrer-policy",
                        "cross-origin-opener-policy",
                        "permissions-policy",
                        "cache-control");
        return !shown && answer.statusCode() != 401 && answer.statusCode() != 403;
    }
}
