package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitPagesTest {

    private static final Map<String, String> TYPED = Map.ofEntries(
            Map.entry("model", "PM400"),
            Map.entry("serial", "P0012345"),
            Map.entry("slug", "pm-1"),
            Map.entry("number", "C-77"),
            Map.entry("date", "2026-01-15"),
            Map.entry("due", "2026-12-31"),
            Map.entry("point.1.wavelength", "488"),
            Map.entry("point.1.correction", "1,01"),
            Map.entry("point.1.uncertainty", "3"),
            Map.entry("point.3.wavelength", "561"),
            Map.entry("point.3.uncertainty", "4"));

    private static final Map<String, String> SLIDE = Map.of(
            "slug", "ps-1",
            "kind", "bead-slide-solid",
            "maker", "Maker",
            "product", "PS-Speck",
            "lot", "2231",
            "diameter", "175",
            "uncertainty", "5nm",
            "expires", "2026-12-31");

    private final RecordingServer server;

    KitPagesTest(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysWhatToDoWhileThereIsNoMeter() throws Exception {
        assertThat(server.get("/kit").body()).contains("There is no meter yet", "/new-meter");
    }

    @Test
    void aMeterWithItsCertificateIsAddedAndItsStateShown() throws Exception {
        assertThat(RecordingServer.location(server.post("/new-meter", TYPED))).isEqualTo("/kit");

        Kit kit = server.store().kit();
        Meter meter = kit.meter("pm-1").orElseThrow();
        MeterCertificate certificate =
                kit.speakingFor(meter.id(), LocalDate.of(2026, 6, 1)).orElseThrow();
        assertThat(certificate.calibration().points()).hasSize(2);
        assertThat(certificate.calibration().at(488).orElseThrow().correction()).isEqualTo(1.01);
        assertThat(server.get("/kit").body())
                .contains("certificate expires soon", "▲", "C-77", "31 December 2026", "2 wavelengths, 488 to 561 nm");
        assertThat(server.get(RecordingServer.FORM + "?configuration=63x-488&protocol=light-source-power")
                        .body())
                .contains("pm-1, PM400, certificate expires soon");
    }

    @Test
    void aSecondCertificateStandsBesideTheFirst() throws Exception {
        server.post("/new-meter", TYPED);
        Map<String, String> next = new TreeMap<>(TYPED);
        next.putAll(Map.of("number", "C-99", "date", "2026-11-01", "due", "2027-11-01"));

        assertThat(RecordingServer.location(server.post("/kit/pm-1/certificate", next)))
                .isEqualTo("/kit");

        assertThat(server.get("/kit").body()).contains("certificate in force", "C-99", "C-77");
        assertThat(server.get("/kit/pm-9/certificate").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() throws Exception {
        assertRefused(Map.of("serial", ""), "Serial number");
        assertRefused(Map.of("slug", "PM 1"), "lower-case letters");
        assertRefused(Map.of("date", ""), "has no date");
        assertRefused(Map.of("due", "soon"), "takes a day such as");
        assertRefused(Map.of("coverage-factor", "0.5"), "coverage factor of at least 1");
        assertRefused(Map.of("point.3.uncertainty", "x"), "row 3, expanded uncertainty");
        assertRefused(Map.of("point.1.correction", "-1"), "positive wavelength and correction");
        assertRefused(Map.of("laboratory", "L".repeat(5000)), "at most 200 characters");
        assertThat(server.store().kit().meters()).isEmpty();
    }

    private void assertRefused(Map<String, String> changed, String sentence) throws Exception {
        Map<String, String> typed = new TreeMap<>(TYPED);
        typed.putAll(changed);
        assertThat(server.post("/new-meter", typed).body())
                .contains("role=\"alert\"", sentence, "value=\"PM400\"", "value=\"561\"");
    }

    @Test
    void aSlugThatIsTakenIsSaid() throws Exception {
        server.post("/new-meter", TYPED);

        assertThat(server.post("/new-meter", TYPED).body()).contains("role=\"alert\"", "pm-1");
    }

    @Test
    void aSlideIsAddedShownAndOfferedToTheNextCheck() throws Exception {
        assertThat(RecordingServer.location(server.post("/new-artefact", SLIDE)))
                .isEqualTo("/kit");

        assertThat(server.store()
                        .kit()
                        .artefact("ps-1")
                        .orElseThrow()
                        .diameter()
                        .orElseThrow()
                        .nm())
                .isEqualTo(175);
        assertThat(server.get("/kit").body())
                .contains("ps-1", "Maker · PS-Speck · lot 2231", "175 ± 5 nm", "expires soon", "31 December 2026");
        assertThat(server.get(RecordingServer.FORM + "?configuration=63x-488&protocol=psf-beads")
                        .body())
                .contains("ps-1, Maker · PS-Speck · lot 2231, expires soon");
        assertThat(server.get("/").body()).contains("good until 31 Dec 2026");
        assertThat(server.get("/api/v1/kit").body()).contains("\"diameter_u_nm\" : 5.0", "expires-soon");
    }

    @Test
    void aSlideAnotherTookThePlaceOfAsksForNothing() throws Exception {
        Map<String, String> old = new TreeMap<>(SLIDE);
        old.put("expires", "2026-01-02");
        server.post("/new-artefact", old);
        assertThat(server.get("/kit").body()).contains("expired");

        Map<String, String> next = new TreeMap<>(SLIDE);
        next.putAll(Map.of("slug", "ps-2", "lot", "2240", "succeeds", "ps-1", "expires", "2030-12-31"));
        server.post("/new-artefact", next);

        assertThat(server.get("/kit").body()).contains("replaced by ps-2").doesNotContain("expired");
    }

    @Test
    void refusesASlideThatCannotBeAndKeepsWhatWasTyped() throws Exception {
        Map<String, String> typed = new TreeMap<>(SLIDE);
        typed.put("diameter", "wide");

        assertThat(server.post("/new-artefact", typed).body())
                .contains("A length such as 175nm is needed", "value=\"PS-Speck\"");
        assertThat(server.store().kit().artefacts()).isEmpty();
    }

    @Test
    void aRecallIsPreviewedEnteredAndWithdrawn() throws Exception {
        server.post("/new-artefact", SLIDE);
        assertThat(server.get("/kit/ps-1/recall?from=2026-01-01&reason=dropped&percent=&by=&to=&direction=low")
                        .body())
                .contains("No check used it in that time.", "Enter the recall");
        assertThat(server.store().kit().recalls()).isEmpty();

        Map<String, String> typed = Map.of("from", "2026-01-01", "reason", "dropped <b>hard</b>", "by", "Ada");
        String address = RecordingServer.location(server.post("/kit/ps-1/recall", typed));
        assertThat(server.get(address).body())
                .contains("dropped &lt;b&gt;hard&lt;/b&gt;", "Withdraw the recall")
                .doesNotContain("<b>hard");
        assertThat(server.get("/api/v1" + address).body()).contains("\"holds\" : true", "\"checks\" : [ ]");
        assertThat(server.post(address, Map.of("reason", "")).body()).contains("Say why the recall does not hold");
        assertThat(RecordingServer.location(server.post(address, Map.of("reason", "another slide"))))
                .isEqualTo(address);
        assertThat(server.get("/kit").body()).contains("withdrawn");
        assertThat(server.post("/kit/ps-1/recall", Map.of("from", "2100-01-01", "reason", "x"))
                        .body())
                .contains("lies in the future");
        assertThat(server.post("/kit/ps-1/recall", Map.of("from", "2026-01-01", "reason", "x", "percent", "4"))
                        .body())
                .contains("is no meter");
        assertThat(server.get("/kit/ps-9/recall").statusCode()).isEqualTo(404);
    }
}
