package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fiducial.facility.publication.InstrumentToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The way in, and the pages behind it, in a real browser: from the first account to signing out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountPagesIT {

    private final RecordingServer server;
    private final HeadlessBrowser browser;
    private final ChromeDriver driver;

    AccountPagesIT(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
        browser = HeadlessBrowser.start(folder.resolve("profile"));
        driver = browser.driver();
    }

    @AfterAll
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    @Order(1)
    void theFirstAccountIsMadeByKeyboard() throws IOException {
        look("/", "/setup");
        open("/setup");
        type(Map.of(
                "name", "Ada Müller",
                "login", "ada",
                "password", SampleAccounts.PASSWORD));
        driver.findElement(By.id("again")).sendKeys(SampleAccounts.PASSWORD, Keys.ENTER);

        arriveAt("/accounts");
        assertThat(driver.findElement(By.tagName("header")).getText()).contains("Ada Müller", "Sign out");
    }

    @Test
    @Order(2)
    void behindTheDoorNobodyIsShutOut() throws IOException {
        String ada = "/accounts/"
                + server.store().accounts().newest().get(0).version().accountId();
        look("/", "/accounts", ada, "/account", "/instruments/lsm-1/new-event");
    }

    @Test
    @Order(3)
    void whoSignsOutIsOutAndSignsInAgainWhereTheyWere() throws IOException {
        open("/account");
        driver.findElement(By.cssSelector(".who button")).click();
        arriveAt("/sign-in");
        String label =
                InstrumentToken.of(server.store().instruments().bySlug("lsm-1").orElseThrow());
        look("/sign-in", "/report/" + label, "/report/" + label + "?reported=yes", "/published");
        open("/kit");
        type(Map.of("login", "ada"));
        driver.findElement(By.id("password")).sendKeys(SampleAccounts.PASSWORD, Keys.ENTER);

        arriveAt("/kit");
    }

    private void type(Map<String, String> fields) {
        fields.forEach((id, text) -> driver.findElement(By.id(id)).sendKeys(text));
    }

    private void arriveAt(String end) {
        new WebDriverWait(driver, Duration.ofSeconds(60))
                .until(each -> String.valueOf(each.getCurrentUrl()).endsWith(end));
    }

    /** Wide and narrow, bright and dark: nothing shuts anybody out, and nothing is wider than the screen. */
    private void look(String... pages) throws IOException {
        List<String> barriers = new ArrayList<>();
        for (String page : pages) {
            String name = page.replaceAll("[0-9a-f-]{36}", "id").replaceAll("[^a-z0-9]+", "-");
            barriers.addAll(browser.barriersInEveryLook("people" + name, () -> open(page)));
        }
        assertThat(barriers).isEmpty();
    }

    private void open(String path) {
        driver.get(server.home().resolve(path).toString());
    }
}
