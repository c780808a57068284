package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What is due, in a real browser: wide and narrow, bright and dark, by keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DuePagesIT {

    private static final int PHONE = 390;

    private final RecordingServer server;
    private final HeadlessBrowser browser;
    private final ChromeDriver driver;
    private final List<String> pages =
            new ArrayList<>(List.of("/due", "/due?within=3660", "/due/calendar?month=2026-12", "/instruments/lsm-1"));

    DuePagesIT(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
        browser = HeadlessBrowser.start(folder.resolve("profile"));
        driver = browser.driver();
    }

    @BeforeAll
    void plan() throws IOException, InterruptedException {
        for (String start : List.of("2026-03-01", "2026-11-20", "2026-11-25", "2026-12-24")) {
            server.post(
                    "/instruments/lsm-1/new-plan",
                    new TreeMap<>(Map.of(
                            "protocol", "psf-beads",
                            "path.63x-488", "yes",
                            "every", "monthly",
                            "start", start,
                            "before", "5",
                            "after", "3",
                            "minutes", "45",
                            "assigned", "Bo")));
        }
        pages.add("/plans/"
                + server.store()
                        .schedule()
                        .plans(server.store().instruments().home().orElseThrow().id(), RecordingServer.NOW)
                        .get(0)
                        .version()
                        .planId());
        pages.add("/instruments/lsm-1/new-plan");
    }

    @AfterAll
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void nobodyIsShutOutAndNothingIsWiderThanTheScreen() throws IOException {
        List<String> barriers = new ArrayList<>();
        for (String page : pages) {
            barriers.addAll(browser.barriersInEveryLook("due" + page.replaceAll("[^a-z0-9]+", "-"), () -> open(page)));
        }

        assertThat(barriers).isEmpty();
    }

    @Test
    void aPlanIsMadeByKeyboardAndStandsOnTheBoardAtOnce() {
        browser.screen(PHONE, 844);
        open("/instruments/lsm-1/new-plan?protocol=light-source-power");
        new Select(driver.findElement(By.id("every"))).selectByValue("weekly");
        for (String field : List.of("before", "after")) {
            WebElement days = driver.findElement(By.id(field));
            days.clear();
            days.sendKeys("1");
        }
        driver.findElement(By.id("assigned")).sendKeys("Cy");
        driver.findElement(By.id("reason")).sendKeys("power drifts", Keys.ENTER);

        new WebDriverWait(driver, Duration.ofSeconds(60))
                .until(each -> String.valueOf(each.getCurrentUrl()).contains("/due?instrument=lsm-1"));
        assertThat(driver.findElement(By.tagName("main")).getText()).contains("Cy", "Power", "22 Nov 2026");
    }

    private void open(String path) {
        driver.get(server.home().resolve(path).toString());
    }
}
