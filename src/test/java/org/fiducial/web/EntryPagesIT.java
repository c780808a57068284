package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiducial.web.RecordingServer.typed;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A check that is entered by hand in a real browser: judged while typed, kept when the browser is closed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntryPagesIT {

    private static final String INCUBATOR = RecordingServer.FORM + "?configuration=63x-488&protocol=incubator";
    private static final int PHONE = 390;

    private final RecordingServer server;
    private final HeadlessBrowser browser;
    private final ChromeDriver driver;
    private final List<String> pages = new ArrayList<>();

    EntryPagesIT(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
        browser = HeadlessBrowser.start(folder.resolve("profile"));
        driver = browser.driver();
    }

    /** Forms with and without values, a word of every kind, what is in progress, a protocol of one's own, a move. */
    @BeforeAll
    void everyPage() throws IOException, InterruptedException {
        Map<String, String> fields = new TreeMap<>(typed("incubator"));
        fields.putAll(Map.of("p.temperature", "36.9; 37.0", "p.co2", "5.1", "p.water", "yes"));
        String draft = server.send(fields);
        server.settled(draft);
        server.post(draft + "/record", Map.of());
        server.await(draft, "recorded");
        String check = RecordingServer.location(server.get(draft));
        fields.putAll(Map.of("later", "1", "p.co2", "0.0051", "p.temperature", "77", "p.water", "no"));
        String later = server.send(fields);
        pages.addAll(List.of(
                INCUBATOR,
                later,
                "/new-checks",
                check,
                check + "/move",
                "/protocols/incubator",
                "/new-protocol",
                "/new-protocol?from=oil-on-objectives",
                "/registry",
                "/components",
                "/labels",
                "/reminders",
                "/backup",
                "/uptime",
                "/import-instrument",
                "/instruments/lsm-1/checks",
                "/instruments/lsm-1/trends/63x-488",
                "/instruments/lsm-1/trends/63x-488/incubator.co2",
                "/instruments/lsm-1/new-path",
                "/instruments/lsm-1/paths/63x-488"));
    }

    @AfterAll
    void stop() {
        browser.close();
        server.close();
    }

    private void open(String path) {
        driver.get(server.home().resolve(path).toString());
    }

    @ParameterizedTest
    @CsvSource({"1366, light", "390, dark"})
    void nobodyIsShutOutAndNothingIsWiderThanTheScreen(int width, String scheme) throws IOException {
        browser.screen(width, width == PHONE ? 844 : 768);
        browser.media("screen", scheme);
        List<String> barriers = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            String path = pages.get(i);
            open(path);
            browser.picture("entry-%d-%s-%02d".formatted(width, scheme, i));
            driver.executeScript("document.querySelectorAll('details').forEach(each => each.open = true)");
            browser.barriers().forEach(barrier -> barriers.add(path + " " + barrier));
            assertThat(browser.widerThanTheScreen()).as(path).isFalse();
        }

        assertThat(barriers).as("%d wide, %s", width, scheme).isEmpty();
    }

    @Test
    void aFieldIsJudgedWhileItIsTypedAndKeptWhenTheBrowserIsClosed() {
        open(INCUBATOR);
        driver.findElement(By.id("e-co2")).sendKeys("5.8");
        awaitWord("co2", "warning");
        driver.findElement(By.id("e-co2")).clear();
        driver.findElement(By.id("e-co2")).sendKeys("58");
        awaitWord("co2", "must lie between 0 % and 20 %");
        String draft = String.valueOf(driver.getCurrentUrl());
        assertThat(draft).contains("/new-checks/");

        driver.get("about:blank");
        driver.get(draft);

        assertThat(driver.findElement(By.id("e-co2")).getDomProperty("value")).isEqualTo("58");
        driver.findElement(By.id("e-co2")).clear();
        driver.findElement(By.id("e-co2")).sendKeys("5.0");
        driver.findElement(By.id("e-temperature")).sendKeys("37.0");
        driver.findElement(By.id("e-water-yes")).click();
        new Select(driver.findElement(By.id("reason"))).selectByValue("scheduled");
        driver.findElement(By.cssSelector(".entry .actions button")).click();
        new WebDriverWait(driver, Duration.ofSeconds(60))
                .until(any -> !driver.findElements(By.cssSelector("form[action$='/record'] button"))
                        .isEmpty());
        assertThat(driver.findElement(By.tagName("main")).getText()).contains("Not yet recorded", "pass");
    }

    private void awaitWord(String field, String word) {
        new WebDriverWait(driver, Duration.ofSeconds(30)).until(any -> driver.findElement(By.id("e-" + field + "-word"))
                .getText()
                .contains(word));
    }
}
