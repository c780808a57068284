package org.fiducial.web.methods;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.fiducial.facility.publication.Publicity.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger takes along from a published instrument. */
class MethodsPagesTest {

    private static final String IMAGE =
            """
            <OME><Instrument ID="I"><Microscope Manufacturer="Maker" Model="Model" SerialNumber="1"/>
            <Objective ID="O" LensNA="1.3" NominalMagnification="63" Immersion="Oil"/></Instrument>
            <Image ID="A"><ObjectiveSettings ID="O"/><Pixels SizeX="10" SizeY="10" PhysicalSizeX="0.065" PhysicalSizeY="0.065">
            <Channel Name="%s" ExcitationWavelength="488"><DetectorSettings Gain="650"/></Channel></Pixels></Image></OME>
            """;

    private final PublishedLsm published;

    MethodsPagesTest(@TempDir Path folder) {
        published = new PublishedLsm(folder);
    }

    @AfterEach
    void stop() {
        published.close();
    }

    private static byte[] image(String channel) {
        return IMAGE.formatted(channel).getBytes(StandardCharsets.UTF_8);
    }

    private String methods() {
        return published.page + "/methods" + PublishedLsm.DAYS;
    }

    @Test
    void aStrangerReadsTheMethodsSectionInTwoLanguages() throws Exception {
        published.publish(Field.USUAL);
        published.check("2026-10-05T08:00:00Z", 0.21);
        published.check("2026-11-10T08:00:00Z", 0.22);

        String text = published
                .get(published.page + "/methods.txt" + PublishedLsm.DAYS)
                .body()
                .replace('\u00a0', ' ');
        assertThat(text)
                .isEqualTo(
                        """
                        Microscope. Images were acquired on the instrument LSM 1 (Maker Model) at Imaging Core. \
                        The imaging mode was confocal laser scanning. The objective was 63x/1.4 oil (NA 1.4; oil immersion).

                        Quality control. Resolution of the 63x/1.4 oil (checked on 5 October 2026 and 10 November 2026; \
                        protocol psf-beads, version 1.0; described in doi:10.1083/jcb.202107093) was within limits \
                        from 20 October 2026 to 22 October 2026, by checks before and after.

                        Acknowledgement. We thank Imaging Core for access to the instrument LSM 1.
                        """);
        assertThat(published.get(methods()).body())
                .contains("<html lang=\"en\">", "To ask the facility", "Which detector was used?", "data-copies");
        assertThat(published
                        .get(methods(), "Accept-Language", "es-MX,es;q=0.9,en;q=0.5")
                        .body())
                .contains("<html lang=\"es\">", "¿Qué detector se usó?", "5 de octubre de 2026", "AN 1,4");
        assertThat(published
                        .get(methods() + "&lang=en", "Accept-Language", "es")
                        .body())
                .contains("<html lang=\"en\">");
        JsonNode json = new ObjectMapper()
                .readTree(published.get("/api/v1" + methods() + "&lang=es").body());
        assertThat(json.get("text").asText()).startsWith("Microscopio.");
        assertThat(json.get("html").asText()).startsWith("<p><strong>Microscopio.</strong>");
    }

    @Test
    void theJourneyPageHoldsTheParagraphReadyToBeCopied() throws Exception {
        published.publish(Field.USUAL);
        String page = published.get(published.page + PublishedLsm.DAYS).body();
        assertThat(page)
                .contains(
                        "id=\"methods-text\"",
                        "Images were acquired on the instrument LSM 1",
                        "data-copies=\"methods-text\"")
                .contains("/checklists/acquisition?", "/pidinst.json", "/checks.csv?");
    }

    @Test
    void facilitysOwnWordsOfThanksAndIdentifierAreTaken() throws Exception {
        published.publish(Field.USUAL);
        Path settings = published.server.uploads().resolveSibling("settings.yaml");
        Files.writeString(settings, "facility: {identifier: 'RRID:SCR_012345'}\n");
        assertThat(published.get(methods()).body())
                .contains(
                        "Imaging Core (<a href=\"https://scicrunch.org/resolver/RRID:SCR_012345\">RRID:SCR_012345</a>)");
        Files.writeString(settings, "facility: {acknowledgement: 'Name <us> & grant 7.'}\n");
        assertThat(published.get(methods()).body()).contains("Name &lt;us&gt; &amp; grant 7.");
    }

