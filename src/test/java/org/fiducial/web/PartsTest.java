package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.Recall;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long lists are shown and sent in parts that together are the whole. */
class PartsTest {

    private static final int OLDER = 130;
    private static final Pattern CHECK = Pattern.compile("<th scope=\"row\"[^>]*><a href=\"/checks/([0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final SampleFacility facility = SampleFacility.filled();
    private final WebServer server = SampleFacility.server(facility);
    private final Recall recall = new Recall(
            UUID.fromString("00000000-0000-7000-8000-00000000abcd"),
            facility.facilities().get(0).id(),
            "pm-1",
            new Recall.Period(Instant.EPOCH, Optional.empty()),
            new Recall.Fault("it was dropped", OptionalDouble.empty()),
            new Recall.Entry("Ada Müller", SampleFacility.NOW, ZoneOffset.UTC),
            Optional.empty());
    private URI home = URI.create("http://localhost");

    @BeforeEach
    void start() {
        for (int i = 0; i < OLDER; i++) {
            facility.check(
                    1000 + i, 11, SampleFacility.NOW.minus(Duration.ofDays(2000L + i)), 1.0, CheckReason.SCHEDULED);
        }
        facility.add(
                new Meter(
                        UUID.fromString("00000000-0000-7000-8000-00000000abce"),
                        recall.facilityId(),
                        "pm-1",
                        new MeterCalibration.Meter("PM400", "P1", "")),
                Optional.empty(),
                "");
        facility.add(recall);
        home = server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<String> reached() {
        return Doubts.of(recall, facility).all().stream()
                .map(doubt -> doubt.use().check().id().toString())
                .toList();
    }

    private List<String> onPages(String first) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        Optional<String> address = Optional.of(first);
        while (address.isPresent()) {
            String page = get(address.get()).body();
            CHECK.matcher(page).results().map(match -> match.group(1)).forEach(found::add);
            Matcher next = NEXT.matcher(page);
            address = next.find() ? Optional.of(next.group(1).replace("&amp;", "&")) : Optional.empty();
        }
        return found;
    }

    @Test
    void theChecksOfARecallComeInPartsWhetherItHoldsOrNot() throws Exception {
        List<String> all = reached();
        assertThat(all).hasSizeGreaterThan(OLDER);
        String address = "/recalls/" + recall.id();
        assertThat(get(address).body())
                .contains("1 to 100 of " + all.size(), "rel=\"next\" href=\"" + address + "?page=2\"", "Ada Müller");
        assertThat(onPages(address)).isEqualTo(all);

        facility.withdraw(new Recall.Withdrawal(UUID.randomUUID(), recall.id(), "another one", recall.entry()));

        assertThat(onPages(address)).isEqualTo(all);
        JsonNode document = new ObjectMapper().readTree(get("/api/v1" + address).body());
        assertThat(document.path("total").intValue()).isEqualTo(all.size());
        assertThat(document.path("checks")).hasSize(all.size());
        assertThat(document.path("people").get(0).textValue()).isEqualTo("Ada Müller");
    }

    @Test
    void theChecksOfARecallAreOrderedWholeAndNotPartByPart() throws Exception {
        String address = "/recalls/" + recall.id();
        List<String> all = reached();
        List<String> oldest = Doubts.of(recall, facility).all().stream()
                .map(doubt -> doubt.use().check())
                .sorted(Comparator.comparing(CheckSummary::measuredAt))
                .map(check -> check.id().toString())
                .toList();
        for (boolean holds : List.of(true, false)) {
            if (!holds) {
                facility.withdraw(new Recall.Withdrawal(UUID.randomUUID(), recall.id(), "another", recall.entry()));
            }
            assertThat(onPages(address + "?sort=when")).as("holds: %s", holds).isEqualTo(oldest);
            assertThat(onPages(address + "?sort=-verdict"))
                    .as("holds: %s", holds)
                    .containsExactlyInAnyOrderElementsOf(all)
                    .isNotEqualTo(all);
            assertThat(get(address + "?sort=path").body())
                    .contains(
                            "aria-sort=\"ascending\"",
                            "href=\"" + address + "?sort=-path\"",
                            "href=\"" + address + "/checks.csv?sort=path\"",
                            "href=\"" + address + "?page=2&amp;sort=path\"");
            assertThat(get(address + "/checks.csv?sort=when").body().lines().skip(1))
                    .hasSize(all.size())
                    .first()
                    .asString()
                    .endsWith("," + oldest.get(0));
            assertThat(new ObjectMapper()
                            .readTree(get("/api/v1" + address + "?sort=when").body())
                            .path("checks")
                            .get(0)
                            .path("id")
                            .textValue())
                    .isEqualTo(oldest.get(0));
            assertThat(get(address + "?sort=means").statusCode()).isEqualTo(holds ? 200 : 400);
            assertThat(get(address + "?sort=colour").body()).contains("This list is sorted by one of when");
        }
    }

    @Test
    void whatARecallWouldReachIsReadOnWithWhatWasTyped() throws Exception {
        String address = "/kit/pm-1/recall?from=2000-01-01&reason=it+fell+%26+broke&by=Ada";

        assertThat(get(address).body())
                .contains(
                        "rel=\"next\" href=\"/kit/pm-1/recall?by=Ada&amp;from=2000-01-01&amp;page=2&amp;reason=it+fell+%26+broke\"");
        assertThat(onPages(address)).isEqualTo(reached());
        assertThat(get(address + "&sort=path").body())
                .contains(
                        "href=\"/kit/pm-1/recall?by=Ada&amp;from=2000-01-01&amp;reason=it+fell+%26+broke&amp;sort=-path\"");
    }

    @Test
    void aPageThatIsNoneIsThePartNearestToIt() throws Exception {
        List<String> lists = List.of(
                "/recalls/" + recall.id(),
                "/components",
                "/registry",
                "/review",
                "/due",
                "/instruments/lsm-1/events",
                "/instruments/lsm-1/checks",
                "/api/v1/recalls/" + recall.id(),
                "/api/v1/components",
                "/api/v1/schedules",
                "/api/v1/review",
                "/api/v1/instruments/lsm-1/events");
        for (String list : lists) {
            for (String page : List.of("-1", "0", "99999999", "9".repeat(3000), "<script>alert(1)</script>", "1;2")) {
                HttpResponse<String> answer = get(list + "?page=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
                assertThat(answer.statusCode()).as("%s?page=%s", list, page).isEqualTo(200);
                assertThat(answer.body()).doesNotContain("<script>alert").doesNotContain("9".repeat(300));
            }
        }
        assertThat(get("/instruments/lsm-1/checks?page=99999999").body()).contains("101 to 139 of 139");
        assertThat(get("/recalls/" + recall.id() + "?page=-1").body()).contains("1 to 100 of ");
        assertThat(new ObjectMapper()
                        .readTree(get("/api/v1/recalls/" + recall.id() + "?page=99999999")
                                .body())
                        .path("checks"))
                .isEmpty();
    }

    @Test
    void listsWithoutPartsAreTakenAlongAsTables() throws Exception {
        assertThat(get("/instruments/lsm-1/hours.csv").body())
                .isEqualTo("\uFEFFread at,hours,entered by,entered at\r\n");
        assertThat(get("/reminders.csv").body()).isEqualTo("\uFEFFat,kind,period,recipient,attempt,result,said\r\n");
        assertThat(get("/instruments/none/hours.csv").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(home.resolve(path)).build(), BodyHandlers.ofString());
    }
}
