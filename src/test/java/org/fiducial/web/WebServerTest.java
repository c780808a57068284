package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.ResultDocument;
import org.fiducial.report.SampleResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {

    private static final WebServer SERVER = SampleFacility.server(SampleFacility.filled());
    private static final URI HOME = SERVER.start();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String CHECK = "/checks/" + SampleFacility.id(106);

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(HOME.resolve(path)).build(), BodyHandlers.ofString());
    }

    @Test
    void theFirstPageNamesEveryInstrumentWithItsStateTheWorstFirst() throws Exception {
        String page = get("/").body();

        assertThat(page)
                .contains("do not use", "unknown", "fine", "Imaging Core", "2 Nov 2026")
                .contains("href=\"/instruments/lsm-1\"");
        assertThat(page.indexOf("Spinning disk")).isLessThan(page.indexOf("LSM 1"));
    }

    @Test
    void everyPageSaysHowFarARecordIsFilledUntilItIs() throws Exception {
        SERVER.filling(3, 12);
        String while3 = get("/").body();
        SERVER.filling(12, 12);

        assertThat(while3).contains("3 of 12 checks are there");
        assertThat(get("/").body()).doesNotContain("checks are there");
    }

    @Test
    void anInstrumentShowsItsJudgedWidthsOverTimeWithTheoryAndLimits() throws Exception {
        String page = get("/instruments/lsm-1").body();

        assertThat(page)
                .contains("FWHM x (µm)", "FWHM y (µm)", "FWHM z (µm)")
                .contains("class=\"line theory\"", "class=\"line warning\"", "class=\"line fail\"")
                .contains("class=\"mark warning\"", "class=\"mark pass\"")
                .contains("href=\"" + CHECK + "\"")
                .contains("26 May 2026: FWHM x")
                .contains("63×/1.4 oil, 488 nm", "Plan-Apochromat", "after service");
    }

    @Test
    void anInstrumentWithoutChecksSaysWhatToDoNext() throws Exception {
        assertThat(get("/instruments/axio").body())
                .contains("No check was recorded yet")
                .contains("fiducial.jar record psf-beads");
    }

    @Test
    void anEmptyFacilitySaysWhatToDoNext() throws Exception {
        try (WebServer empty = SampleFacility.server(SampleFacility.empty())) {
            URI home = empty.start();
            String page = CLIENT.send(HttpRequest.newBuilder(home).build(), BodyHandlers.ofString())
                    .body();
            assertThat(page).contains("No instrument yet").contains("instrument add");
        }
    }

    @Test
    void theStateOnADayRestsOnTheChecksUpToIt() throws Exception {
        String page = get("/instruments/lsm-1/on/2026-06-01").body();

        assertThat(page).contains("1 June 2026", "usable with care", "26 May 2026", "14 August 2026");
        assertThat(get("/instruments/lsm-1/on/2026-13-01").statusCode()).isEqualTo(404);
        assertThat(get("/instruments/lsm-1/on/2024-01-01").body()).contains("unknown");
        assertThat(get("/instruments/lsm-1/on/2031-01-01").body()).contains("has not come yet");
    }

    @Test
    void theFormForADayLeadsToItsAddress() throws Exception {
        HttpResponse<String> answer = get("/instruments/lsm-1/on?date=2026-06-01");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/instruments/lsm-1/on/2026-06-01");
        assertThat(get("/instruments/lsm-1/on?date=//evil.example").headers().firstValue("Location"))
                .hasValue("/instruments/lsm-1");
    }

    @Test
    void aCheckShowsVerdictsNumbersBudgetBeadsParametersAndHashes() throws Exception {
        String page = get(CHECK).body();

        assertThat(page)
                .contains("Usable, but at least one value is outside a warning limit.")
                .contains("FWHM x over theory", "at most 1.5", "widefield-nonparaxial")
                .contains("0.2927 ± 0.0038\u00a0µm")
                .contains("between beads", "Show the parts of each uncertainty")
                .contains("Other estimators", "psf.fwhm3d.x")
                .contains("c1-b005", "Too close to a neighbour: 1.8 × FWHM, at least 3 required")
                .contains("Numerical aperture", "instrument record")
                .contains("0123456789abcdef0123456789abcdef", "0.1.0", "psf 1.0.0")
                .contains("/figures/overview.svg?theme=dark");
        assertThat(page.indexOf("psf.fwhm.x")).isLessThan(page.indexOf("psf.fwhm3d.x"));
    }

    @Test
    void aBeadHasAPageWithItsPicturesAndValues() throws Exception {
        assertThat(get(CHECK + "/items/c1-b007").body())
                .contains("Bead c1-b007", "Wider than expected", "figures/bead-c1-b007.svg", "psf.position.x");
        assertThat(get(CHECK + "/items/c9-b999").statusCode()).isEqualTo(404);
    }

    @Test
    void mostOfAllTextsOfStrangersArePrintedAsText() throws Exception {
        for (String path : new String[] {"/", "/instruments/axio", CHECK, CHECK + "/items/c1-b001"}) {
            assertThat(get(path).body())
                    .as(path)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<b onmouseover");
        }
        assertThat(get(CHECK).body()).contains("&lt;script&gt;alert");
    }

    @Test
    void picturesComeAsSvgAndPngInBothThemes() throws Exception {
        assertThat(get(CHECK + "/figures/profile-x.svg").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
        assertThat(get(CHECK + "/figures/profile-x.svg").body())
                .isNotEqualTo(get(CHECK + "/figures/profile-x.svg?theme=dark").body());
        assertThat(get(CHECK + "/figures/profile-x.png").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/png"));
        assertThat(get(CHECK + "/figures/profile-x.gif").statusCode()).isEqualTo(404);
        assertThat(get(CHECK + "/figures/profile-x").statusCode()).isEqualTo(404);
        assertThat(get(CHECK + "/figures/none.svg").statusCode()).isEqualTo(404);
    }

    @Test
    void theResultAsAFileReadsBack() throws Exception {
        HttpResponse<String> answer = get(CHECK + "/result.json");

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("attachment"));
        assertThat(ResultDocument.read(answer.body().getBytes(StandardCharsets.UTF_8))
                        .measurements())
                .extracting(Measurement::key)
                .isEqualTo(SampleResult.result(1).measurements().stream()
                        .map(Measurement::key)
                        .toList());
        assertThat(get(CHECK + "/items.csv").body()).contains("psf.fwhm.x [um]").contains("c1-b001");
    }

    @Test
    void aCheckHasItsReportForPrintAndLeadsToItsNeighbours() throws Exception {
        HttpResponse<String> report = get(CHECK + "/report.pdf");
        String page = get(CHECK).body();

        assertThat(report.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/pdf"));
        assertThat(report.body()).startsWith("%PDF-");
        assertThat(page)
                .contains(CHECK + "/report.pdf")
                .contains("rel=\"prev\">Earlier check, 7 March 2026")
                .contains("rel=\"next\">Later check, 14 August 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/instruments/none",
                "/checks/none",
                "/checks/0199a000-0000-7000-8000-00000000ffff",
                "/protocols/none",
                "/assets/../WebServer.class",
                "/assets/%2e%2e/WebServer.class",
                "/assets/",
                "/assets"
            })
    void whatIsNotThereIsSaidInPlainWords(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body())
                .doesNotContain("at org.")
                .doesNotContain("Exception")
                .doesNotContain("Jetty");
    }

    @Test
    void aFaultOfTheProgramShowsASentenceAndNoInsides() throws Exception {
        try (WebServer broken = SampleFacility.server(SampleFacility.broken())) {
            URI home = broken.start();
            HttpResponse<String> answer =
                    CLIENT.send(HttpRequest.newBuilder(home).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("a fault in the program").doesNotContain("secret");
        }
    }

    @Test
    void aPortInUseIsSaidInOneSentence() {
        WebServer second = SampleFacility.server(SampleFacility.empty(), HOME.getPort());

        assertThatThrownBy(second::start)
                .isInstanceOf(PortTakenException.class)
                .hasMessageContaining("Port " + HOME.getPort())
                .hasMessageContaining("--port");
    }

    @Test
    void everyAnswerForbidsForeignContent() throws Exception {
        for (String path :
                new String[] {"/", CHECK, "/nothing", "/assets/pages.css", CHECK + "/figures/overview.svg"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void aBrowserThatHasAPageIsNotSentItAgainUntilItIsAnotherOne() throws Exception {
        String mark = get("/").headers().firstValue("ETag").orElseThrow();
        HttpRequest again =
                HttpRequest.newBuilder(HOME).header("If-None-Match", mark).build();

        HttpResponse<String> same = CLIENT.send(again, BodyHandlers.ofString());
        SERVER.filling(3, 12);
        HttpResponse<String> other = CLIENT.send(again, BodyHandlers.ofString());
        SERVER.filling(12, 12);

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).contains("3 of 12 checks are there");
        assertThat(get("/due").headers().firstValue("ETag").orElseThrow()).isNotEqualTo(mark);
        assertThat(get("/nothing").headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void theApiSaysWhatThePagesSay() throws Exception {
        ObjectMapper json = new ObjectMapper();

        JsonNode instruments = json.readTree(get("/api/v1/instruments").body()).get("instruments");
        JsonNode instrument = json.readTree(get("/api/v1/instruments/lsm-1").body());
        JsonNode checks =
                json.readTree(get("/api/v1/instruments/lsm-1/checks").body()).get("checks");
        JsonNode check =
                json.readTree(get("/api/v1/checks/" + SampleFacility.id(106)).body());
        JsonNode protocols = json.readTree(get("/api/v1/protocols").body()).get("protocols");
        HttpResponse<String> missing = get("/api/v1/instruments/none");

        assertThat(instruments).hasSize(3);
        assertThat(instrument.get("state").asText()).isEqualTo("fine");
        assertThat(instrument.get("configurations").get(0).get("slug").asText()).isEqualTo("63x-488");
        assertThat(checks).hasSize(9);
        assertThat(check.get("verdict").asText()).isEqualTo("warning");
        assertThat(check.get("result").get("measurements")).isNotEmpty();
        assertThat(protocols.get(0).get("id").asText()).isEqualTo("psf-beads");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(json.readTree(missing.body()).get("error").asText()).contains("nothing at this address");
    }

    @Test
    void theDescriptionOfTheApiNamesEveryAddressOfIt() throws Exception {
        JsonNode paths =
                new ObjectMapper().readTree(get("/api/v1/openapi.json").body()).get("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .contains("/api/v1/instruments", "/api/v1/checks/{id}", "/checks/{id}/figures/{file}")
                .doesNotContain("/");
    }

    @Test
    void aProtocolShowsLimitsMetricsParametersAndItsText() throws Exception {
        assertThat(get("/protocols").body()).contains("Point spread function of beads", "90 days");
        assertThat(get("/protocols/psf-beads").body())
                .contains("at most 1.5", "at least 0.9", "Numerical aperture", "0.05 to 1.6", "ISO 21073:2019");
        assertThat(get("/protocols/psf-beads@1.0").statusCode()).isEqualTo(200);
    }

    @Test
    void aProtocolShowsPicturesOfATypicalRun() throws Exception {
        String page = get("/protocols/psf-beads").body();
        Matcher picture =
                Pattern.compile("src=\"(/protocols/psf-beads/figures/[^\"]+)\"").matcher(page);

        assertThat(picture.find()).isTrue();
        assertThat(get(picture.group(1)).body()).startsWith("<?xml").contains("<svg");
        assertThat(get("/protocols/psf-beads/figures/none.svg").statusCode()).isEqualTo(404);
        assertThat(page).contains("simulated acquisition");
    }
}
