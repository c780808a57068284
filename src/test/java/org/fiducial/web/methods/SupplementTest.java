package org.fiducial.web.methods;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.fiducial.facility.publication.Fingerprint;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.report.SampleFigures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files and checklists a stranger takes along. */
class SupplementTest {

    private final PublishedLsm published;

    SupplementTest(@TempDir Path folder) {
        published = new PublishedLsm(folder);
    }

    @AfterEach
    void stop() {
        published.close();
    }

    private String get(String what) throws Exception {
        return published.get(published.page + "/" + what).body();
    }

    @Test
    void everyCoveringCheckIsInTheTablesWithItsUncertaintyAndLimit() throws Exception {
        published.publish(Field.USUAL);
        published.check("2026-10-05T08:00:00Z", 0.21);
        published.check("2026-11-10T08:00:00Z", 0.45);
        String csv = get("checks.csv" + PublishedLsm.DAYS);
        assertThat(csv.lines().toList()).hasSize(3);
        assertThat(csv)
                .startsWith("\uFEFFmeasured,light path,protocol,version,doi,quantity,metric,")
                .contains("2026-10-05T10:00:00+02:00,\"63×/1.4 oil, 488 nm\",psf-beads,1.0,doi:10.1083/jcb.202107093,")
                .contains(",median,0.21,um,0.004,12,,0.4,,0.3,pass,")
                .contains(",median,0.45,um,0.004,12,,0.4,,0.3,fail,")
                .doesNotContain("Ada", ",=");
        JsonNode json = new ObjectMapper().readTree(get("checks.json" + PublishedLsm.DAYS));
        assertThat(json.get("values")).hasSize(2);
        assertThat(json.get("values").get(0).get("u").decimalValue()).isEqualByComparingTo("0.004");
        assertThat(json.get("values").get(0).get("limit_high").decimalValue()).isEqualByComparingTo("0.4");
    }

    @Test
    void theIdentityIsCompleteOrSaysWhatIsMissing() throws Exception {
        published.publish(EnumSet.allOf(Field.class));
        Files.writeString(
                published.server.uploads().resolveSibling("settings.yaml"),
                "public-url: https://qc.example.org/\nfacility: {identifier: 'RRID:SCR_012345'}\n");
        JsonNode identity = new ObjectMapper().readTree(get("pidinst.json"));
        assertThat(identity.get("schemaVersion").asText()).isEqualTo("1.0");
        assertThat(identity.get("landingPage").asText()).isEqualTo("https://qc.example.org" + published.page);
        assertThat(identity.get("owners").get(0).get("ownerName").asText()).isEqualTo("Imaging Core");
        assertThat(identity.get("owners")
                        .get(0)
                        .get("ownerIdentifier")
                        .get("ownerIdentifierType")
                        .asText())
                .isEqualTo("RRID");
        assertThat(identity.get("manufacturers").get(0).get("manufacturerName").asText())
                .isEqualTo("Maker");
        assertThat(identity.get("alternateIdentifiers")
                        .get(0)
                        .get("alternateIdentifier")
                        .asText())
                .isEqualTo("1");
        assertThat(identity.get("missing")).hasSize(1);
        assertThat(identity.get("missing").get(0).asText()).startsWith("The identifier is missing");
        published.publish(Field.USUAL);
        assertThat(get("pidinst.json")).doesNotContain("alternateIdentifiers");
    }

    @Test
    void aChecklistIsTickedOnlyWhereThereIsEvidence() throws Exception {
        published.publish(Field.USUAL);
        published.check("2026-10-05T08:00:00Z", 0.21);
        assertThat(get("checklists/acquisition/text" + PublishedLsm.DAYS))
                .contains("[x] Maker and model of the microscope (Tier 1): registry: Maker Model")
                .contains("[x] Numerical aperture of the objective (Tier 1): registry: 1.4")
                .contains("[ ] Magnification of the objective (Tier 1)\n")
                .contains("[x] Resolution measured with beads within a month (Tier 2): checked on 5 October 2026")
                .contains("[ ] Evenness of the field (Tier 2)\n")
                .contains("[ ] Pixel size in the sample (Tier 1)\n");
        assertThat(get("checklists/acquisition/text" + PublishedLsm.DAYS + "&level=1"))
                .doesNotContain("Tier 2", "Tier 3");
        assertThat(get("checklists/figures/text?lang=es"))
                .contains("[ ] Barra de escala", "10.5281/zenodo.10675863")
                .doesNotContain("[x]");
        assertThat(get("checklists/acquisition" + PublishedLsm.DAYS)).contains("checked disabled", "registry: 1.4");
        assertThat(published.get(published.page + "/checklists/other").statusCode())
                .isEqualTo(404);
    }

