package org.fiducial.web.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.publication.Fingerprint;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Standing;
import org.fiducial.facility.service.Event;
import org.fiducial.metrology.protocol.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement as somebody gets it who imaged, and as a reviewer finds it years later. */
class StatementPagesTest extends StatementFixture {

    private static final String FROM = "2026-10-20";
    private static final String TO = "2026-10-22";

    StatementPagesTest(@TempDir Path folder) {
        super(folder);
    }

    private HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.home().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    @Test
    void isMadeWithoutAnAccountAndStaysByteForByte() throws Exception {
        publish();
        beads("2026-10-05T08:00:00Z", 0.21);
        beads("2026-11-10T08:00:00Z", 0.22);
        event(Event.Kind.CLEANING, "2026-10-01T08:00:00Z");

        String address = make(FROM, TO);

        String page = server.get(address).body();
        assertThat(page)
                .containsSubsequence(
                        "QC statement FID-2026-",
                        "LSM 1",
                        "63×/1.4 oil, 488 nm",
                        "20 October 2026 to 22 October 2026",
                        "Genuine",
                        "every part of it is the same",
                        "Resolution of the 63x/1.4 oil: within limits",
                        "0.2100 ± 0.0080",
                        "does not speak of any image")
                .doesNotContain("Ada")
                .doesNotContain("smoke");
        HttpResponse<byte[]> pdf = bytes(address + "/statement.pdf");
        assertThat(pdf.body()).isEqualTo(papers(address).pdf());
        assertThat(Fingerprint.of(pdf.body()))
                .isEqualTo(statement(address).hashes().paper());
        assertThat(pdf.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(pdf.headers().firstValue("Content-Type").orElse("")).startsWith("application/pdf");
        String mark = pdf.headers().firstValue("ETag").orElseThrow();
        assertThat(bytes(address + "/statement.pdf", "If-None-Match", mark).statusCode())
                .isEqualTo(304);
        HttpResponse<byte[]> record = bytes(address + "/record.json");
        assertThat(Fingerprint.of(record.body()))
                .isEqualTo(statement(address).hashes().record());
        assertThat(new String(record.body(), StandardCharsets.UTF_8))
                .contains("\"coverageFactor\":2", "\"protocol\":{\"id\":\"psf-beads\"", "\"auditHead\":\"")
                .doesNotContain("Ada");
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(
                            statement(address).name().number(),
                            "Resolution of the 63x/1.4 oil: within limits, checked 5 October and 10 November.",
                            statement(address).hashes().record(),
                            "psf-beads@1.0")
                    .doesNotContain("Ada");
        }
        assertThat(make(FROM, TO)).as("the same is stated once").isEqualTo(address);
        server.restart();
        assertThat(bytes(address + "/statement.pdf").body()).isEqualTo(pdf.body());
        assertThat(server.store().verify(Progress.unwatched()).faults()).isEmpty();
    }

    @Test
    void saysWhatWasCorrectedSinceWhileItStaysAsItStood() throws Exception {
        publish();
        UUID before = beads("2026-10-05T08:00:00Z", 0.21);
        beads("2026-11-10T08:00:00Z", 0.22);
        String address = make(FROM, "");
        byte[] record = bytes(address + "/record.json").body();

        review(before, Review.Decision.VOID);
        event(Event.Kind.FAULT, "2026-10-21T08:00:00Z");

        assertThat(server.get(address).body())
                .containsSubsequence("Genuine", "The record says something else today")
                .contains(
                        "The check Point spread function from beads of 5 October 2026 counts no longer: it was declared void on 22 November 2026.")
                .doesNotContain("wrong slide")
                .contains("within limits, checked 5 October and 10 November");
        assertThat(bytes(address + "/record.json").body()).isEqualTo(record);
        String newer = make(FROM, "");
        assertThat(newer).isNotEqualTo(address);
        assertThat(server.get(address).body())
                .containsSubsequence("Superseded", statement(newer).name().number(), "href=\"" + newer + "\"");
        assertThat(server.get(newer).body()).contains("Genuine", "every part of it is the same");
    }

    @Test
    void programsReadTheSameCorrectionsAsThePageShows() throws Exception {
        publish();
        UUID before = beads("2026-10-05T08:00:00Z", 0.21);
        String address = make(FROM, "");
        assertThat(server.get("/api/v1" + address).body()).contains("\"corrections\":[]");

        review(before, Review.Decision.VOID);

        String sentence =
                "The check Point spread function from beads of 5 October 2026 counts no longer: it was declared"
                        + " void on 22 November 2026.";
        assertThat(server.get("/api/v1" + address).body())
                .contains("{\"what\":\"check-gone\",\"sentence\":\"" + sentence + "\"}", "{\"what\":\"standing\",");
        assertThat(server.get(address).body()).contains(sentence);
        assertThat(server.get("/api/v1" + address + "?lang=es").body())
                .contains("se declaró nula el 22 de noviembre de 2026");
    }

