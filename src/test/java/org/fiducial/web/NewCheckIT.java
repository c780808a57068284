package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiducial.web.RecordingServer.typed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fiducial.metrology.simulation.FlatField;
import org.fiducial.web.RecordingServer.Sent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The way to a new check in a real browser, with its script and without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewCheckIT {

    private static final String STABILITY =
            RecordingServer.FORM + "?configuration=63x-488&protocol=light-source-stability";
    private static final String ROWS = IntStream.range(0, 300)
            .mapToObj(i -> i + "," + (1.2 + 0.001 * (i % 7)))
            .collect(Collectors.joining("\n"));

    private final RecordingServer server;
    private final HeadlessBrowser browser;
    private final ChromeDriver driver;
    private final Path log;
    private final List<String> pages = new ArrayList<>();

    NewCheckIT(@TempDir Path folder) throws IOException {
        server = new RecordingServer(folder.resolve("data"));
        browser = HeadlessBrowser.start(folder.resolve("profile"));
        driver = browser.driver();
        log = Files.writeString(folder.resolve("488 nm.csv"), "time_s,power\n" + ROWS);
    }

    /** A page of every kind: forms, questions, a refusal, a result, the kit with a meter and without. */
    @BeforeAll
    void everyPage() throws IOException, InterruptedException {
        server.post(
                "/new-meter",
                Map.of(
                        "model",
                        "PM400",
                        "serial",
                        "P1",
                        "slug",
                        "pm-1",
                        "number",
                        "C-1",
                        "date",
                        "2025-01-15",
                        "due",
                        "2026-01-15",
                        "point.1.wavelength",
                        "488",
                        "point.1.uncertainty",
                        "3"));
        pages.addAll(List.of(
                RecordingServer.FORM,
                RecordingServer.FORM + "?configuration=63x-488&protocol=psf-beads",
                STABILITY,
                "/kit",
                "/new-meter",
                "/kit/pm-1/certificate",
                "/instruments/lsm-1"));
        Map<String, String> rows = new TreeMap<>(typed("light-source-power"));
        rows.putAll(Map.of("more-rows", "1", "rows", "12", "row.1.power", "1.5"));
        pages.add(server.send(rows));
        pages.add(server.send(typed("light-source-stability"), new Sent("488.csv", "time_s,power\n" + ROWS)));
        pages.add(server.send(typed("light-source-stability"), new Sent("m.csv", "Uhr,Leistung\n" + ROWS)));
        pages.add(server.send(typed("light-source-stability"), new Sent("cat.csv", "meow")));
        pages.add(server.send(typed("light-source-stability"), new Sent("mw.csv", "time_s,power_mW\n" + ROWS)));
        for (String page : pages) {
            if (page.startsWith("/new-checks/")) {
                server.settled(page);
            }
        }
    }

    @AfterAll
    void stop() {
        browser.close();
        server.close();
    }

    @BeforeEach
    void usualScreen() {
        browser.screen(1366, 768);
        browser.media("screen", "light");
    }

    private void open(String path) {
        driver.get(server.home().resolve(path).toString());
    }

    private void openDetails() {
        driver.executeScript("document.querySelectorAll('details').forEach(each => each.open = true)");
    }

    @Test
    void nobodyIsShutOutAndNothingIsWiderThanTheScreen() throws IOException {
        List<String> barriers = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            String path = pages.get(i);
            browser.barriersInEveryLook("check-%02d".formatted(i), () -> {
                        open(path);
                        openDetails();
                    })
                    .forEach(barrier -> barriers.add(path + " " + barrier));
        }

        assertThat(barriers).isEmpty();
    }

    @Test
    void aLogIsSentAskedAboutLookedAtAndRecorded() throws IOException {
        browser.complaints();
        sendTheLog();
        recordIt();

        assertThat(browser.complaints()).isEmpty();
    }

    /** Pages come again by themselves, forms are plain ones, and nothing is lost but the bars of progress. */
    @Test
    void theSameWorksWithoutAScript() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            sendTheLog();
            recordIt();
        } finally {
            driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @Test
    void aUniformSlideAndItsDarkImageAreSentAndRecorded(@TempDir Path folder) {
        Path flat = SimulatedImages.field(folder.resolve("flat.ome.tif"), FlatField.paraboloid(3000, 0.35, 0.2, 0));
        Path dark = SimulatedImages.field(folder.resolve("dark.ome.tif"), FlatField.even(0));
        open(RecordingServer.FORM + "?configuration=63x-488&protocol=field-illumination");
        driver.findElement(By.id("files")).sendKeys(flat + "\n" + dark);
        new Select(driver.findElement(By.id("reason"))).selectByValue("scheduled");
        driver.findElement(By.name("p.dark")).sendKeys("2");
        press(".upload .actions button");

        awaitHeading("Field illumination");
        recordWhatIsShown();
        assertThat(driver.findElement(By.tagName("main")).getText())
                .contains("Uniformity", "9 zones measured", "Centring", "dark.ome.tif");
    }

    @Test
    void beadsInTwoChannelsAreSentAndRecorded(@TempDir Path folder) {
        open(RecordingServer.FORM + "?configuration=63x-488&protocol=coregistration-beads");
        driver.findElement(By.id("files"))
                .sendKeys(SimulatedImages.beads(folder.resolve("beads.ome.tif")).toString());
        new Select(driver.findElement(By.id("reason"))).selectByValue("scheduled");
        driver.findElement(By.name("p.bead-diameter")).sendKeys("100nm");
        press(".upload .actions button");

        awaitHeading("Co-registration of channels from beads");
        recordWhatIsShown();
        assertThat(driver.findElement(By.tagName("main")).getText()).contains("12 measured", "beads.ome.tif");
    }

    private void recordWhatIsShown() {
        press("form[action$='/record'] button");
        new WebDriverWait(driver, Duration.ofSeconds(60))
                .until(browser -> String.valueOf(browser.getCurrentUrl()).contains("/checks/"));
    }

    private void sendTheLog() {
        open(STABILITY);
        driver.findElement(By.id("files")).sendKeys(log.toString());
        new Select(driver.findElement(By.id("reason"))).selectByValue("scheduled");
        driver.findElement(By.id("by")).sendKeys("Ada");
        press(".upload .actions button");
    }

    private void recordIt() {
        awaitHeading("One thing is missing");
        assertThat(driver.findElements(By.cssSelector("input[type=radio]:checked")))
                .isEmpty();
        press("input[value=mW]");
        press(".question button");
        awaitHeading("Stability of light sources");
        recordWhatIsShown();
        assertThat(driver.findElement(By.tagName("main")).getText()).contains("Ada", "scheduled");
    }

    private void press(String selector) {
        WebElement element = driver.findElement(By.cssSelector(selector));
        element.click();
    }

    /** The heading is found and read in one step: between two, a page that waits may have loaded itself again. */
    private void awaitHeading(String heading) {
        new WebDriverWait(driver, Duration.ofSeconds(60))
                .withMessage(() -> driver.findElement(By.tagName("main")).getText())
                .until(browser -> heading.equals(
                        driver.executeScript("const h1 = document.querySelector('h1'); return h1 && h1.innerText")));
    }

    @Test
    void aFolderIsSentWithTheWayToEachFile(@TempDir Path parent) throws IOException {
        Path root = parent.resolve("488");
        Path folder = Files.createDirectories(root.resolve("deeper"));
        Files.writeString(
                folder.resolve("20261108-1727_488nm_short_80%.txt"),
                "timestamp\twavelength\tsetting\tpower [mW]\n"
                        + IntStream.range(10, 60)
                                .mapToObj(i -> "2026-11-08 17:27:" + i + "\t488\t80\t1.2" + i)
                                .collect(Collectors.joining("\n")));
        open(STABILITY);
        openDetails();
        driver.findElement(By.id("folder")).sendKeys(root.toString());
        new Select(driver.findElement(By.id("reason"))).selectByValue("scheduled");
        press(".upload .actions button");

        awaitHeading("Stability of light sources");
        assertThat(driver.findElement(By.tagName("main")).getText())
                .contains("488", "files 1", "8 November 2026, 17:27");
    }

    @Test
    void enterInAFieldAnalysesAndDoesNotAskForMoreRows() {
        open(RecordingServer.FORM + "?configuration=63x-488&protocol=light-source-power");
        new Select(driver.findElement(By.id("reason"))).selectByValue("baseline");
        driver.findElement(By.id("by")).sendKeys("Ada\n");

        awaitHeading("This cannot be analysed as it is");
        assertThat(driver.findElement(By.cssSelector("[role=alert]")).getText()).contains("No file was chosen");
    }

    @Test
    void aFolderIsSentFileByFileAsSoonAsItIsChosen(@TempDir Path desk) throws IOException {
        Path image = desk.resolve("beads.zarr");
        for (int i = 0; i < 40; i++) {
            Path chunk = image.resolve("0/" + i % 4 + "/chunk-" + i);
            Files.createDirectories(chunk.getParent());
            Files.write(chunk, new byte[i * 1000]);
        }
        driver.get(server.home() + RecordingServer.FORM.substring(1) + "?configuration=63x-488&protocol=psf-beads");
        driver.executeScript("document.querySelector('#folder').closest('details').open = true");
        driver.findElement(By.id("folder")).sendKeys(image.toString());

        new WebDriverWait(driver, Duration.ofSeconds(30))
                .until(each -> each.findElements(By.cssSelector("ul.filelist.sent li")).stream()
                        .anyMatch(line -> line.getText().equals("beads.zarr")));
        driver.navigate().refresh();
        assertThat(driver.getPageSource()).contains("These files are kept", "beads.zarr");
    }
}
