package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewInstrumentPageTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, String> TYPED = Map.of(
            "name", "Spinning Disk (Zürich)",
            "location", "Room 3",
            "objective.2.name", "60x/1.3 silicone",
            "objective.2.na", "1.3",
            "path.1.name", "60x, green",
            "path.1.objective", "2");

    private final SampleFacility facility = SampleFacility.filled();
    private final WebServer server = SampleFacility.server(facility);
    private final URI home = server.start();

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void addsTheInstrumentThatWasTypedAndShowsItsPage() throws Exception {
        HttpResponse<String> answer = post(TYPED, home.toString().replaceAll("/$", ""));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/instruments/spinning-disk-zurich");
        Instrument added = facility.bySlug("spinning-disk-zurich").orElseThrow();
        assertThat(added.location()).isEqualTo("Room 3");
        Configuration path =
                facility.configuration("spinning-disk-zurich/60x-green").orElseThrow();
        assertThat(path.registry()).containsEntry("na", "1.3");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() throws Exception {
        assertRefused("objective.2.na", "17", "must lie between", "60x/1.3 silicone");
        assertRefused("path.1.objective", "3", "names objective 3", "Room 3");
        assertRefused("path.1.name", "", "No light path was named", "Room 3");
        assertRefused("slug", "LSM 1", "lower-case letters", "LSM 1");
        assertRefused("slug", "lsm-1", "There is already an instrument", "lsm-1");
        assertRefused("objective.2.name", "", "Objective 2 has no name", "1.3");
    }

    private void assertRefused(String field, String value, String sentence, String kept) throws Exception {
        Map<String, String> typed = new TreeMap<>(TYPED);
        typed.put(field, value);
        int before = facility.all().size();

        HttpResponse<String> answer = post(typed, home.toString().replaceAll("/$", ""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("role=\"alert\"").contains(sentence).contains(kept);
        assertThat(facility.all()).hasSize(before);
    }

    @Test
    void takesNoFormFromAnotherSiteAndNoRequestUnderAnotherName() throws Exception {
        assertThat(post(TYPED, "http://evil.example").statusCode()).isEqualTo(403);
        assertThat(post(TYPED, "").statusCode()).isEqualTo(403);
        assertThat(facility.bySlug("spinning-disk-zurich")).isEmpty();
    }

    private HttpResponse<String> post(Map<String, String> form, String origin)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve("/new-instrument"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
