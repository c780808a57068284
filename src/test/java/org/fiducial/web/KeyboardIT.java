package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Instrument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A morning of a facility without a mouse: every step is a key, and where the focus stands can be seen. */
class KeyboardIT {

    private static final int MOST_STEPS = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RecordingServer server;
    private final HeadlessBrowser browser;
    private final ChromeDriver driver;

    KeyboardIT(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
        browser = HeadlessBrowser.start(folder.resolve("profile"));
        driver = browser.driver();
        browser.screen(1366, 768);
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void aCheckIsMadeLookedAtAndApproved() {
        driver.get(server.home().toString());
        follow(theInstrument().name());
        follow("Record a check");
        tabTo("the first light path", each -> "radio".equals(each.getDomAttribute("type")));
        press(Keys.SPACE);
        tabTo("the protocols", each -> "protocol".equals(each.getDomAttribute("name")));
        press(Keys.SPACE);
        arrowTo("Incubator, °C and CO₂");
        press(Keys.ENTER);
        await("/new-check?");

        type("e-temperature", "36.9; 37.0");
        type("e-co2", "5.8");
        tabTo("the water", each -> "p.water".equals(each.getDomAttribute("name")));
        arrowTo("yes");
        tabTo("the reason", each -> "reason".equals(each.getDomAttribute("id")));
        type("Scheduled");
        type("by", "Ada");
        follow("Judge");
        new WebDriverWait(driver, PATIENCE).until(any -> driver.getPageSource().contains("Record this check"));
        follow("Record this check");
        await("/checks/");

        follow("Review 1");
        tabTo("the check", each -> "checkbox".equals(each.getDomAttribute("type")));
        press(Keys.SPACE);
        type("by", "Grace");
        follow("Approve");

        new WebDriverWait(driver, PATIENCE)
                .until(any -> server.store().reviews().open(facility()).isEmpty());
        assertThat(server.store().checks().ofInstrument(theInstrument().id()))
                .extracting(CheckSummary::configurationId)
                .hasSize(1);
    }

    @Test
    void aProblemIsReportedAndFound() {
        driver.get(server.home().toString());
        follow(theInstrument().name());
        follow("Report a problem");
        type("what", "The stage sticks.");
        tabTo("the effect", each -> "effect".equals(each.getDomAttribute("name")));
        arrowTo("usable with care");
        follow("Enter the event");
        await("/events/");
        follow("Instruments");

        new WebDriverWait(driver, PATIENCE).until(any -> driver.getPageSource().contains("The stage sticks."));
        assertThat(driver.getTitle()).startsWith("Instruments");
    }

    private Instrument theInstrument() {
        return server.store().instruments().all().get(0);
    }

    private UUID facility() {
        return server.store().instruments().home().orElseThrow().id();
    }

    private void await(String partOfAddress) {
        new WebDriverWait(driver, PATIENCE)
                .until(any -> String.valueOf(driver.getCurrentUrl()).contains(partOfAddress));
    }

    private void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    private void type(String text) {
        new Actions(driver).sendKeys(text).perform();
    }

    private void type(String id, String text) {
        tabTo(id, each -> id.equals(each.getDomAttribute("id")));
        type(text);
    }

    /** Goes to a link or a button by its name and presses it. */
    private void follow(String name) {
        tabTo(name, each -> name.equals(each.getAccessibleName()) && !"input".equals(each.getTagName()));
        press(Keys.ENTER);
    }

    /** Presses the tabulator until what is wanted has the focus; at every stop the focus must be seen. */
    private void tabTo(String name, Predicate<WebElement> wanted) {
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < MOST_STEPS; i++) {
            press(Keys.TAB);
            WebElement here = driver.switchTo().activeElement();
            passed.add(here.getTagName() + " " + here.getAccessibleName());
            if (!here.getTagName().equals("body")) {
                assertSeen(here, passed);
                if (wanted.test(here)) {
                    return;
                }
            }
        }
        throw new AssertionError("no way by tabulator to '" + name + "' on " + driver.getCurrentUrl() + ": " + passed);
    }

    private void arrowTo(String label) {
        for (int i = 0; i < MOST_STEPS; i++) {
            if (label.equals(driver.switchTo().activeElement().getAccessibleName())) {
                return;
            }
            press(Keys.ARROW_DOWN);
        }
        throw new AssertionError("no arrow leads to '" + label + "'");
    }

    private void assertSeen(WebElement focused, List<String> passed) {
        Object seen = driver.executeScript(
                """
                const style = getComputedStyle(arguments[0]);
                const box = arguments[0].getBoundingClientRect();
                // The picker within a field for dates shows its focus where no script can see it.
                const picker = arguments[0].type?.startsWith('date') && !arguments[0].matches(':focus-visible');
                return picker || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
                    && box.bottom > 0 && box.top < innerHeight
                """,
                focused);
        assertThat(seen).as("the focus is seen after %s", passed).isEqualTo(true);
    }
}
