package org.fiducial.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A program that talks to the API as programs do: with a header that says who it is, and without cookies or origin. */
final class ApiClient {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI home;
    private final String header;
    private final String value;

    private ApiClient(URI home, String header, String value) {
        this.home = home;
        this.header = header;
        this.value = value;
    }

    static ApiClient withToken(URI home, String token) {
        return new ApiClient(home, "Authorization", "Bearer " + token);
    }

    static ApiClient nobody(URI home) {
        return new ApiClient(home, "X-Nobody", "nobody");
    }

    /** Signs in as a browser does and keeps the session. */
    static ApiClient signedIn(URI home, String login, String password) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(home.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", home.toString().replaceAll("/$", ""))
                        .POST(BodyPublishers.ofString("login=" + login + "&password=" + password.replace(' ', '+')))
                        .build(),
                BodyHandlers.ofString());
        return new ApiClient(
                home,
                "Cookie",
                answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", ""));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(home.resolve(path)).header(header, value).build(), BodyHandlers.ofString());
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                        HttpRequest.newBuilder(home.resolve(path))
                                .header(header, value)
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path))
                .header(header, value)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends a file with fields beside it. */
    HttpResponse<String> post(String path, RecordingServer.Sent file, String... fields)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append("--b\r\nContent-Disposition: form-data; name=\"").append(fields[i]);
            body.append("\"\r\n\r\n").append(fields[i + 1]).append("\r\n");
        }
        body.append("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"")
                .append(file.name());
        body.append("\"\r\n\r\n").append(file.content()).append("\r\n--b--\r\n");
        return CLIENT.send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header(header, value)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                        .build(),
                BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
