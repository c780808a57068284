package org.fiducial.web.methods;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Standing;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.web.BeadCheck;
import org.fiducial.web.RecordingServer;

/** A server with one published microscope that was checked twice, and a stranger who asks. */
final class PublishedLsm implements AutoCloseable {

    static final String DAYS = "?from=2026-10-20&to=2026-10-22&path=63x-488";
    private static final String BOUNDARY = "----image-of-a-test";

    final RecordingServer server;
    final Instrument lsm;
    final String page;
    private final Configuration path;
    private final HttpClient stranger = HttpClient.newHttpClient();
    private int made;

    PublishedLsm(Path folder) {
        server = new RecordingServer(folder.resolve("data"));
        server.accounting().begin(Accounting.holder("ada", "Ada"), "copper lantern seven");
        lsm = server.store().instruments().bySlug("lsm-1").orElseThrow();
        path = server.store().instruments().configurations(lsm.id()).get(0);
        page = "/published/" + InstrumentToken.of(lsm);
    }

    void publish(Set<Field> fields) {
        server.store()
                .publicities()
                .add(new Publicity(
                        new UUID(5, made++),
                        Publication.subject(lsm),
                        new Publicity.Terms(Standing.PUBLISHED, fields, "core@example.org"),
                        new Entry("Ada", RecordingServer.NOW, "as agreed")));
    }

    void check(String at, double fwhmUm, Figure... figures) {
        add(new BeadCheck(at, List.of(BeadCheck.width("x", fwhmUm)), List.of(), List.of(figures)));
    }

    void checkWithoutValue(String at, String reason) {
        add(BeadCheck.without(at, reason));
    }

    private void add(BeadCheck check) {
        check.in(server.store(), path, made++);
    }

    HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return stranger.send(request.build(), BodyHandlers.ofString());
    }

    byte[] bytes(String address) throws IOException, InterruptedException {
        return stranger.send(HttpRequest.newBuilder(uri(address)).build(), BodyHandlers.ofByteArray())
                .body();
    }

    private URI uri(String address) {
        return server.home().resolve(address);
    }

    /** Drops an image in. */
    HttpResponse<String> drop(String address, String name, byte[] content) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head(name));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(address, BodyPublishers.ofByteArray(body.toByteArray()));
    }

    static byte[] head(String name) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"image\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    HttpResponse<String> send(String address, BodyPublisher body) throws IOException, InterruptedException {
        return stranger.send(
                HttpRequest.newBuilder(uri(address))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("Origin", server.home().toString().replaceAll("/$", ""))
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    /** Files anybody sent that are still there. */
    List<Path> left() throws IOException {
        try (Stream<Path> files = Files.walk(server.uploads())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(".lock"))
                    .toList();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
