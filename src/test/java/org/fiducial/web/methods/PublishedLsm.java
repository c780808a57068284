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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Standing;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
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
        AnalysisResult result = new AnalysisResult(
                new Provenance(
                        new Provenance.ProtocolReference("psf-beads", "1.0"),
                        new Provenance.ModuleReference("psf", "1.0"),
                        new Provenance.SoftwareReference("fiducial", "0.1", "none"),
                        List.of(),
                        List.of()),
                List.of(new Measurement(
                        MeasurementKey.of("psf.fwhm.x", 1, Statistic.MEDIAN),
                        new Finding.Evaluated(
                                new Quantity(fwhmUm, Unit.MICROMETRE),
                                Optional.of(new Uncertainty(0.004, List.of())),
                                12,
                                Optional.empty()))),
                List.of(),
                List.of(),
                List.of(figures));
        DefaultLimit limit = new DefaultLimit(
                "psf.fwhm.x",
                Statistic.MEDIAN,
                List.of(),
                new DefaultLimit.Bounds(OptionalDouble.empty(), OptionalDouble.of(0.3)),
                new DefaultLimit.Bounds(OptionalDouble.empty(), OptionalDouble.of(0.4)),
                "=HYPERLINK(\"x\")");
        server.store()
                .checks()
                .append(
                        new Check(
                                new UUID(9, made++),
                                path.id(),
                                new Check.Occasion(
                                        CheckReason.SCHEDULED,
                                        new CheckTimes(
                                                Instant.parse(at),
                                                RecordingServer.NOW,
                                                Optional.empty(),
                                                ZoneOffset.UTC),
                                        "Ada",
                                        ""),
                                result,
                                new LimitSet("chosen", List.of(limit)).judge(result)),
                        List.of());
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
