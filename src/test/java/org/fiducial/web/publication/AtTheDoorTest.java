package org.fiducial.web.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.web.RecordingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found at the door of a microscope: a sign, a screen, a badge. */
class AtTheDoorTest {

    private static final String PASSWORD = "copper lantern seven";
    private static final String SIGN = "/instruments/lsm-1/door-sign.pdf";

    private final RecordingServer server;
    private final Path data;
    private final String shown;

    AtTheDoorTest(@TempDir Path folder) throws Exception {
        data = folder.resolve("data");
        server = new RecordingServer(data);
        server.accounting().begin(Accounting.holder("ada", "Ada"), PASSWORD);
        Instrument lsm = server.store().instruments().bySlug("lsm-1").orElseThrow();
        shown = "/published/" + InstrumentToken.of(lsm);
        server.signIn("ada", PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theSignHoldsThePartsAndLeadsToTheStateOnlyWhereItIsPublic() throws Exception {
        assertThat(text(SIGN)).contains("LSM 1", "Maker Model", "63x/1.4 oil", "1.4", "oil", "codes are missing");
        Files.writeString(data.resolve("settings.yaml"), "public-url: https://qc.example.org\n");
        assertThat(text(SIGN))
                .contains("https://qc.example.org/report/", "Printed on 22 November 2026")
                .doesNotContain("https://qc.example.org/published/", "unknown");
        publish();
        assertThat(text(SIGN).replace(" ", "")).contains("https://qc.example.org" + shown);
        assertThat(text("/instruments/lsm-1/label.pdf")).contains("LSM 1", "Its state now");
        assertThat(server.get("/instruments/lsm-1/publicity").body())
                .contains("&lt;img src=&quot;https://qc.example.org" + shown + "/badge.svg");
    }

    @Test
    void signAndLabelArePrintedInTheLanguageOfTheirAddress() throws Exception {
        publish();

        assertThat(text(SIGN + "?lang=es"))
                .contains(
                        "Para su sección de métodos",
                        "Objetivos",
                        "Inmersión",
                        "aceite",
                        "1,4",
                        "Impreso el 22 de noviembre de 2026. Las piezas pueden haber cambiado desde entonces;")
                .doesNotContain("Name", "Printed", "methods section", "Immersion");
        assertThat(text("/instruments/lsm-1/label.pdf?lang=es"))
                .contains("LSM 1")
                .doesNotContain("codes", "state");
        assertThat(text(SIGN)).contains("For your methods section", "Printed on 22 November 2026");
        assertThat(server.get(SIGN + "?lang=es").headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"door-sign-lsm-1-es.pdf\"");
        assertThat(server.get("/instruments/lsm-1/publicity").body())
                .contains("href=\"" + SIGN + "?lang=es\"", "Door sign in Español");
    }

    @Test
    void theBadgeIsKeptAMinuteAndShownByOtherSites() throws Exception {
        assertThat(server.get(shown + "/screen").body()).as("a preview").contains("LSM 1");
        server.post("/sign-out", Map.of());
        assertThat(server.get(shown + "/badge.svg").statusCode()).isEqualTo(404);
        assertThat(server.get(shown + "/screen").statusCode()).isEqualTo(404);
        server.signIn("ada", PASSWORD);
        publish();
        server.post("/sign-out", Map.of());

        HttpResponse<String> badge = server.get(shown + "/badge.svg");

        assertThat(badge.body()).contains("<title id=\"t\">LSM 1: ○ unknown</title>");
        assertThat(badge.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(badge.headers().firstValue("Cache-Control")).hasValue("public, max-age=60, must-revalidate");
        assertThat(badge.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
        String mark = badge.headers().firstValue("ETag").orElseThrow();
        URI address = server.home().resolve(shown + "/badge.svg");
        HttpResponse<String> again = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("If-None-Match", mark)
                                .build(),
                        BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void theScreenSaysTheStateAndWhenAndReloadsWithoutAScript() throws Exception {
        publish();
        String screen = server.get(shown + "/screen").body();

        assertThat(screen)
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"60\"></noscript>", "name=\"robots\"")
                .contains("unknown", "No check was recorded yet.", "As of <time", "10:00")
                .contains("data-text=\"No answer since {0}.");
        server.post("/instruments/lsm-1/new-event", Map.of("kind", "fault", "what", "dark", "effect", "do-not-use"));
        assertThat(server.get(shown + "/screen").body()).contains("do not use", "class=\"screen fail\"");
    }

    private void publish() throws Exception {
        server.post("/instruments/lsm-1/publicity", Map.of("standing", "published", "reason", "agreed"));
    }

    private String text(String address) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.home().resolve(address))
                                .header("Cookie", cookie())
                                .build(),
                        BodyHandlers.ofByteArray());
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private String cookie() throws Exception {
        return server.signIn("ada", PASSWORD)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");
    }
}
