package org.fiducial.web.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(send(changed).body()).contains("Unknown").doesNotContain(address);
        assertThat(send(new byte[0]).body()).contains("Unknown");
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
    void aFileLargerThanAnyStatementIsUnknown() throws Exception {
        assertThat(send(new byte[(int) VerifyPages.LARGEST_BYTES + 1]).body()).contains("Unknown");
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
