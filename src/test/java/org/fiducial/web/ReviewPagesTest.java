package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewPagesTest {

    private static final String FAILED = SampleFacility.id(201).toString();
    private static final String PASSED = SampleFacility.id(108).toString();

    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server = SampleFacility.server(SampleFacility.filled());
    private URI home = URI.create("http://localhost");

    @BeforeEach
    void start() {
        home = server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsWhatNobodyLookedAtTheWorstFirstWithItsCountInTheMenu() throws IOException, InterruptedException {
        String page = get("/review");

        assertThat(page).contains("Checks to look at").contains("href=\"/checks/" + FAILED + "\"");
        assertThat(page.indexOf(FAILED)).as("the fail stands first").isLessThan(page.indexOf(PASSED));
        assertThat(page).containsPattern("class=\"count\" title=\"\\d+ to look at\"");
    }

    @Test
    void approvesAllThatAreChosenAtOnce() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                post("/review", "check." + PASSED + "=yes&check." + FAILED + "=yes&decision=approved&by=Grace");

        assertThat(answer.headers().firstValue("Location")).contains("/review");
        assertThat(get("/checks/" + PASSED)).contains("Approved on").contains("Grace");
        assertThat(get("/api/v1/checks/" + FAILED)).contains("\"decision\" : \"approved\"");
    }

    @Test
    void asksForAReasonBeforeACheckBecomesVoid() throws IOException, InterruptedException {
        assertThat(post("/checks/" + FAILED + "/review", "decision=void&by=Grace")
                        .body())
                .contains("Say why the check is void");

        post("/checks/" + FAILED + "/review", "decision=void&by=Grace&reason=%3Cb%3Ewrong%3C%2Fb%3E+slide");

        assertThat(get("/checks/" + FAILED))
                .contains("counts for nothing")
                .contains("&lt;b&gt;wrong&lt;/b&gt; slide")
                .contains("banner fail void");
        assertThat(get("/checks/" + FAILED + "/review")).contains("Grace");
    }

    @Test
    void saysWhatToDoWhereNothingWasChosen() throws IOException, InterruptedException {
        assertThat(post("/review", "decision=approved").body()).contains("Choose at least one check");
        assertThat(post("/checks/" + PASSED + "/review", "decision=perhaps").body())
                .contains("approved, rejected or void");
    }

    @Test
    void keepsPeopleFromReviewingTheirOwnWorkWhereTheFacilitySaysSo() throws IOException, InterruptedException {
        assertThat(get("/review")).contains("People may approve and reject what they measured themselves.");
        assertThat(post("/review/own-work", "own=forbidden&by=Grace").body()).contains("Say why");
        assertThat(post("/review/own-work", "own=perhaps&by=Grace&own-reason=so")
                        .body())
                .contains("Say whether people may review their own work");

        HttpResponse<String> answer =
                post("/review/own-work", "own=forbidden&by=Grace&own-reason=%3Cb%3Efour+eyes%3C%2Fb%3E");

        assertThat(answer.headers().firstValue("Location")).contains("/review");
        assertThat(get("/review"))
                .contains("approved or rejected by somebody else")
                .contains("&lt;b&gt;four eyes&lt;/b&gt;");
        assertThat(post("/checks/" + FAILED + "/review", "decision=approved").body())
                .contains("reviewed by somebody else");
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(home.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", home.toString().replaceAll("/$", ""))
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }
}
