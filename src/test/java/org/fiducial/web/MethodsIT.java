package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** From the code at the microscope to a methods section in the clipboard, on a phone, without an account. */
class MethodsIT {

    private static final String IMAGE =
            """
            <OME><Instrument ID="I"><Microscope Manufacturer="Maker" Model="Model" SerialNumber="1"/>
            <Objective ID="O" LensNA="1.3" NominalMagnification="63" Immersion="Oil"/></Instrument>
            <Image ID="A"><ObjectiveSettings ID="O"/><Pixels SizeX="10" SizeY="10" PhysicalSizeX="0.065" PhysicalSizeY="0.065">
            <Channel Name="GFP" ExcitationWavelength="488"><DetectorSettings Gain="650"/></Channel></Pixels></Image></OME>
            """;

    private final RecordingServer server;
    private final HeadlessBrowser browser;
    private final ChromeDriver driver;
    private final String shown;
    private final Path image;
    private int interactions;

    MethodsIT(@TempDir Path folder) throws IOException {
        server = new RecordingServer(folder.resolve("data"));
        server.accounting().begin(Accounting.holder("ada", "Ada"), "copper lantern seven");
        Instrument lsm = server.store().instruments().bySlug("lsm-1").orElseThrow();
        server.store()
                .publicities()
                .add(new Publicity(
                        new UUID(5, 5),
                        Publication.subject(lsm),
                        new Publicity.Terms(Publicity.Standing.PUBLISHED, Field.USUAL, "core@example.org"),
                        new Entry("Ada", RecordingServer.NOW, "as agreed")));
        shown = "/published/" + InstrumentToken.of(lsm);
        image = Files.writeString(folder.resolve("cells.ome.xml"), IMAGE);
        browser = HeadlessBrowser.start(folder.resolve("profile"));
        driver = browser.driver();
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void threeInteractionsFromTheCodeToTheCopiedParagraph() {
        browser.screen(390, 844);
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        driver.executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        open(shown);

        chooseDay("2026-10-20");
        tap(By.cssSelector("button[data-copies='methods-text']"));
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .until(each -> !each.findElement(By.cssSelector(".methods [role=status]"))
                        .getText()
                        .isEmpty());

        assertThat(interactions).isLessThanOrEqualTo(3);
        assertThat(driver.findElement(By.cssSelector(".methods [role=status]")).getText())
                .isEqualTo("Copied, with its structure and as plain text.");
        assertThat(clipboard("text/plain").replace('\u00a0', ' '))
                .startsWith("Microscope. Images were acquired on the instrument LSM 1 (Maker Model) at Imaging Core.")
                .contains("\n\nAcknowledgement. We thank Imaging Core");
        assertThat(clipboard("text/html")).contains("<p", "<strong", "Images were acquired on the instrument LSM 1");
    }

    @Test
    void threeInteractionsWithAnImageToo() throws IOException {
        browser.screen(390, 844);
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        driver.executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        open(shown);

        chooseDay("2026-10-20");
        interactions++;
        driver.findElement(By.id("image")).sendKeys(image.toString());
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .until(each -> each.findElement(By.id("methods-text")).getText().contains("GFP"));
        tap(By.cssSelector("button[data-copies='methods-text']"));
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .until(each -> !each.findElement(By.cssSelector(".methods [role=status]"))
                        .getText()
                        .isEmpty());

        assertThat(interactions).isLessThanOrEqualTo(3);
        assertThat(clipboard("text/plain").replace('\u00a0', ' '))
                .contains("pixel size 0.065 µm", "Channel “GFP”, as stored with the image: excitation 488 nm");
        assertThat(driver.getCurrentUrl()).doesNotContain("GFP", "0.065");
        assertThat(driver.findElement(By.cssSelector("details summary")).getText())
                .contains("ticked, each with its evidence");
        assertThat(driver.executeScript("return localStorage.length + sessionStorage.length"))
                .hasToString("0");
        browser.picture("journey-with-an-image");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void withoutAClipboardTheParagraphIsSelectedAsAWhole() {
        browser.screen(390, 844);
        open(shown + "/methods");
        driver.executeScript("getSelection().selectAllChildren(document.getElementById('methods-text'))");
        assertThat(String.valueOf(driver.executeScript("return getSelection().toString()")))
                .contains("Images were acquired on the instrument LSM 1", "We thank Imaging Core");
        assertThat(driver.executeScript("return getComputedStyle(document.getElementById('methods-text')).userSelect"))
                .isEqualTo("all");
    }

    @Test
    void nobodyIsShutOutAndNothingIsWiderThanTheScreen() throws IOException {
        List<String> barriers = new ArrayList<>();
        for (int width : new int[] {1366, 390}) {
            String scheme = width == 390 ? "dark" : "light";
            browser.screen(width, 844);
            browser.media("screen", scheme);
            for (String page : List.of(
                    "", "/methods?lang=es", "/methods", "/checklists/acquisition", "/checklists/figures?lang=es")) {
                open(shown + page);
                if (page.equals("/methods")) {
                    driver.findElement(By.id("image")).sendKeys(image.toString());
                    driver.findElement(By.cssSelector("form[enctype] button")).click();
                }
                browser.barriers().forEach(barrier -> barriers.add(width + " " + page + " " + barrier));
                assertThat(browser.widerThanTheScreen()).as(width + " " + page).isFalse();
                browser.picture("methods-" + width + page.replaceAll("[^a-z0-9]+", "-"));
            }
            assertThat(driver.getPageSource()).doesNotContain("Ada");
        }
        assertThat(barriers).isEmpty();
    }

    private void chooseDay(String day) {
        interactions++;
        driver.executeScript(
                "const from = document.getElementById('from'); from.value = arguments[0];"
                        + " from.dispatchEvent(new Event('change', {bubbles: true}))",
                day);
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .until(each -> String.valueOf(each.getCurrentUrl()).contains("from=" + day));
    }

    private void tap(By what) {
        interactions++;
        driver.findElement(what).click();
    }

    private String clipboard(String type) {
        return String.valueOf(driver.executeAsyncScript(
                "const done = arguments[1]; navigator.clipboard.read().then(items => items[0].getType(arguments[0]))"
                        + ".then(blob => blob.text()).then(done, failure => done('failed: ' + failure))",
                type));
    }

    private void open(String path) {
        driver.get(server.home().resolve(path).toString());
    }
}
