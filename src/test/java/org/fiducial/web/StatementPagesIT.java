package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fiducial.facility.publication.InstrumentToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;

/** QC statements, in a real browser: as they stand, withdrawn, proved and listed. */
class StatementPagesIT {

    private final RecordingServer server;
    private final HeadlessBrowser browser;
    private final ChromeDriver driver;
    private final String shown;
    private final String statement;

    StatementPagesIT(@TempDir Path folder) throws Exception {
        server = new RecordingServer(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("settings.yaml"), "public-url: https://qc.example.org\n");
        browser = HeadlessBrowser.start(folder.resolve("profile"));
        driver = browser.driver();
        shown = "/published/"
                + InstrumentToken.of(
                        server.store().instruments().bySlug("lsm-1").orElseThrow());
        server.post(
                "/publicity",
                Map.of("standing", "published", "field.make", "yes", "field.components", "yes", "reason", "agreed"));
        statement = RecordingServer.location(
                server.post(shown + "/statements", Map.of("from", "2026-10-20", "path", "63x-488")));
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void nobodyIsShutOutAndNothingIsWiderThanTheScreen() throws IOException {
        List<String> barriers = new ArrayList<>();
        for (String page : List.of(
                statement, "/verify", "/verify?number=FID-2026-0000-0000", "/statements", shown + "?from=2026-10-20")) {
            String name =
                    page.replace(statement, "-one").replace(shown, "-journey").replaceAll("[^a-z0-9]+", "-");
            barriers.addAll(browser.barriersInEveryLook("statement" + name, () -> open(page)));
        }
        assertThat(barriers).isEmpty();
    }

    private void open(String path) {
        driver.get(server.home().resolve(path).toString());
    }
}