    private byte[] pictures() throws Exception {
        return published.bytes(published.page + "/pictures.zip" + PublishedLsm.DAYS);
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                assertThat(files.put(each.getName(), zip.readAllBytes())).isNull();
            }
        }
        return files;
    }

    @Test
    void aBrokenChecklistOfTheFacilityIsSaidToItsStaffAndTheShippedOneShown(@TempDir Path folder) throws Exception {
        Path own = Files.createDirectories(folder.resolve("data/reports/checklists"))
                .resolve("acquisition.yaml");
        try (PublishedLsm edited = new PublishedLsm(folder)) {
            edited.publish(Field.USUAL);
            String address = edited.page + "/checklists/acquisition" + PublishedLsm.DAYS;
            edited.server.signIn("ada", "copper lantern seven");
            for (String broken : List.of("title: [", "titel: { en: x }", "")) {
                Files.writeString(own, broken);

                assertThat(edited.get(address).body())
                        .contains("Maker and model of the microscope")
                        .doesNotContain("acquisition.yaml");
                assertThat(edited.server.get(address).body())
                        .contains(
                                "File &#39;reports/checklists/acquisition.yaml&#39;",
                                "Correct the file or take it away")
                        .contains("Maker and model of the microscope");
            }
            String sound = Files.readString(Path.of("reports/checklists/acquisition.yaml"));
            Files.writeString(own, sound.replace("Maker and model of the microscope", "Our own words"));
            assertThat(edited.server.get(address).body())
                    .contains("Our own words")
                    .doesNotContain("role=\"alert\"");
        }
    }

    @Test
    void picturesComeInAZipWherePicturesArePublic() throws Exception {
        published.publish(Set.of(Field.VALUES));
        published.check("2026-10-05T08:00:00Z", 0.21);
        assertThat(published
                        .get(published.page + "/pictures.zip" + PublishedLsm.DAYS)
                        .statusCode())
                .isEqualTo(404);
        published.publish(Field.USUAL);
        assertThat(unpacked(pictures())).containsOnlyKeys("pictures.csv");
    }

    @Test
    void everyPictureOfEveryCoveringCheckIsThereAndIsNamedInATable() throws Exception {
        published.publish(Field.USUAL);
        List<Figure> figures = SampleFigures.all();
        published.check("2026-10-05T08:00:00Z", 0.21, figures.toArray(Figure[]::new));
        published.check("2026-11-10T22:30:00Z", 0.22, figures.get(0));

        Map<String, byte[]> files = unpacked(pictures());

        assertThat(files).hasSize(figures.size() + 2);
        assertThat(List.copyOf(files.keySet()).subList(0, 1))
                .containsExactly(
                        "1-2026-10-05-psf-beads-" + figures.get(0).caption().id() + ".png");
        assertThat(files)
                .containsKey(
                        "2-2026-11-10-psf-beads-" + figures.get(0).caption().id() + ".png");
        List<String> table = new String(files.remove("pictures.csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(table).hasSize(files.size() + 1);
        assertThat(table.get(0)).isEqualTo("\uFEFFfile,measured,light path,protocol,version,title,text,check,sha256");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(ImageIO.read(new ByteArrayInputStream(file.getValue())).getWidth())
                    .as(file.getKey())
                    .isGreaterThan(100);
            assertThat(table)
                    .anyMatch(line -> line.startsWith(file.getKey() + ",2026-1")
                            && line.contains("63×/1.4 oil, 488 nm")
                            && line.endsWith("," + Fingerprint.of(file.getValue())));
        }
        assertThat(String.join("\n", table)).doesNotContain("Ada");
    }

    @Test
    void theSamePicturesAreTheSameBytes() throws Exception {
        published.publish(Field.USUAL);
        published.check("2026-10-05T08:00:00Z", 0.21, SampleFigures.all().toArray(Figure[]::new));
        byte[] once = pictures();
        // The time a ZIP file bears goes by two seconds.
        Thread.sleep(2_100);

        assertThat(pictures()).isEqualTo(once);
    }
}
