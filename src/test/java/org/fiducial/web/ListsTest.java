package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.kit.Recall;
import org.fiducial.web.api.ApiDescription;
import org.fiducial.web.page.NaturalOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every list is ordered as a whole where it is made: pages, tables for spreadsheets and answers to programs alike. */
class ListsTest {

    /** Pages with a list, and the table or answer with the same one. */
    private static final Map<String, String> PAGES = Map.of(
            "/", "/api/v1/instruments",
            "/instruments/lsm-1/checks", "/api/v1/instruments/{slug}/checks",
            "/instruments/lsm-1/events", "/api/v1/instruments/{slug}/events",
            "/due", "/api/v1/due",
            "/review", "/api/v1/review",
            "/registry", "/registry.csv",
            "/components", "/api/v1/components",
            "/kit", "/api/v1/kit");

    private final HttpClient client = HttpClient.newHttpClient();
    private final SampleFacility facility = SampleFacility.filled();
    private final WebServer server = SampleFacility.server(facility);
    private final Recall recall = new Recall(
            SampleFacility.id(901),
            facility.facilities().get(0).id(),
            "pm-1",
            new Recall.Period(Instant.EPOCH, Optional.empty()),
            new Recall.Fault("it was dropped", OptionalDouble.empty()),
            new Recall.Entry("Ada Müller", SampleFacility.NOW, ZoneOffset.UTC),
            Optional.empty());
    private URI home = URI.create("http://localhost");

    private void start(int older) {
        for (int i = 0; i < older; i++) {
            facility.check(
                    1000 + i,
                    11,
                    SampleFacility.NOW.minus(Duration.ofDays(2000L + i)),
                    i == older - 1 ? 1.9 : 1.0,
                    CheckReason.SCHEDULED);
        }
        home = server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyListIsOrderedByEachOfItsColumnsFromEitherEndAndByNoOther() throws Exception {
        facility.add(recall);
        start(0);
        Map<String, String> lists = ApiDescription.SORTS.keySet().stream()
                .collect(Collectors.toMap(
                        path -> path.replace("{slug}", "lsm-1")
                                .replace("{id}", recall.id().toString()),
                        path -> path));
        lists.putAll(PAGES);
        for (Map.Entry<String, String> list : lists.entrySet()) {
            List<String> columns = ApiDescription.SORTS.getOrDefault(list.getValue(), List.of());
            for (String column : columns) {
                assertThat(get(list.getKey() + "?sort=" + column).statusCode())
                        .as("%s by %s", list.getKey(), column)
                        .isEqualTo(200);
                assertThat(get(list.getKey() + "?sort=-" + column).statusCode())
                        .as("%s by -%s", list.getKey(), column)
                        .isEqualTo(200);
            }
            for (String word : List.of("colour", "%3Cscript%3Ealert(1)", "-", "--when", "x".repeat(5000))) {
                HttpResponse<String> refused = get(list.getKey() + "?sort=" + word);
                assertThat(refused.statusCode()).as(list.getKey()).isEqualTo(400);
                assertThat(refused.body())
                        .contains("This list is sorted by one of " + String.join(", ", columns) + ", with a minus")
                        .doesNotContain("x".repeat(41));
                if (PAGES.containsKey(list.getKey())) {
                    assertThat(refused.body()).doesNotContain("<script>alert");
                }
            }
        }
    }

    @Test
    void headingsOrderTheWholeListAndKeepTheFilter() throws Exception {
        start(130);
        String oldest = SampleFacility.id(1129).toString();
        assertThat(get("/instruments/lsm-1/checks").body())
                .doesNotContain(oldest)
                .contains("1 to 100 of 139, newest first")
                .contains("<a class=\"sort\" href=\"/instruments/lsm-1/checks?sort=verdict\">")
                .doesNotContain("aria-sort");

        String page = get("/instruments/lsm-1/checks?protocol=psf-beads&sort=-verdict")
                .body();

        assertThat(page)
                .contains(oldest, "1 to 100 of 139<", "aria-sort=\"descending\"")
                .contains("href=\"/instruments/lsm-1/checks?protocol=psf-beads&amp;sort=verdict\"")
                .contains("href=\"/instruments/lsm-1/checks?page=2&amp;protocol=psf-beads&amp;sort=-verdict\"")
                .contains("href=\"/instruments/lsm-1/checks.csv?protocol=psf-beads&amp;sort=-verdict\"")
                .contains("<input type=\"hidden\" name=\"sort\" value=\"-verdict\">");
        assertThat(get("/instruments/lsm-1/checks.csv?sort=-verdict")
                        .body()
                        .lines()
                        .skip(1)
                        .limit(2))
                .anyMatch(line -> line.endsWith(oldest));
    }

    @Test
    void programsGetTheSameOrderAndTheNextPartOfIt() throws Exception {
        start(130);
        JsonNode document = new ObjectMapper()
                .readTree(get("/api/v1/instruments/lsm-1/checks?sort=when&verdict=pass")
                        .body());

        List<String> times = StreamSupport.stream(document.path("checks").spliterator(), false)
                .map(check -> check.path("measured_at").textValue())
                .toList();
        assertThat(times).hasSize(100).isSorted();
        assertThat(document.path("next").textValue())
                .isEqualTo("/api/v1/instruments/lsm-1/checks?page=2&sort=when&verdict=pass");
        assertThat(get(document.path("next").textValue()).body()).doesNotContain(times.get(0));
    }

    @Test
    void theQueueOfReviewsIsFilteredAndTakenAlong() throws Exception {
        start(0);
        String failed = SampleFacility.id(201).toString();

        assertThat(get("/review.csv?instrument=spinning-disk&sort=when").body())
                .contains(failed)
                .doesNotContain("LSM 1");
        assertThat(get("/review?instrument=lsm-1").body()).doesNotContain(failed);
        assertThat(get("/review?instrument=nobody").body()).contains("/review.csv?instrument=nobody");
        assertThat(get("/api/v1/review?verdict=fail").body()).contains(failed);
    }

    @Test
    void namesComeAsPeopleExpectThem() {
        List<String> names = List.of("", "10x", "63x/1.2", "63x/1.40", "63X/1.40 oil", "100x", "Öl", "öl 2");
        List<String> mixed = new ArrayList<>(names);
        Collections.shuffle(mixed, new Random(11));

        mixed.sort(NaturalOrder.TEXTS);

        assertThat(mixed).isEqualTo(names);
        assertThat(NaturalOrder.TEXTS.compare("run 007", "RUN 7")).isZero();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(home.resolve(path)).build(), BodyHandlers.ofString());
    }
}
