package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.publication.InstrumentToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What is public, in a real browser: on the wall and on a phone, and what managers see of it. */
class PublicPagesIT {

    private final RecordingServer server;
    private final HeadlessBrowser browser;
    private final ChromeDriver driver;
    private final String shown;

    PublicPagesIT(@TempDir Path folder) throws Exception {
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
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void nobodyIsShutOutAndNothingIsWiderThanTheScreen() throws IOException {
        List<String> barriers = new ArrayList<>();
        for (String page : List.of("/published", shown + "/screen", "/publicity", "/instruments/lsm-1/publicity")) {
            String name = page.replace(shown, "-one").replaceAll("[^a-z0-9]+", "-");
            barriers.addAll(browser.barriersInEveryLook("public" + name, () -> open(page)));
        }
        assertThat(barriers).isEmpty();
    }

    @Test
    void theScreenSaysSoWhenNobodyAnswersAnyMore() {
        open(shown + "/screen");
        driver.executeScript("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(driver.findElements(By.cssSelector("body.stale"))).isEmpty();
        server.server().stop();

        driver.executeScript("document.dispatchEvent(new Event('visibilitychange'))");

        new WebDriverWait(driver, Duration.ofSeconds(60))
                .until(each -> !each.findElements(By.cssSelector("body.stale")).isEmpty());
        assertThat(Optional.ofNullable(driver.findElement(By.id("stale")).getText()))
                .hasValueSatisfying(text -> assertThat(text).contains("No answer since 10:00", "may be old"));
    }

    private void open(String path) {
        driver.get(server.home().resolve(path).toString());
    }
}
