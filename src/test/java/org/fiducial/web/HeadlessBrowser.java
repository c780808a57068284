package org.fiducial.web;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A real Chromium without a window. It is found on the PATH, or installed where this is Debian and we may; nothing is ever
 * downloaded past the system's own packages. Without one the tests are skipped with a sentence, on a build server they fail.
 */
final class HeadlessBrowser implements AutoCloseable {

    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final String DRIVER = "chromedriver";
    private static final long INSTALL_MINUTES = 10;

    /** Between them every width meets every scheme. */
    private static final List<Look> LOOKS =
            List.of(new Look(1366, 768, "light", "dark"), new Look(390, 844, "dark", "light"));

    /** All that axe-core knows, and of that what another scheme of colours may change. */
    private static final String ALL_RULES = "{resultTypes: ['violations']}";

    private static final String RULES_OF_COLOURS =
            "{resultTypes: ['violations'], runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}}";

    /**
     * A screen, and the scheme its pages are loaded in before they change to the other.
     *
     * @param width in CSS pixels, as the height
     */
    private record Look(int width, int height, String scheme, String other) {}

    private final ChromeDriver driver;
    private final ObjectMapper json = new ObjectMapper();

    private HeadlessBrowser(ChromeDriver driver) {
        this.driver = driver;
    }

    static HeadlessBrowser start(Path profile) {
        if (missing() && mayInstall()) {
            install();
        }
        if (missing()) {
            String sentence =
                    "Chromium or chromedriver was not found on the PATH, so the pages were not tested in a browser; "
                            + "install them, on Debian with 'apt-get install chromium chromium-driver'.";
            if ("true".equals(System.getenv("CI"))) {
                fail(sentence);
            }
            abort(sentence);
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser().orElseThrow().toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile.toAbsolutePath());
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath(DRIVER).orElseThrow().toFile())
                .build();
        return new HeadlessBrowser(new ChromeDriver(service, options));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** A screen of the given size in CSS pixels; below 500 it is a phone. */
    void screen(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    /** Light or dark, screen or print. */
    void media(String type, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", type, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What the console complained about since it was last asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses asked for since last asked for. */
    List<String> requests() throws IOException {
        List<String> addresses = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE).getAll()) {
            JsonNode message = json.readTree(entry.getMessage()).get("message");
            if ("Network.requestWillBeSent".equals(message.get("method").asText())) {
                addresses.add(message.get("params").get("request").get("url").asText());
            }
        }
        return addresses;
    }

    /**
     * What axe-core finds wrong with the page for people who see, hear or move otherwise: a line for each place, by the rules
     * of WCAG 2.2 A and AA and its best practices.
     */
    List<String> barriers() throws IOException {
        return barriers(ALL_RULES);
    }

    /**
     * The same of a page wide and narrow, each bright and dark, and whether it is wider than the screen. A page is loaded once
     * for each width and asked all there; in the other scheme it is asked again what colours may change. Of each width a
     * picture is kept.
     *
     * @param name of the pictures
     * @param open loads the page, and unfolds what is folded
     */
    List<String> barriersInEveryLook(String name, Runnable open) throws IOException {
        List<String> found = new ArrayList<>();
        for (Look look : LOOKS) {
            screen(look.width(), look.height());
            media("screen", look.scheme());
            open.run();
            picture(name + "-" + look.width() + "-" + look.scheme());
            String seen = name + ", " + look.width() + " wide, ";
            barriers().forEach(barrier -> found.add(seen + look.scheme() + ": " + barrier));
            if (widerThanTheScreen()) {
                found.add(seen + look.scheme() + ": wider than the screen");
            }
            media("screen", look.other());
            barriers(RULES_OF_COLOURS).forEach(barrier -> found.add(seen + look.other() + ": " + barrier));
        }
        return found;
    }

    /** Whether there is more to the right. The width within the window does not tell: on a phone it grows with the page. */
    boolean widerThanTheScreen() {
        return Boolean.TRUE.equals(driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    private List<String> barriers(String rules) throws IOException {
        if (!Boolean.TRUE.equals(driver.executeScript("return typeof window.axe === 'object'"))) {
            driver.executeScript(axe());
        }
        Object found = driver.executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                axe.run(document, %s).then(
                  result => done(result.violations.flatMap(rule => rule.nodes.map(
                    node => `${rule.id} (${rule.impact}): ${node.target} ${node.failureSummary.replace(/\\s+/g, ' ')}`))),
                  failure => done(['axe-core could not run: ' + failure]));
                """
                        .formatted(rules));
        List<String> lines = new ArrayList<>();
        ((List<?>) found).forEach(line -> lines.add(String.valueOf(line)));
        return lines;
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                HeadlessBrowser.class.getResourceAsStream("/axe.min.js"), "axe-core is among the test dependencies")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Keeps a picture of the screen under target/screenshots, for people who want to look. */
    void picture(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static boolean missing() {
        return browser().isEmpty() || onPath(DRIVER).isEmpty();
    }

    private static Optional<Path> browser() {
        return BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean mayInstall() {
        return "root".equals(System.getProperty("user.name"))
                && onPath("apt-get").isPresent();
    }

    private static void install() {
        run("apt-get", "-q", "update");
        run("apt-get", "-q", "-y", "--no-install-recommends", "install", "chromium", "chromium-driver");
    }

    /** Runs a command; whether it worked shows in what is then on the PATH. */
    private static void run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            Process process = builder.start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroy();
            }
        } catch (IOException e) {
            abort("'" + String.join(" ", command) + "' could not be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
