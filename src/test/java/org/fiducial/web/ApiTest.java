package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.people.Role;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.store.Restored;
import org.fiducial.store.Store;
import org.fiducial.web.api.ApiDescription;
import org.fiducial.web.api.ApiWrite;
import org.fiducial.web.api.ApiWrites;
import org.fiducial.web.api.Retries;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Route.Kind;
import org.fiducial.web.page.Route.Method;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs can do what people can, as the description of the API says, and nobody can forget to let them. */
class ApiTest {

    private static final String V1 = "/api/v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder = Path.of("");

    private static RecordingServer server;
    private static ApiClient program;
    private static ApiClient administrator;
    private static JsonNode described;

    /** Every address that was called, as it is described. */
    private final Set<String> called = new TreeSet<>();

    @BeforeAll
    static void start() throws Exception {
        server = new RecordingServer(folder.resolve("data"));
        Account first = server.accounting().begin(Accounting.holder("ada", "Ada"), SampleAccounts.PASSWORD);
        program = ApiClient.withToken(
                server.home(),
                server.accounting().issue(first, "robot", Role.MANAGER).secret());
        administrator = ApiClient.signedIn(server.home(), "ada", SampleAccounts.PASSWORD);
        described = ApiClient.json(program.get(V1 + "/openapi.json"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyFormHasWhatProgramsSendInsteadOrAReason() {
        Set<String> forms = new TreeSet<>();
        server.server().routes().stream()
                .filter(route -> route.method() == Method.POST && route.kind() == Kind.PAGE)
                .forEach(route -> forms.add(route.path()));
        Set<String> known = new TreeSet<>(ApiWrites.OF_PEOPLE.keySet());
        ApiWrites.ALL.forEach(write -> known.add(write.page()));

        assertThat(forms)
                .as("a form that is new needs a line in ApiWrites: what programs send instead, or why none does")
                .isEqualTo(known);
    }

    @Test
    void everyAnswerToProgramsIsDescribed() {
        assertThat(server.server().routes().stream()
                        .filter(route -> route.method() == Method.GET && route.kind() == Kind.API)
                        .map(Route::path)
                        .filter(path -> !path.equals(V1 + "/backup")))
                .as("an address programs read needs its schema in schemas/api.json and a line in ApiDescription")
                .containsExactlyInAnyOrderElementsOf(ApiDescription.ANSWERS.keySet());
    }

    @Test
    void theDescriptionIsSoundOpenApi() {
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(described.toString());

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).hasSizeGreaterThan(30);
        assertThat(read.getOpenAPI().getComponents().getSecuritySchemes()).containsOnlyKeys("token", "session");
    }

    /** Asserts of everything that is sent, and before without token, which is refused unless it is open to all. */
    private final class Strict implements EveryWrite.Watcher {

        @Override
        public HttpResponse<String> sends(String path, String address, String body, EveryWrite.Sending sending)
                throws IOException, InterruptedException {
            called.add("post " + V1 + path);
            // Whoever has no account reports problems of instruments whose label they have read; others are not there.
            // A QC statement of what is public is anybody's to ask for.
            int expected = path.endsWith("/events") ? 404 : path.endsWith("/statements") ? 201 : 401;
            if (!body.isEmpty()) {
                assertThat(ApiClient.nobody(server.home()).post(address, body).statusCode())
                        .as(address)
                        .isEqualTo(expected);
            }
            HttpResponse<String> answer = sending.send();
            assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(201);
            assertValid(ApiClient.json(answer), path.endsWith("/tokens") ? "Token" : "Stored");
            return answer;
        }

        @Override
        public void reads(String path, String subject, ApiClient who) throws IOException, InterruptedException {
            assertAnswers(path, subject, who);
        }
    }

    @Test
    void everythingThatIsDescribedCanBeDoneAndAnswersAsDescribed() throws Exception {
        EveryWrite.Made made = new EveryWrite(server.home(), program, administrator, new Strict()).all();

        assertThat(server.store()
                        .instruments()
                        .configuration("lsm-1/40x-red")
                        .orElseThrow()
                        .registry())
                .containsEntry("emission", "600nm")
                .containsEntry("na", "0.95");
        assertThat(server.store().instruments().bySlug("grey").orElseThrow().name())
                .isEqualTo("Grey Lady");
        read(made.check(), made.event());
        files(made.check());
        assertThat(called).isEqualTo(operations());
    }

    private void read(String check, String event) throws Exception {
        for (String path : List.of("/instruments", "/protocols", "/due", "/schedules", "/review", "/kit", "/audit")) {
            assertAnswers(path, "", program);
        }
        for (String path : List.of("", "/checks", "/events", "/limits", "/hours")) {
            assertAnswers("/instruments/{slug}" + path, "lsm-1", program);
        }
        assertAnswers("/checks/{id}", check, program);
        assertAnswers("/events/{id}", event, program);
        assertAnswers("/openapi.json", "", program);
        called.addAll(new StrangerReads(server, ApiTest::assertValid).all());
        // An image is sent as a form: the tests of the methods section do.
        called.add("post " + V1 + "/published/{token}/methods");
        assertThat(program.get(V1 + "/due?on=2026-12-01").body()).contains("2026-12-01");
    }

    private void files(String check) throws Exception {
        called.add("get " + V1 + "/backup");
        assertThat(program.get(V1 + "/backup").statusCode()).isEqualTo(403);
        Path backup = folder.resolve("backup.zip");
        Files.write(backup, administrator.bytes(V1 + "/backup"));
        Store.Sources sources =
                new Store.Sources(Clock.fixed(RecordingServer.NOW, ZoneOffset.UTC), () -> UUID.randomUUID());
        Restored restored = Store.restore(backup, folder.resolve("again"), false, sources, Progress.unwatched());
        assertThat(restored.found().heads()).isEqualTo(server.store().audit().heads());
        assertThere(check, "/checks/{id}/result.json", "/checks/{id}/report.pdf", "/checks/{id}/items.csv");
        assertThere("incubator", "/protocols/{id}/definition.yaml", "/protocols/{id}/form.pdf");
        String token =
                server.store().statements().all().get(0).statement().name().token();
        assertThere(token, "/statements/{token}/record.json", "/statements/{token}/statement.pdf", "/statements.csv");
        assertThere(
                "lsm-1",
                "/due.csv",
                "/uptime.csv",
                "/due.ics",
                "/components.csv",
                "/registry.csv",
                "/review.csv",
                "/kit.csv",
                "/plans.csv",
                "/audit.csv",
                "/reminders.csv",
                "/instruments/{slug}/hours.csv",
                "/instruments/{slug}/events.csv",
                "/instruments/{slug}/door-sign.pdf",
                "/instruments/{slug}/label.pdf",
                "/instruments/{slug}/checks.csv");
        String numbers = "/instruments/{slug}/trends/{path}/{series}/points.csv";
        called.add("get " + numbers);
        assertThat(program.get(EveryWrite.filled(numbers, "lsm-1")
                                .replace("{path}", "40x-red")
                                .replace("{series}", "x"))
                        .statusCode())
                .as("nothing of that name was measured")
                .isEqualTo(404);
        called.add("get /recalls/{id}/checks.csv");
        String recall = server.store().kit().recalls().get(0).id().toString();
        assertThat(program.get("/recalls/" + recall + "/checks.csv?sort=-when").body())
                .contains("measured at,instrument,light path");
        called.add("get /accounts.csv");
        assertThat(program.get("/accounts.csv").statusCode()).isEqualTo(403);
        assertThat(new String(administrator.bytes("/accounts.csv"), StandardCharsets.UTF_8))
                .startsWith("\uFEFFaccount,version,login,name,roles,standing,entered at,entered by,reason\r\n")
                .contains(",administrator,active,");
        for (String path : List.of("/instruments/{slug}/label.svg", "/instruments/{slug}/label.png")) {
            called.add("get " + path);
            assertThat(program.get(path.replace("{slug}", "lsm-1")).statusCode())
                    .as("nobody said at which address the pages are")
                    .isEqualTo(404);
        }
        for (String path : List.of("/checks/{id}/figures/{file}", "/protocols/{id}/figures/{file}")) {
            called.add("get " + path);
            assertThat(program.get(path.replace("{id}", check).replace("{file}", "x.svg"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private void assertThere(String subject, String... paths) throws IOException, InterruptedException {
        for (String path : paths) {
            called.add("get " + path);
            assertThat(program.get(EveryWrite.filled(path, subject)).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    private void assertAnswers(String path, String subject, ApiClient who) throws IOException, InterruptedException {
        called.add("get " + V1 + path);
        HttpResponse<String> answer = who.get(V1 + EveryWrite.filled(path, subject));
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertValid(ApiClient.json(answer), String.valueOf(ApiDescription.ANSWERS.get(V1 + path)));
        HttpResponse<String> refused = ApiClient.nobody(server.home()).get(V1 + EveryWrite.filled(path, subject));
        boolean open = List.of("/verify", "/statements/{token}").contains(path);
        assertThat(refused.statusCode()).isEqualTo(open ? 200 : 401);
        assertValid(ApiClient.json(refused), open ? String.valueOf(ApiDescription.ANSWERS.get(V1 + path)) : "Error");
    }

    private static void assertValid(JsonNode answer, String schema) {
        ObjectNode root = JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        root.set("components", described.path("components"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(root)
                        .validate(answer))
                .as(schema + ": " + answer)
                .isEmpty();
    }

    private static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        described.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operations.add(operation.getKey() + " " + path.getKey())));
        return operations;
    }

    @Test
    void whatIsSentTwiceUnderOneKeyIsDoneOnce() throws Exception {
        String body = json("{'kind':'cleaning','what':'wiped','effect':'none'}");
        String address = V1 + "/instruments/lsm-1/events";
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(id(program.post(address, body, Retries.HEADER, "once-1")));
        }
        String again = id(program.post(address, body, Retries.HEADER, "once-2"));

        assertThat(new TreeSet<>(ids)).hasSize(1).doesNotContain(again);
        HttpResponse<String> other = program.post(address, body.replace("wiped", "washed"), Retries.HEADER, "once-1");
        assertThat(other.statusCode()).isEqualTo(422);
        HttpResponse<String> refused = program.post(address, "{}", Retries.HEADER, "once-3");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(program.post(address, body, Retries.HEADER, "once-3").statusCode())
                .as("a refusal can be mended under its key")
                .isEqualTo(201);
    }

    @Test
    void aKeyOutlastsTheServerAndNothingIsDoneTwiceWhoseEndNobodySaw(@TempDir Path other) throws Exception {
        String body = json("{'kind':'cleaning','what':'wiped','effect':'none'}");
        String address = V1 + "/instruments/lsm-1/events";
        try (RecordingServer serving = new RecordingServer(other.resolve("data"))) {
            Account first = serving.accounting().begin(Accounting.holder("ada", "Ada"), SampleAccounts.PASSWORD);
            String token =
                    serving.accounting().issue(first, "robot", Role.MANAGER).secret();
            String made = id(ApiClient.withToken(serving.home(), token).post(address, body, Retries.HEADER, "a"));
            ApiClient.withToken(serving.home(), token).post(address, body, Retries.HEADER, "b");
            Path file = other.resolve("data/.retries");
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).hasSize(4).noneMatch(line -> line.contains("wiped"));

            Files.write(file, lines.subList(0, 3));
            Files.writeString(file, "1795338000000 torn", StandardOpenOption.APPEND);
            serving.restart();

            ApiClient again = ApiClient.withToken(serving.home(), token);
            assertThat(id(again.post(address, body, Retries.HEADER, "a"))).isEqualTo(made);
            assertThat(again.post(address, body.replace("wiped", "x"), Retries.HEADER, "a")
                            .statusCode())
                    .isEqualTo(422);
            HttpResponse<String> unknown = again.post(address, body, Retries.HEADER, "b");
            assertThat(unknown.statusCode()).isEqualTo(409);
            assertThat(unknown.body()).contains("look whether it is there");
            assertThat(serving.store().events().all()).hasSize(2);
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
    }

    @Test
    void whatCannotBeUsedIsSaidInOneSentence() throws Exception {
        String address = V1 + "/instruments/lsm-1/events";
        for (String body : List.of("", "[]", "{", "null", "7", "{\"kind\":{\"kind\":[[1]]}}", "{\"what\":\"x\"}")) {
            HttpResponse<String> answer = program.post(address, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertValid(ApiClient.json(answer), "Error");
        }
        String deep = "[".repeat(5000);
        assertThat(program.post(address, "{\"a\":" + deep).statusCode()).isEqualTo(400);
        assertThat(program.post(address, "{\"what\":\"" + "x".repeat(1 << 21) + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(program.post(V1 + "/events/none/follow-ups", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTokenDoesNoMoreThanItsRole() throws Exception {
        Account cy = server.accounting()
                .add(
                        Accounting.holder("cy", "Cy"),
                        EnumSet.of(Role.MANAGER),
                        SampleAccounts.PASSWORD,
                        new Accounting.Author("Ada", ""));
        ApiClient reader = ApiClient.withToken(
                server.home(),
                server.accounting().issue(cy, "reader", Role.USER).secret());

        for (ApiWrite write : ApiWrites.ALL) {
            String address = EveryWrite.filled(write.path(), "lsm-1 psf-beads");
            int expected = write.path().endsWith("/events") ? 400 : write.path().endsWith("/statements") ? 404 : 403;
            assertThat(reader.post(address, "{}").statusCode()).as(address).isEqualTo(expected);
        }
    }

    @Test
    void whoeverManagesAccountsAltersNoResult() throws Exception {
        server.accounting()
                .add(
                        Accounting.holder("root", "Root"),
                        EnumSet.of(Role.ADMINISTRATOR),
                        SampleAccounts.PASSWORD,
                        new Accounting.Author("Ada", ""));
        ApiClient root = ApiClient.signedIn(server.home(), "root", SampleAccounts.PASSWORD);

        for (ApiWrite write : ApiWrites.ALL) {
            boolean own = write.path().startsWith(V1 + "/account");
            if (!own && !write.path().endsWith("/events") && !write.path().endsWith("/statements")) {
                String address = EveryWrite.filled(write.path(), "lsm-1 psf-beads");
                assertThat(root.post(address, "{}").statusCode()).as(address).isEqualTo(403);
            }
        }
        assertThat(root.get("/backup").body()).contains("Download a backup", "restore BACKUP.zip");
    }

    private static String id(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ApiClient.json(answer).path("id").asText();
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
