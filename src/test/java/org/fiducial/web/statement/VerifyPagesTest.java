package org.fiducial.web.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.SequenceInputStream;
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
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.fiducial.facility.service.Event;
import org.fiducial.web.Zeros;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a number or a file is that of a statement. */
class VerifyPagesTest extends StatementFixture {

    private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
    private static final long SEED = 20_261_123;

    private final Path folder;
    private String address = "";

    VerifyPagesTest(@TempDir Path folder) {
        super(folder);
        this.folder = folder;
    }

    @BeforeEach
    void makeOne() throws Exception {
        publish();
        beads("2026-10-05T08:00:00Z", 0.21);
        address = make("2026-10-20", "");
    }

    private HttpResponse<String> send(byte[] file) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a <b>.pdf\"\r\n"
                                + "Content-Type: application/pdf\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.home().resolve("/verify"))
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .header("Origin", server.home().toString().replaceAll("/$", ""))
                                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void thePdfThatWasIssuedIsGenuineAndAnyOtherByteIsNot() throws Exception {
        byte[] pdf = papers(address).pdf();

        assertThat(send(pdf).body()).contains("Genuine", "href=\"" + address + "\"");
        assertThat(send(papers(address).record().bytes()).body()).contains("Genuine");
        byte[] changed = pdf.clone();
        changed[pdf.length / 2] ^= 1;
        assertThat(send(changed).body())
                .contains("Unknown", "not byte for byte one that this facility issued")
                .doesNotContain(address);
        byte[] longer = new byte[pdf.length + 1];
        System.arraycopy(pdf, 0, longer, 0, pdf.length);
        assertThat(send(longer).body()).contains("Unknown");
        try (Stream<Path> left = Files.walk(folder.resolve("data/.uploads"))) {
            assertThat(left.filter(Files::isRegularFile).filter(file -> !file.endsWith(".lock")))
                    .as("nothing is kept")
                    .isEmpty();
        }
    }

    @Test
    void bytesThatLookLikeTheBoundaryAreReadAsTheyAre() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < 20; i++) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            for (int part = 0; part < 50; part++) {
                String whole = "\r\n--" + BOUNDARY;
                file.writeBytes(
                        whole.substring(0, random.nextInt(whole.length())).getBytes(StandardCharsets.UTF_8));
            }
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes("headers: none\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.toByteArray());
            body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(SentFile.of(
                                    "multipart/form-data; boundary=" + BOUNDARY,
                                    new ByteArrayInputStream(body.toByteArray()))
                            .readAllBytes())
                    .as("seed " + SEED + ", file " + i)
                    .isEqualTo(file.toByteArray());
        }
    }

    @Test
    void aPdfThatWasSavedAnewIsAnotherFile() throws Exception {
        ByteArrayOutputStream anew = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(papers(address).pdf())) {
            document.save(anew);
        }
        assertThat(send(anew.toByteArray()).body())
                .contains("Unknown", "saved anew or signed is another file: look its number up");
    }

    @Test
    void whatIsNoPaperIsCalledSoAndNeverUnpacked() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("statement.pdf"));
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        for (byte[] file : List.of(
                bomb.toByteArray(),
                "II*\0 an image".getBytes(StandardCharsets.UTF_8),
                "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
                new byte[] {0})) {
            assertThat(send(file).body())
                    .contains("Unknown", "neither a PDF nor a record (JSON)")
                    .doesNotContain("<script>alert");
        }
        assertThat(send(new byte[0]).body()).contains("The file is empty, or none was chosen");
    }

    @Test
    void aFileLargerThanAnyStatementIsRefusedInOneSentence() throws Exception {
        HttpResponse<String> answer = send(new byte[(int) VerifyPages.LARGEST_BYTES + 1]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("larger than any statement, 8 MB at the most");
    }

    /** More than the 1 GB of heap tests have, with its length said and without: who sends it reads the answer. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofAGigabyteNothingIsHeldAndTheBrowserSeesTheSentence(boolean lengthIsSaid) throws Exception {
        long bytes = 1_200L << 20;
        byte[] start = ("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7")
                .getBytes(StandardCharsets.UTF_8);
        HttpRequest.BodyPublisher streamed = BodyPublishers.ofInputStream(
                () -> new SequenceInputStream(new ByteArrayInputStream(start), new Zeros(bytes - start.length)));

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.home().resolve("/verify"))
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .header("Origin", server.home().toString().replaceAll("/$", ""))
                                .POST(lengthIsSaid ? BodyPublishers.fromPublisher(streamed, bytes) : streamed)
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("larger than any statement");
    }

    @Test
    void tellsThatSomethingWasCorrectedSince() throws Exception {
        String number = statement(address).name().number();
        assertThat(server.get("/verify?number=" + number).body()).doesNotContain("corrected since");

        event(Event.Kind.FAULT, "2026-10-19T08:00:00Z");

        assertThat(server.get("/verify?number=" + number).body())
                .contains("Genuine", "Something it rests on was corrected since; its page says what.");
        assertThat(send(papers(address).pdf()).body()).contains("corrected since");
    }

    @Test
    void aNumberIsFoundHoweverItIsTyped() throws Exception {
        String number = statement(address).name().number();

        for (String typed :
                new String[] {number, number.toLowerCase(Locale.ROOT).replace('-', ' ')}) {
            assertThat(server.get("/verify?number=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                            .body())
                    .contains("Genuine", address);
        }
        for (String typed : new String[] {"FID-2026-0000-0000", "<script>alert(1)</script>", "x".repeat(5_000)}) {
            assertThat(server.get("/verify?number=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                            .body())
                    .contains("Unknown")
                    .doesNotContain("<script>alert");
        }
        assertThat(server.get("/api/v1/verify?sha256="
                                + statement(address).hashes().paper())
                        .body())
                .contains("\"standing\":\"genuine\"", "\"number\":\"" + number);
        assertThat(server.get("/api/v1/verify?number=FID-2026-0000-0000").body())
                .isEqualTo("{\"standing\":\"unknown\"}");
    }

    @Test
    void whoTriesTooManyIsToldToWait() throws Exception {
        HttpResponse<String> last = server.get("/verify?number=FID-2026-0000-0000");
        for (int i = 0; i < 60; i++) {
            last = server.get("/verify?number=FID-2026-0000-0000");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("Too many statements");
        assertThat(server.get("/verify").statusCode()).isEqualTo(200);
    }
}
