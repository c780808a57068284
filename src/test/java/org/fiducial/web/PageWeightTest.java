package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every page that leads from the first one, with the styles, scripts and marks it is made of. */
class PageWeightTest {

    private static final int MOST_BYTES = 200 * 1024;
    private static final int MOST_PAGES = 150;
    private static final WebServer SERVER = SampleFacility.server(SampleFacility.filled());
    private static final URI HOME = SERVER.start();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"(/[^\"#]*)");
    private static final Pattern PART = Pattern.compile("<(?:link|script|img)[^>]*?(?:href|src)=\"([^\"]*)\"");

    private final Map<String, Integer> parts = new HashMap<>();

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void noPageWeighsMoreThan200KilobytesOrTakesAnythingFromElsewhere() throws Exception {
        Deque<String> ahead = new ArrayDeque<>(Set.of("/"));
        Set<String> seen = new LinkedHashSet<>(ahead);
        int pages = 0;
        while (!ahead.isEmpty() && pages < MOST_PAGES) {
            String address = ahead.remove();
            HttpResponse<String> answer = get(address);
            if (!isPage(answer)) {
                continue;
            }
            pages++;
            assertThat(weight(answer.body())).as(address).isLessThan(MOST_BYTES);
            LINK.matcher(answer.body())
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .filter(seen::add)
                    .forEach(ahead::add);
        }
        assertThat(pages).isGreaterThan(30);
        assertThat(seen).contains("/due", "/kit", "/review", "/protocols", "/instruments/lsm-1/checks");
    }

    private static boolean isPage(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    private int weight(String page) throws IOException, InterruptedException {
        int bytes = page.length();
        for (String part : PART.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList()) {
            assertThat(part).startsWith("/").doesNotStartWith("//");
            if (part.startsWith("/assets/") || part.equals("/favicon.ico")) {
                if (!parts.containsKey(part)) {
                    parts.put(part, get(part).body().length());
                }
                bytes += parts.getOrDefault(part, 0);
            }
        }
        return bytes;
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(HOME.resolve(path.replace(" ", "%20"))).build(), BodyHandlers.ofString());
    }
}
