package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.report.AnalysisReport;
import org.fiducial.report.FigureRenderer;
import org.fiducial.report.SampleResult;
import org.fiducial.report.Templates;
import org.fiducial.report.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages in a real browser, as people meet them: wide and narrow, bright and dark, by pointer and by keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

    private static final String CHECK = "/checks/" + SampleFacility.id(106);
    private static final List<String> PAGES = List.of(
            "/",
            "/instruments/lsm-1",
            "/instruments/axio",
            "/instruments/lsm-1/on/2026-06-01",
            "/instruments/lsm-1/paper?from=2026-06-01",
            CHECK,
            CHECK + "/items/c1-b007",
            "/new-instrument",
            "/protocols",
            "/protocols/psf-beads");
    private static final int PHONE = 390;
    /** Instruments without checks, beads that do not count, and addresses where nothing is. */
    private static final List<String> MORE_PAGES = List.of(
            "/instruments/spinning-disk",
            "/instruments/spinning-disk/on/2031-01-01",
            "/instruments/spinning-disk/paper?from=never",
            CHECK + "/items/c1-b005",
            "/instruments/nobody");

    private final WebServer server = SampleFacility.server(SampleFacility.filled());
    private final URI home = server.start();
    private final HeadlessBrowser browser;
    private final ChromeDriver driver;

    PagesIT(@TempDir Path profile) {
        browser = HeadlessBrowser.start(profile);
        driver = browser.driver();
    }

    @AfterAll
    void stop() {
        browser.close();
        server.stop();
    }

    @BeforeEach
    void usualScreen() {
        browser.screen(1280, 900);
        browser.media("screen", "light");
    }

    /** A click or a key only starts a navigation: the address is read once it ended there, or after a minute. */
    private void assertArrivesAt(String end) {
        new WebDriverWait(driver, Duration.ofSeconds(60))
                .withMessage(() -> driver.getCurrentUrl() + " does not end with " + end)
                .until(browser -> String.valueOf(browser.getCurrentUrl()).endsWith(end));
    }

    private void open(String path) {
        driver.get(home.resolve(path).toString());
    }

    /** Pictures wait until they are looked at; this looks at all of them. */
    private void loadPictures() {
        driver.executeScript("document.querySelectorAll('img').forEach(image => image.loading = 'eager')");
        new WebDriverWait(driver, Duration.ofSeconds(60))
                .until(unused -> Boolean.TRUE.equals(driver.executeScript(
                        "return [...document.images].every(image => image.complete && image.naturalWidth > 0)")));
    }

    @Test
    void everyPageLoadsWithoutComplaintAndAsksNobodyElse() throws IOException {
        browser.complaints();
        browser.requests();
        for (String path : PAGES) {
            open(path);
            loadPictures();
            assertThat(browser.complaints()).as(path).isEmpty();
            assertThat(driver.findElements(By.tagName("h1"))).as(path).hasSize(1);
            assertThat(driver.getTitle()).as(path).endsWith("· Fiducial");
        }
        assertThat(browser.requests()).isNotEmpty().allSatisfy(address -> assertThat(address)
                .matches(each -> each.startsWith(home.toString()) || each.startsWith("data:")));
    }

    @Test
    void nothingIsWiderThanAPhone() throws IOException {
        browser.screen(PHONE, 844);
        for (String path : PAGES) {
            open(path);
            loadPictures();
            assertThat(browser.widerThanTheScreen()).as(path).isFalse();
            browser.picture("phone" + path.replace('/', '-'));
        }
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @Test
    void nobodyIsShutOut() throws IOException {
        List<String> barriers = new ArrayList<>();
        for (String path : concat(PAGES, MORE_PAGES)) {
            barriers.addAll(browser.barriersInEveryLook("unfolded" + path.replaceAll("[^a-z0-9]+", "-"), () -> {
                open(path);
                driver.executeScript("document.querySelectorAll('details').forEach(each => each.open = true)");
                driver.executeScript("document.querySelectorAll('.toggle').forEach(each => each.click())");
            }));
        }

        assertThat(barriers).isEmpty();
    }

    @Test
    void nobodyIsShutOutOfAnEmptyFacilityOrAReport(@TempDir Path folder) throws IOException {
        WebServer empty = SampleFacility.server(SampleFacility.empty());
        try {
            String home = empty.start().toString();
            assertThat(browser.barriersInEveryLook("empty", () -> driver.get(home)))
                    .isEmpty();
        } finally {
            empty.stop();
        }
        Path report = Files.write(folder.resolve("report.html"), reportPage());
        String address = report.toUri().toString();
        assertThat(browser.barriersInEveryLook("report", () -> driver.get(address)))
                .isEmpty();
    }

    private static byte[] reportPage() {
        AnalysisResult result = SampleResult.result(1.9);
        return Objects.requireNonNull(
                new AnalysisReport(new Templates(Texts.of(Locale.ENGLISH), Optional.empty()), new FigureRenderer())
                        .documents(
                                result,
                                LimitSet.defaultsOf(SampleResult.protocol()).judge(result),
                                SampleResult.protocol(),
                                Set.of(AnalysisReport.Format.HTML))
                        .get("report.html"));
    }

    @Test
    void darkRoomsGetDarkPagesAndPictures() throws IOException {
        for (String path : List.of("/instruments/lsm-1", CHECK)) {
            open(path);
            loadPictures();
            browser.picture("light" + path.replace('/', '-'));
        }
        String light = background();
        assertThat(firstPicture()).doesNotContain("dark");

        browser.media("screen", "dark");
        open(CHECK);
        loadPictures();
        browser.picture("dark" + CHECK.replace('/', '-'));

        assertThat(background()).isNotEqualTo(light);
        assertThat(firstPicture()).endsWith("theme=dark");
    }

    private String background() {
        return String.valueOf(driver.executeScript("return getComputedStyle(document.body).backgroundColor"));
    }

    private String firstPicture() {
        return String.valueOf(driver.executeScript("return document.querySelector('.picture img').currentSrc"));
    }

    @Test
    void beadsAreSortedByTheHeadingThatIsChosen() {
        open(CHECK);
        WebElement heading = driver.findElement(By.xpath("//table[@id='item-table']//button[contains(., 'FWHM x')]"));

        click(heading);
        List<Double> up = numbers("FWHM x");
        click(heading);
        List<Double> down = numbers("FWHM x");

        assertThat(up).hasSizeGreaterThan(10).isSorted();
        assertThat(down).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(driver.findElement(By.cssSelector("#item-table th[aria-sort]"))
                        .getDomAttribute("aria-sort"))
                .isEqualTo("descending");
        click(driver.findElement(By.xpath("//table[@id='item-table']//button[contains(., 'Bead')]")));
        assertThat(driver.findElement(By.cssSelector("#item-table tbody tr th")).getText())
                .isEqualTo("c1-b001");
    }

    private void click(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    @SuppressWarnings("unchecked")
    private List<Double> numbers(String heading) {
        List<Object> found = (List<Object>) driver.executeScript(
                """
                const table = document.getElementById('item-table');
                const column = [...table.tHead.rows[0].cells].findIndex(cell => cell.textContent.includes(arguments[0]));
                return [...table.tBodies[0].rows].map(row => row.cells[column].dataset.sort).filter(Boolean)
                """,
                heading);
        return found.stream().map(String::valueOf).map(Double::valueOf).toList();
    }

    @Test
    void theOtherColumnsAndEstimatorsAreShownOnRequest() {
        open(CHECK);
        WebElement column = driver.findElement(By.cssSelector("#item-table th.more"));
        WebElement estimator = driver.findElement(By.xpath("//section//code[text()='psf.fwhm3d.x']"));
        assertThat(column.isDisplayed()).isFalse();
        assertThat(estimator.isDisplayed()).isFalse();

        click(driver.findElement(By.id("all-columns")));
        click(driver.findElement(By.xpath("//summary[contains(., 'Other estimators')]")));

        assertThat(column.isDisplayed()).isTrue();
        assertThat(estimator.isDisplayed()).isTrue();
    }

    @Test
    void theKeyboardReachesTheContentAndThePointsOfATrend() {
        open("/instruments/lsm-1");
        new Actions(driver).sendKeys(Keys.TAB).perform();
        assertThat(driver.switchTo().activeElement().getText()).isEqualTo("Skip to the content");
        new Actions(driver).sendKeys(Keys.ENTER).perform();
        assertArrivesAt("#content");

        WebElement mark = driver.findElement(By.cssSelector("a.mark.warning"));
        driver.executeScript("arguments[0].focus()", mark);
        WebElement tip = driver.findElement(By.cssSelector(".tip"));
        assertThat(tip.isDisplayed()).isTrue();
        assertThat(tip.getText()).contains("26 May 2026", "FWHM x", "warning");
        new Actions(driver).sendKeys(Keys.ENTER).perform();
        assertArrivesAt(CHECK);
    }

    @Test
    void theDayIsChosenInAForm() {
        open("/instruments/lsm-1");
        WebElement date = driver.findElement(By.id("date"));
        driver.executeScript("arguments[0].value = '2026-06-01'", date);
        driver.findElement(By.cssSelector("form button")).click();

        assertArrivesAt("/instruments/lsm-1/on/2026-06-01");
        assertThat(driver.findElement(By.cssSelector(".state")).getText()).contains("usable with care");
    }

    @Test
    void paperGetsTheContentWithoutTheFurniture() {
        browser.media("print", "light");
        open(CHECK);

        assertThat(driver.findElement(By.cssSelector("header.top")).isDisplayed())
                .isFalse();
        assertThat(driver.findElement(By.tagName("h1")).isDisplayed()).isTrue();
    }
}