    @Test
    void anImageIsReadBesideTheRegistryAndForgotten() throws Exception {
        published.publish(Field.USUAL);
        HttpResponse<String> page = published.drop(methods(), "cells.ome.xml", image("GFP &lt;b>"));
        assertThat(page.body())
                .contains(
                        "Channel “GFP &lt;b&gt;”, as stored with the image: excitation 488\u00a0nm, detector gain 650.")
                .contains("pixel size 0.065\u00a0µm", "■ differ", "One thing differs")
                .doesNotContain("<b>”", "Serial number");
        assertThat(published.left()).isEmpty();
        published.publish(EnumSet.allOf(Field.class));
        assertThat(published.drop(methods(), "cells.ome.xml", image("GFP")).body())
                .contains("Serial number");
        JsonNode json = new ObjectMapper()
                .readTree(published
                        .drop("/api/v1" + methods(), "cells.ome.xml", image("GFP"))
                        .body());
        assertThat(json.get("comparison").toString()).contains("\"different\"", "\"1.3\"", "\"1.4\"");
    }

    @Test
    void anImageDroppedOnTheJourneyPageFillsItsParagraphAndTicksTheChecklist() throws Exception {
        published.publish(Field.USUAL);
        published.check("2026-10-05T08:00:00Z", 0.21);
        published.check("2026-11-10T08:00:00Z", 0.22);
        String journey = published.page + PublishedLsm.DAYS;

        HttpResponse<String> page = published.drop(journey, "cells.ome.xml", image("GFP"));

        assertThat(page.headers().firstValue("Cache-Control").orElse("")).isEqualTo("no-store");
        assertThat(page.body())
                .containsSubsequence(
                        "Resolution of the 63x/1.4 oil: within limits",
                        "Read: OME-XML.",
                        "id=\"methods-text\"",
                        "Channel “GFP”, as stored with the image: excitation 488\u00a0nm, detector gain 650.")
                .contains("your image: 0.065\u00a0µm", "■ differ", "id=\"said-psf-beads\"", "id=\"registry\"")
                .contains(
                        "<a class=\"because\" href=\"#said-psf-beads\" rel=\"noopener\">checked on 5 October 2026 and 10")
                .contains("<a class=\"because\" href=\"#registry\" rel=\"noopener\">registry: 1.4</a>")
                .contains("<a class=\"because\" href=\"" + published.page + "/pidinst.json\"")
                .doesNotContain("journey.ofimage", "Ada", "Serial number");
        assertThat(published.left()).isEmpty();
        assertThat(published.get(journey).body()).doesNotContain("0.065", "GFP", "ticked, each with");
        assertThat(published.get(methods()).body()).doesNotContain("0.065", "GFP");
    }

