package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiducial.cli.PackedJar.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration from the packed jar: pages at once, checks soon, everything there again the second time. */
class DemoIT {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+\\S*");
    private static final Duration FIRST_PAGE = Duration.ofSeconds(60);

    @TempDir
    Path folder = Path.of("");

    @Test
    void servesPagesWhileItFillsAndGoesOnWhereItWasStopped() throws IOException, InterruptedException {
        PackedJar jar = new PackedJar(folder);
        Running first = jar.start("demo", "--port", "0");
        try {
            URI address = address(first);
            assertThat(page(address)).contains("Demonstration facility");
            await(first, " 2 of ");
            assertThat(page(address.resolve("/instruments/widefield"))).contains("Widefield");
        } finally {
            first.process().destroy();
            assertThat(first.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.readString(first.err())).doesNotContain("Exception");

        int stored = lines(first, " of ");
        Running second = jar.start("demo", "--port", "0");
        try {
            await(second, "Analysing ");
            Matcher missing = Pattern.compile("Analysing (\\d+) ").matcher(second.printed());
            assertThat(missing.find()).isTrue();
            Matcher all = Pattern.compile("of (\\d+)").matcher(first.printed());
            assertThat(all.find()).isTrue();
            assertThat(Integer.parseInt(missing.group(1))).isLessThanOrEqualTo(Integer.parseInt(all.group(1)) - stored);
        } finally {
            second.process().destroyForcibly().waitFor();
        }
        assertThat(new PackedJar(folder)
                        .run("instrument", "list", "--data", "fiducial-demo")
                        .out())
                .contains("confocal/");
    }

    private static int lines(Running running, String mark) throws IOException {
        return (int)
                running.printed().lines().filter(line -> line.contains(mark)).count();
    }

    private static URI address(Running running) throws IOException, InterruptedException {
        await(running, "http://");
        Matcher matcher = ADDRESS.matcher(running.printed());
        assertThat(matcher.find()).as(running.printed()).isTrue();
        return URI.create(matcher.group());
    }

    private static void await(Running running, String text) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + FIRST_PAGE.toNanos();
        while (!running.printed().contains(text)) {
            assertThat(running.process().isAlive())
                    .as(Files.readString(running.err()))
                    .isTrue();
            assertThat(System.nanoTime()).as("waited for '" + text + "'").isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    private static String page(URI address) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