    @Test
    void ofManyChecksEachStandsInItWithItsNumbers() throws Exception {
        publish();
        for (int day = 1; day <= 9; day++) {
            beads("2026-10-0" + day + "T08:00:00Z", 0.2 + day / 1000.0);
        }

        String address = make("2026-10-02", "2026-10-08");

        assertThat(papers(address).record().said().path("checks"))
                .hasSize(9)
                .allSatisfy(check -> assertThat(check.path("values")).hasSize(1));
        try (PDDocument document = Loader.loadPDF(papers(address).pdf())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text).contains("These sentences rest on 9 checks. What was measured stands in the annex");
            for (int day = 1; day <= 9; day++) {
                assertThat(text).contains("0.20" + day + "0 ± 0.0080", day + " October 2026 · check: 00000000-");
            }
        }
        assertThat(server.get(address).body()).contains("<summary>Values of 9 checks</summary>");
    }

    @Test
    void aWithdrawnOneSaysSoAndIsReadableAlsoWhenTheInstrumentIsHidden() throws Exception {
        publish();
        beads("2026-10-05T08:00:00Z", 0.21);
        String address = make(FROM, "");
        assertThat(RecordingLocation.of(server.post(address + "/withdraw", Map.of("reason", "r"))))
                .startsWith("/sign-in");
        server.signIn("ada", PASSWORD);

        assertThat(server.post(address + "/withdraw", Map.of("reason", " ")).body())
                .contains("Say why the statement is withdrawn");
        server.post(address + "/withdraw", Map.of("reason", "The slide <b>had</b> aged."));
        say(Standing.HIDDEN, EnumSet.noneOf(Field.class));

        assertThat(server.get(address).body())
                .containsSubsequence(
                        "Withdrawn", "withdrew it on 22 November 2026", "The slide &lt;b&gt;had&lt;/b&gt; aged.")
                .contains("Resolution of the 63x/1.4 oil");
        assertThat(bytes(address + "/statement.pdf").statusCode()).isEqualTo(200);
        assertThat(server.post(published() + "/statements", Map.of("from", FROM, "path", "63x-488"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.get("/statements?standing=withdrawn").body())
                .contains(statement(address).name().number());
        assertThat(server.get("/statements?standing=genuine").body())
                .doesNotContain(statement(address).name().number());
        assertThat(server.get("/statements.csv").body())
                .contains(statement(address).name().number() + ",withdrawn,lsm-1");
        assertThat(server.get("/audit").body()).contains("QC statement withdrawn", "QC statement issued");
    }

    @Test
    void showsNoMoreThanIsPublic() throws Exception {
        say(Standing.PUBLISHED, EnumSet.noneOf(Field.class));
        beads("2026-10-05T08:00:00Z", 0.21);
        event(Event.Kind.FAULT, "2026-10-08T08:00:00Z");

        String address = make(FROM, "");

        String record = new String(bytes(address + "/record.json").body(), StandardCharsets.UTF_8);
        assertThat(record)
                .contains("\"lightPath\":{")
                .doesNotContain("Maker", "core@example.org", "0.21", "fault", "disturbed", "\"parts\"", "Ada");
        assertThat(server.get(address).body()).doesNotContain("core@example.org", "0.21", "fault");
    }

    @Test
    void whatIsNotThereAndWhatIsNotPublicAreAlike() throws Exception {
        String absent = server.get("/statements/AbCdEfGhIjKlMnOpQrStUv").body();
        for (String token : List.of("x", "%3Cscript%3E", "A".repeat(5_000), "AbCdEfGhIjKlMnOpQrStUw")) {
            HttpResponse<String> answer = server.get("/statements/" + token);
            assertThat(answer.statusCode()).as(token).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(absent);
        }
        beads("2026-10-05T08:00:00Z", 0.21);
        assertThat(server.post(published() + "/statements", Map.of("from", FROM, "path", "63x-488"))
                        .statusCode())
                .isEqualTo(404);
        publish();
        for (Map<String, String> typed : List.of(
                Map.of("from", FROM, "path", "none"),
                Map.of("from", "yesterday", "path", "63x-488"),
                Map.of("from", TO, "to", FROM, "path", "63x-488"),
                Map.of("from", FROM, "path", "<script>" + "x".repeat(5_000)))) {
            HttpResponse<String> answer = server.post(published() + "/statements", typed);
            assertThat(answer.statusCode()).as(typed.toString()).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("<script>x");
        }
        assertThat(server.store().statements().all()).isEmpty();
    }

    @Test
    void strangersCannotFillTheRecord() throws Exception {
        publish();
        beads("2026-10-05T08:00:00Z", 0.21);
        int refused = 0;
        for (int day = 10; day < 25; day++) {
            int status = server.post(published() + "/statements", Map.of("from", "2026-10-" + day, "path", "63x-488"))
                    .statusCode();
            refused += status == 400 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(5);
        assertThat(server.store().statements().all()).hasSize(10);
    }

    @Test
    void theJourneyPageOffersIt() throws Exception {
        publish();
        beads("2026-10-05T08:00:00Z", 0.21);

        assertThat(server.get(published() + "?from=" + FROM + "&path=63x-488").body())
                .contains("action=\"" + published() + "/statements\"", "value=\"63x-488\"", "Make a QC statement");
    }

    private static final class RecordingLocation {

        private RecordingLocation() {}

        static String of(HttpResponse<String> answer) {
            return URI.create(answer.headers().firstValue("Location").orElse(""))
                    .getPath();
        }
    }
}
