package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.people.Role;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.service.LoggedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountPagesTest {

    private static final String PASSWORD = SampleAccounts.PASSWORD;
    private static final String ANOTHER = "tulip anvil northern";
    private static final String REPORT = "/instruments/lsm-1/new-event";
    private static final Map<String, String> FIRST =
            Map.of("name", "Ada Müller", "login", "Ada", "password", PASSWORD, "again", PASSWORD);

    private final RecordingServer server;

    AccountPagesTest(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void withoutAccountsEverythingIsOpenAndTheFirstPageSaysHowToSetThemUp() throws Exception {
        assertThat(server.get("/").body()).contains("href=\"/setup\"").doesNotContain("Sign in");
        assertThat(server.get("/kit").body()).doesNotContain("href=\"/setup\"");
        assertThat(server.get("/setup").body()).contains("name=\"password\"");
        assertThat(RecordingServer.location(server.get("/accounts"))).isEqualTo("/setup");
    }

    @Test
    void theFirstAccountManagesAccountsAndTheFacilityAndIsSignedInAtOnce() throws Exception {
        HttpResponse<String> answer = server.post("/setup", FIRST);

        assertThat(RecordingServer.location(answer)).isEqualTo("/accounts");
        assertThat(answer.headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie)
                .matches("fiducial-session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200"));
        assertThat(server.get("/accounts").body()).contains("Ada Müller", "manager, administrator");
        assertThat(server.get("/setup").statusCode()).isEqualTo(404);
        assertThat(server.post("/setup", FIRST).statusCode()).isEqualTo(404);
        assertThat(server.store().audit().faults()).isEmpty();
    }

    @Test
    void aWeakOrMistypedPasswordIsRefusedAndNothingIsKept() throws Exception {
        Map<String, String> weak = new TreeMap<>(FIRST);
        weak.putAll(Map.of("password", "password1234", "again", "password1234"));
        Map<String, String> mistyped = new TreeMap<>(FIRST);
        mistyped.put("again", ANOTHER);

        assertThat(server.post("/setup", weak).body()).contains("among the first", "Ada Müller");
        assertThat(server.post("/setup", mistyped).body()).contains("two passwords differ");
        assertThat(server.store().accounts().any()).isFalse();
    }

    @Test
    void whoIsNotSignedInIsLedToTheDoorAndBack() throws Exception {
        begin();

        HttpResponse<String> answer = server.get("/kit");

        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?to=%2Fkit");
        assertThat(RecordingServer.location(
                        server.post("/sign-in", Map.of("login", "ADA", "password", PASSWORD, "to", "/kit"))))
                .isEqualTo("/kit");
        assertThat(server.get("/kit").statusCode()).isEqualTo(200);
        assertThat(server.get("/").body()).contains("Ada Müller", "Sign out");
        assertThat(RecordingServer.location(server.post("/sign-out", Map.of()))).isEqualTo("/sign-in");
        assertThat(server.get("/kit").statusCode()).isEqualTo(303);
    }

    @Test
    void signingInLeadsNowhereElse() throws Exception {
        begin();
        for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/x\r\ny"}) {
            assertThat(server.post("/sign-in", Map.of("login", "ada", "password", PASSWORD, "to", elsewhere))
                            .headers()
                            .firstValue("Location"))
                    .as(elsewhere)
                    .hasValue("/");
        }
    }

    @Test
    void aWrongNameIsAnsweredLikeAWrongPasswordAndBothSlowDown() throws Exception {
        begin();
        assertThat(server.signIn("eve", PASSWORD).body()).contains("do not belong together");
        for (int i = 0; i < 5; i++) {
            assertThat(server.signIn("ada", "x" + i).body()).contains("do not belong together");
        }

        assertThat(server.signIn("ada", PASSWORD).body()).contains("too many attempts; wait 2 seconds");
    }

    @Test
    void aSessionEndsWithThePasswordItBeganWith() throws Exception {
        begin();
        server.signIn("ada", PASSWORD);
        Account ada = server.store().accounts().byLogin("ada").orElseThrow();
        server.accounting().reset(ada, ANOTHER, new Accounting.Author("Ada Müller", "forgotten"));

        assertThat(server.get("/kit").statusCode()).isEqualTo(303);
        assertThat(server.signIn("ada", ANOTHER).statusCode()).isEqualTo(303);
        assertThat(server.get("/kit").statusCode()).isEqualTo(200);
    }

    @Test
    void changesOnesOwnPasswordWithThePresentOne() throws Exception {
        begin();
        server.signIn("ada", PASSWORD);
        Map<String, String> typed = Map.of("password", ANOTHER, "again", ANOTHER, "old", "something else");
        assertThat(server.post("/account", typed).body()).contains("present password is another");

        Map<String, String> right = new TreeMap<>(typed);
        right.put("old", PASSWORD);

        assertThat(RecordingServer.location(server.post("/account", right))).isEqualTo("/account");
        assertThat(server.get("/account").statusCode()).isEqualTo(200);
        assertThat(server.accounting().signIn("ada", ANOTHER)).isPresent();
    }

    @Test
    void anAdministratorAddsChangesAndClosesAccounts() throws Exception {
        begin();
        server.signIn("ada", PASSWORD);
        String grace = RecordingServer.location(server.post(
                "/accounts",
                Map.of(
                        "name",
                        "Grace <b>",
                        "login",
                        "grace",
                        "role.user",
                        "yes",
                        "password",
                        ANOTHER,
                        "again",
                        ANOTHER)));
        assertThat(server.get(grace).body()).contains("Grace &lt;b&gt;").doesNotContain("Grace <b>");

        server.post(grace, Map.of("do", "roles", "role.operator", "yes", "reason", "trained"));
        assertThat(server.store().accounts().byLogin("grace").orElseThrow().roles())
                .containsExactly(Role.OPERATOR);
        server.post(grace, Map.of("do", "close", "reason", "left"));
        assertThat(server.accounting().signIn("grace", ANOTHER)).isEmpty();
        assertThat(server.get(grace).body()).contains("trained", "left", "Open the account again", "Ada Müller");
        assertThat(server.store().audit().faults()).isEmpty();
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        begin();
        server.signIn("ada", PASSWORD);
        String ada = "/accounts/"
                + server.store()
                        .accounts()
                        .byLogin("ada")
                        .orElseThrow()
                        .version()
                        .accountId();

        assertThat(server.post(ada, Map.of("do", "close", "reason", "bored")).body())
                .contains("last administrator");
        assertThat(server.post(ada, Map.of("do", "roles", "role.user", "yes", "reason", "x"))
                        .body())
                .contains("last administrator");
    }

    @Test
    void whoIsSignedInIsWhoItIsByWhateverWasTyped() throws Exception {
        begin();
        server.signIn("ada", PASSWORD);
        assertThat(server.get(REPORT).body()).contains("value=\"Ada Müller\" readonly");

        server.post(REPORT, fault("service", "Somebody Else"));

        assertThat(reported().event().entry().by()).isEqualTo("Ada Müller");
    }

    @Test
    void strangersReportAProblemByTheLabelOfAnInstrumentAndSeeNothingElse() throws Exception {
        begin();
        String label = label();
        assertThat(server.get("/instruments/lsm-1").statusCode())
                .as("nothing is published")
                .isEqualTo(404);
        assertThat(server.get(REPORT).statusCode()).as("no label").isEqualTo(404);
        assertThat(server.get(REPORT + "?label=" + label).body())
                .doesNotContain("63x/1.4 oil", "Maker")
                .contains("value=\"fault\"")
                .doesNotContain("value=\"service\"");

        assertThat(server.post(REPORT, fault("service", "")).body()).contains("only a problem can be reported");
        assertThat(RecordingServer.location(server.post(REPORT, fault("fault", "A passer-by"))))
                .isEqualTo("/report/" + label);

        assertThat(reported().event().entry().by()).isEqualTo("A passer-by");
        assertThat(server.get("/report/" + label + "?reported=yes").body()).contains("was reported");
    }

    @Test
    void strangersLeaveNoLargeFilesHere() throws Exception {
        begin();

        HttpResponse<String> answer =
                server.post(REPORT, fault("fault", ""), new RecordingServer.Sent("beads.tif", "x".repeat(2_000_000)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("nothing was kept");
    }

    @Test
    void theHolderSaysWhichRemindersToGet() throws Exception {
        begin();
        server.signIn("ada", PASSWORD);
        assertThat(server.get("/account").body()).contains("Reminders by e-mail", "when urgent");
        for (String wrong : List.of("", "ada", "<script>alert(1)</script>@x", "a@b, c@d", "a".repeat(5000) + "@b")) {
            assertThat(server.post("/account/reminders", Map.of("when", "weekly", "address", wrong))
                            .body())
                    .contains("The address is one mail address")
                    .doesNotContain("<script>alert");
        }
        assertThat(server.post("/account/reminders", Map.of("address", "ada@example.org"))
                        .body())
                .contains("Say when the digest is to be sent");

        RecordingServer.location(server.post(
                "/account/reminders", Map.of("when", "urgent", "address", "ada@example.org", "assigned", "yes")));
        assertThat(server.get("/account").body())
                .contains("value=\"ada@example.org\"", "value=\"urgent\" required checked");
        assertThat(server.get("/api/v1/account").body()).contains("\"when\":\"urgent\"", "\"assigned_only\":true");
        RecordingServer.location(server.post("/account/reminders", Map.of("when", "never", "address", "")));
        assertThat(server.get("/api/v1/account").body()).contains("\"when\":\"never\"");
        assertThat(server.store().audit().faults()).isEmpty();
    }

    @Test
    void aTokenIsShownOnceReadsAsItsRoleAndEnds() throws Exception {
        begin();
        server.accounting()
                .add(
                        Accounting.holder("op", "Operator"),
                        EnumSet.of(Role.OPERATOR),
                        ANOTHER,
                        new Accounting.Author("Ada Müller", ""));
        server.signIn("op", ANOTHER);
        assertThat(server.post("/account/tokens", Map.of("name", "x", "role", "manager"))
                        .body())
                .contains("may not do more than its owner");
        String page = server.post("/account/tokens", Map.of("name", "lab calendar", "role", "user"))
                .body();
        Matcher shown = Pattern.compile("fiducial_[A-Za-z0-9_-]{43}").matcher(page);
        assertThat(shown.find()).isTrue();
        String token = shown.group();

        assertThat(server.get("/account").body()).contains("lab calendar").doesNotContain(token);
        assertThat(status("/api/v1/instruments", "Bearer " + token)).isEqualTo(200);
        assertThat(status("/due.ics", "Basic " + basic("anything:" + token))).isEqualTo(200);
        assertThat(status("/instruments/lsm-1/new-check", "Bearer " + token)).isEqualTo(403);
        assertThat(status("/account", "Bearer " + token)).isEqualTo(403);
        assertThat(status("/api/v1/instruments", "Bearer nonsense")).isEqualTo(401);
        assertThat(status("/due.ics", "Basic %%%")).isEqualTo(401);

        Matcher end = Pattern.compile("/account/tokens/[0-9a-f-]+/end")
                .matcher(server.get("/account").body());
        assertThat(end.find()).isTrue();
        server.post(end.group(), Map.of());
        assertThat(status("/api/v1/instruments", "Bearer " + token)).isEqualTo(401);
    }

    @Test
    void theApiSaysInASentenceWhatIsMissing() throws Exception {
        begin();

        HttpResponse<String> answer = server.get("/api/v1/instruments");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"error\":\"This needs an account;");
    }

    private void begin() {
        server.accounting().begin(Accounting.holder("ada", "Ada Müller"), PASSWORD);
    }

    private Map<String, String> fault(String kind, String by) {
        return Map.of("kind", kind, "what", "It smells.", "effect", "usable-with-care", "by", by, "label", label());
    }

    private String label() {
        return InstrumentToken.of(server.store().instruments().bySlug("lsm-1").orElseThrow());
    }

    private LoggedEvent reported() {
        return server.store()
                .events()
                .ofInstrument(server.store()
                        .instruments()
                        .bySlug("lsm-1")
                        .orElseThrow()
                        .id())
                .get(0);
    }

    private int status(String path, String authorization) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.home().resolve(path))
                                .header("Authorization", authorization)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static String basic(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