    @Test
    void withoutADayTheDayOfTheImageIsAskedForUnlessItIsStillToCome() throws Exception {
        published.publish(Field.USUAL);
        published.check("2026-10-05T08:00:00Z", 0.21);
        String dated = new String(image("A"), StandardCharsets.UTF_8)
                .replace("<Pixels", "<AcquisitionDate>%s</AcquisitionDate><Pixels");

        assertThat(published
                        .drop(
                                published.page,
                                "a.ome.xml",
                                dated.formatted("2026-10-21T15:00:00").getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("on 21 October 2026", "value=\"2026-10-21\"", "the day your image was acquired");
        for (String never : new String[] {"2036-10-21T15:00:00", "0001-01-01T00:00:00"}) {
            assertThat(published
                            .drop(
                                    published.page,
                                    "a.ome.xml",
                                    dated.formatted(never).getBytes(StandardCharsets.UTF_8))
                            .body())
                    .as(never)
                    .contains("value=\"2026-11-22\"")
                    .doesNotContain("the day your image was acquired");
        }
        assertThat(published
                        .drop(
                                published.page + "?from=2026-10-06",
                                "a.ome.xml",
                                dated.formatted("2026-10-21T15:00:00").getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("value=\"2026-10-06\"");
    }

    @Test
    void anImageTicksTheChecklistOfItsOwnPageToo() throws Exception {
        published.publish(Field.USUAL);
        published.check("2026-10-05T08:00:00Z", 0.21);
        String address = published.page + "/checklists/acquisition" + PublishedLsm.DAYS;

        assertThat(published.get(address).body())
                .contains("href=\"" + published.page + "?from=2026-10-20&amp;to=2026-10-22&amp;path=63x-488")
                .contains("#said-psf-beads\"", "#registry\"", "enctype=\"multipart/form-data\"")
                .doesNotContain("your image:", "/checks/", "/instruments/");
        assertThat(published
                        .drop(address + "&language=es", "a.ome.xml", image("GFP"))
                        .body())
                .contains("<html lang=\"es\">", "su imagen: 0,065\u00a0µm", "registro: 1,4");
        assertThat(published
                        .drop(address, "a.tif", "no image".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("role=\"alert\"");
        assertThat(published
                        .get(published.page + "/checklists/figures" + PublishedLsm.DAYS)
                        .body())
                .doesNotContain("enctype=");
        assertThat(published.left()).isEmpty();
        for (String absent : new String[] {
            "/published/AAAAAAAAAAAAAAAA",
            "/published/AAAAAAAAAAAAAAAA/checklists/acquisition",
            published.page + "/checklists/other"
        }) {
            assertThat(published.drop(absent, "a.ome.xml", image("A")).statusCode())
                    .as(absent)
                    .isEqualTo(404);
        }
    }

    @Test
    void whatIsNotPublicTicksNothingAndIsLinkedNowhere() throws Exception {
        published.publish(Set.of());
        published.check("2026-10-05T08:00:00Z", 0.21);

        assertThat(published
                        .drop(published.page + PublishedLsm.DAYS, "a.ome.xml", image("GFP"))
                        .body())
                .contains("#said-psf-beads")
                .doesNotContain("#registry", "id=\"registry\"", "registry: ", "63x/1.4 oil</");
    }

    @Test
    void hostileImagesGetOneSentenceAndLeaveNothing() throws Exception {
        published.publish(Field.USUAL);
        for (String hostile : new String[] {
            "no image",
            "",
            "II*\0ÿÿÿÿ",
            "<!DOCTYPE OME [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><OME><Image Name=\"&x;\"/></OME>"
        }) {
            HttpResponse<String> page =
                    published.drop(methods(), "x.tif", hostile.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("role=\"alert\"").doesNotContain("root:");
        }
        assertThat(published.send(methods(), BodyPublishers.noBody()).statusCode())
                .isIn(200, 400);
        assertThat(published.left()).isEmpty();
    }

    @Test
    void fiveGigabytesOfZerosAreRefusedBeforeTheyAreTaken() throws Exception {
        published.publish(Field.USUAL);
        InputStream zeros = new InputStream() {
            private long left = 5L << 30;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] target, int from, int count) {
                int given = (int) Math.min(count, left);
                left -= given;
                return given == 0 ? -1 : given;
            }
        };
        String answer;
        try {
            answer = published
                    .send(
                            methods(),
                            BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                                    new ByteArrayInputStream(PublishedLsm.head("zeros.tif")), zeros)))
                    .body();
        } catch (java.io.IOException closed) {
            answer = "The upload";
        }
        assertThat(answer).contains("The upload");
        assertThat(published.left()).isEmpty();
    }

    @Test
    void aStrangerSendsTenImagesAnHour() throws Exception {
        published.publish(Field.USUAL);
        for (int i = 0; i < 10; i++) {
            assertThat(published.drop(methods(), "a.ome.xml", image("A")).statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> eleventh = published.drop(methods(), "a.ome.xml", image("A"));
        assertThat(eleventh.statusCode()).isEqualTo(429);
        assertThat(eleventh.body()).contains("Many images were sent from here within an hour");
    }

    @Test
    void whatIsNotPublicIsNowhereAndAbsentIsTheSame() throws Exception {
        String absent = published.get("/published/AAAAAAAAAAAAAAAA/methods").body();
        for (String each : new String[] {
            "/methods",
            "/methods.txt",
            "/checklists/acquisition",
            "/checks.csv",
            "/checks.json",
            "/pidinst.json",
            "/pictures.zip"
        }) {
            HttpResponse<String> hidden = published.get(published.page + each);
            assertThat(hidden.statusCode()).as(each).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(absent);
        }
        published.publish(Set.of());
        published.check("2026-10-05T08:00:00Z", 0.21);
        assertThat(published.get(methods()).body())
                .contains("LSM 1")
                .doesNotContain(
                        "Maker",
                        "63x/1.4 oil</",
                        "oil immersion",
                        "0.21",
                        "core@example.org",
                        "Ada",
                        "checks.csv",
                        "pictures.zip");
        for (String each : new String[] {"/checks.csv", "/checks.json", "/pictures.zip"}) {
            assertThat(published.get(published.page + each + PublishedLsm.DAYS).statusCode())
                    .as(each)
                    .isEqualTo(404);
        }
        assertThat(published.get(published.page + "/pidinst.json").body())
                .contains("The manufacturer is missing", "The identifier is missing")
                .doesNotContain("Maker", "SerialNumber", "core@example.org");
    }
}
