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
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.fiducial.web.RecordingServer.Sent;
import org.fiducial.web.Route.Kind;
import org.fiducial.web.Route.Method;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs can do what people can, as the description of the API says, and nobody can forget to let them. */
class ApiTest {

    private static final String V1 = "/api/v1";
    private static final Sent LOG = new Sent("488.csv", "time_s,power\n" + rows());
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder = Path.of("");

    private static RecordingServer server;
    private static ApiClient program;
    private static ApiClient administrator;
    private static JsonNode described;

    /** Every address that was called, as it is described. */
    private final Set<String> called = new TreeSet<>();

    private static String rows() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            rows.append(i * 10).append(",1.2").append(i % 3).append('\n');
        }
        return rows.toString();
    }

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

    @Test
    void everythingThatIsDescribedCanBeDoneAndAnswersAsDescribed() throws Exception {
        String check = record();
        write(
                "/instruments",
                "",
                "{'name':'LSM 2','objective':[{'name':'20x/0.8','na':'0.8','immersion':'air'}],"
                        + "'path':[{'name':'20x, 488 nm','objective':'1','modality':'confocal','emission':'525nm'}]}");
        assertThat(program.get(V1 + "/instruments/lsm-2").body()).contains("20x/0.8");
        String event = write("/instruments/{slug}/events", "lsm-1", "{'kind':'fault','what':'dark','effect':'none'}");
        write("/events/{id}/follow-ups", event, "{'step':'note','text':'found why'}");
        String work = write(
                "/instruments/{slug}/events", "lsm-1", "{'kind':'realignment','what':'laser','effect':'none'}", false);
        assertAnswers("/events/{id}/return-checks", work, program);
        write("/events/{id}/return", work, "{'reason':'needed tonight'}");
        assertAnswers("/return-checks", "", program);
        plans();
        write("/instruments/{slug}/hours", "lsm-1", "{'hours':'12.5'}");
        assertAnswers("/uptime", "", program);
        write("/checks/{id}/counting", check, "{'counts':'no','reason':'test run'}");
        write("/checks/{id}/reviews", check, "{'decision':'approved','seen':0}");
        for (String stale : List.of("/checks/" + check + "/reviews", "/checks/" + check + "/counting")) {
            assertThat(program.post(V1 + stale, json("{'decision':'rejected','reason':'x','counts':'yes','seen':0}"))
                            .body())
                    .as("two who looked at the same")
                    .contains("Somebody else entered something");
        }
        write("/checks/{id}/move", record(), "{'to':'lsm-2/20x-488-nm','reason':'was LSM 2'}");
        write(
                "/protocols",
                "",
                "{'definition':'id: tank\\ntitle: Tank\\nsummary: Full?\\ninterval-days: 7\\nfields:\\n"
                        + "  - {name: full, title: Full, kind: yes-no}'}");
        assertAnswers("/protocols/{id}", "tank", program);
        assertAnswers("/new-checks", "", program);
        String second = record();
        write("/review", "", "{'decision':'rejected','reason':'draught','check':['" + second + "']}");
        write("/review/own-work", "", "{'own':'allowed','own-reason':'too few of us'}");
        write(
                "/instruments/{slug}/limits/{protocol}",
                "lsm-1 psf-beads",
                "{'path':'63x-488','reason':'agreed','kind':{'psf.ratio_theory.x/median':'percent-of-theory'},"
                        + "'failhigh':{'psf.ratio_theory.x/median':40}}");
        write(
                "/instruments/{slug}/baselines/{protocol}",
                "lsm-1 light-source-stability",
                "{'check':['" + check + "'],'reason':'good day'}");
        kit();
        registry();
        accounts();
        read(check, event);
        files(check);

        assertThat(called).isEqualTo(operations());
    }

    private void plans() throws Exception {
        String plan = "{'protocol':'light-source-power','path':['63x-488'],'every':'monthly','start':'2026-12-01',"
                + "'before':2,'after':2,'minutes':15,'reason':'agreed','version':1}";
        String id = write("/instruments/{slug}/schedules", "lsm-1", plan);
        write("/schedules/{id}", id, plan.replace("15", "20"));
        assertThat(program.post(V1 + "/schedules/" + id, json(plan)).body())
                .as("somebody changed it since")
                .contains("error");
        write("/schedules/{id}/end", id, "{'version':2,'reason':'sold'}");
        assertAnswers("/schedules/{id}", id, program);
    }

    private void kit() throws Exception {
        String certificate = "'number':'C-1','date':'2026-01-15','point':[{'wavelength':488,'uncertainty':3}]";
        write("/kit/meters", "", "{'model':'PM400','serial':'1','slug':'pm-1'," + certificate + "}");
        write("/kit/{slug}/certificates", "pm-1", "{" + certificate.replace("C-1", "C-2") + "}");
        write("/kit/artefacts", "", "{'kind':'bead-slide-solid','slug':'ps-1','diameter':'175nm'}");
        String recall = write("/kit/{slug}/recalls", "pm-1", "{'from':'2026-01-15','reason':'aged','percent':4}");
        assertAnswers("/recalls/{id}", recall, program);
        write("/recalls/{id}/withdraw", recall, "{'reason':'it was not'}");
    }

    private void registry() throws Exception {
        write(
                "/instruments/{slug}/components",
                "lsm-1",
                "{'kind':'objective','name':'40x','property':{'na':'0.95','magnification':'40'},'at':'2026-11-20T10:00'}");
        String part = ApiClient.json(program.get(V1 + "/components?q=40x"))
                .path("components")
                .path(0)
                .path("id")
                .asText();
        write("/instruments/{slug}/paths", "lsm-1", "{'name':'40x red','part':['" + part + "']}");
        write(
                "/instruments/{slug}/paths/{path}",
                "lsm-1 40x-red",
                "{'property':{'emission':'600nm'},'reason':'forgotten'}");
        assertThat(server.store()
                        .instruments()
                        .configuration("lsm-1/40x-red")
                        .orElseThrow()
                        .registry())
                .containsEntry("emission", "600nm")
                .containsEntry("na", "0.95");
        write("/components/{id}", part, "{'serial':'4711','reason':'engraved'}");
        write("/components/{id}/moves", part, "{'to':'stored','reason':'course is over'}");
        assertAnswers("/components/{id}", part, program);
        assertAnswers("/components", "", program);
        write("/instruments/{slug}", "lsm-1", "{'location':'Room 2','version':1,'reason':'moved'}");
        assertThat(program.post(V1 + "/instruments/lsm-1", json("{'notes':'x','version':1,'reason':'y'}"))
                        .body())
                .contains("changed it while you were typing");
        write("/instruments/{slug}/service", "lsm-1", "{'day':'2026-11-01','reason':'sold'}");
        write("/instruments/{slug}/service", "lsm-1", "{'back':true,'reason':'not sold'}");
        write("/instruments/{slug}/software", "lsm-1", "{'software':'ZEN','number':'3.8','at':'2026-03-01T10:00'}");
        write(
                "/import-instrument",
                "",
                "{'yaml':'instrument: {slug: x, name: X}','name':'Grey Lady','slug':'grey','by':'Ada'}");
        assertThat(server.store().instruments().bySlug("grey").orElseThrow().name())
                .isEqualTo("Grey Lady");
        called.add("post " + V1 + "/instruments/{slug}/files");
        path(program.post(
                V1 + "/instruments/lsm-1/files",
                new RecordingServer.Sent("manual.txt", "Switch on."),
                "caption",
                "How to switch it on"));
        String file = ApiClient.json(program.get(V1 + "/instruments/lsm-1/registry"))
                .path("files")
                .path(0)
                .path("id")
                .asText();
        assertAnswers("/instruments/{slug}/registry", "lsm-1", program);
        write("/instruments/{slug}/files/{file}/remove", "lsm-1 " + file, "{'reason':'outdated'}");
    }

    private void accounts() throws Exception {
        String id = path(post(
                administrator,
                "/accounts",
                "",
                "{'login':'bo','name':'Bo','role':['operator']," + "'password':'a few words in a row'}"));
        post(administrator, "/accounts/{id}", id, "{'do':'roles','role':['reviewer'],'reason':'moved'}");
        assertAnswers("/accounts/{id}", id, administrator);
        ApiClient bo = ApiClient.signedIn(server.home(), "bo", "a few words in a row");
        HttpResponse<String> token = post(bo, "/account/tokens", "", "{'name':'calendar','role':'user'}");
        assertThat(ApiClient.json(token).path("token").asText()).startsWith("fid");
        assertValid(ApiClient.json(token), "Token");
        String tokenId = ApiClient.json(bo.get(V1 + "/account"))
                .path("tokens")
                .path(0)
                .path("id")
                .asText();
        post(bo, "/account/tokens/{id}/end", tokenId, "{}");
        post(bo, "/account/sessions/end", "", "{}");
        assertThat(bo.get("/account").headers().firstValue("Location"))
                .as("signed out everywhere")
                .hasValueSatisfying(where -> assertThat(where).startsWith("/sign-in"));
        bo = ApiClient.signedIn(server.home(), "bo", "a few words in a row");
        post(bo, "/account", "", "{'old':'a few words in a row','password':'other words in a row'}");
        for (String path : List.of("/account", "/accounts")) {
            assertAnswers(path, "", administrator);
        }
    }

    private void read(String check, String event) throws Exception {
        for (String path : List.of("/instruments", "/protocols", "/due", "/schedules", "/review", "/kit")) {
            assertAnswers(path, "", program);
        }
        for (String path : List.of("", "/checks", "/events", "/limits", "/hours")) {
            assertAnswers("/instruments/{slug}" + path, "lsm-1", program);
        }
        assertAnswers("/checks/{id}", check, program);
        assertAnswers("/events/{id}", event, program);
        assertAnswers("/openapi.json", "", program);
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
        for (String path : List.of("/checks/{id}/result.json", "/checks/{id}/report.pdf", "/checks/{id}/items.csv")) {
            called.add("get " + path);
            assertThat(program.get(path.replace("{id}", check)).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        for (String path : List.of("/protocols/{id}/definition.yaml", "/protocols/{id}/form.pdf")) {
            called.add("get " + path);
            assertThat(program.get(path.replace("{id}", "incubator")).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        for (String path : List.of(
                "/due.csv",
                "/uptime.csv",
                "/due.ics",
                "/components.csv",
                "/registry.csv",
                "/review.csv",
                "/kit.csv",
                "/instruments/{slug}/events.csv",
                "/instruments/{slug}/checks.csv")) {
            called.add("get " + path);
            assertThat(program.get(path.replace("{slug}", "lsm-1")).statusCode())
                    .isEqualTo(200);
        }
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

    /** Sends a log that lacks its unit, says it, and records the check. */
    private String record() throws Exception {
        String draft = begin();
        assertThat(await(draft)).isEqualTo("asking");
        write("/new-checks/{id}", draft, "{'p':{'power-unit':'mW'}}");
        assertThat(await(draft)).isEqualTo("analysed");
        write("/new-checks/{id}/record", draft, "{}");
        assertThat(await(draft)).isEqualTo("recorded");
        assertAnswers("/new-checks/{id}", draft, program);
        String other = begin();
        write("/new-checks/{id}/cancel", other, "{}");
        await(other);
        write("/new-checks/{id}/discard", other, "{}");
        JsonNode checks =
                ApiClient.json(program.get(V1 + "/instruments/lsm-1/checks")).path("checks");
        return checks.path(0).path("id").asText();
    }

    private String begin() throws IOException, InterruptedException {
        called.add("post " + V1 + "/instruments/{slug}/new-checks");
        return path(program.post(
                V1 + "/instruments/lsm-1/new-checks",
                LOG,
                "configuration",
                "63x-488",
                "protocol",
                "light-source-stability",
                "reason",
                "scheduled",
                "p.line",
                "488nm",
                "note",
                "look at this"));
    }

    private static String await(String draft) throws Exception {
        String state = "running";
        for (int i = 0; i < 3000 && List.of("queued", "running", "storing").contains(state); i++) {
            Thread.sleep(10);
            state = ApiClient.json(program.get(V1 + "/new-checks/" + draft))
                    .path("state")
                    .asText();
        }
        return state;
    }

    private String write(String path, String subject, String body) throws Exception {
        HttpResponse<String> answer = post(program, path, subject, body);
        assertValid(ApiClient.json(answer), "Stored");
        return path(answer);
    }

    /** What nobody may send without an account. */
    private String write(String path, String subject, String body, boolean open) throws Exception {
        HttpResponse<String> answer = post(program, path, subject, body, open);
        assertValid(ApiClient.json(answer), "Stored");
        return path(answer);
    }

    private HttpResponse<String> post(ApiClient who, String path, String subject, String body) throws Exception {
        return post(who, path, subject, body, path.endsWith("/events"));
    }

    /** Sends a body, and before without token, which is refused unless it is open to all. */
    private HttpResponse<String> post(ApiClient who, String path, String subject, String body, boolean open)
            throws Exception {
        called.add("post " + V1 + path);
        String address = V1 + filled(path, subject);
        HttpResponse<String> refused = ApiClient.nobody(server.home()).post(address, json(body));
        HttpResponse<String> answer = who.post(address, json(body));
        assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(201);
        assertThat(refused.statusCode()).as(address).isEqualTo(open ? 201 : path.endsWith("/events") ? 400 : 401);
        return answer;
    }

    private static String path(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ApiClient.json(answer).path("id").asText();
    }

    private void assertAnswers(String path, String subject, ApiClient who) throws Exception {
        called.add("get " + V1 + path);
        HttpResponse<String> answer = who.get(V1 + filled(path, subject));
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        assertValid(ApiClient.json(answer), String.valueOf(ApiDescription.ANSWERS.get(V1 + path)));
        HttpResponse<String> refused = ApiClient.nobody(server.home()).get(V1 + filled(path, subject));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertValid(ApiClient.json(refused), "Error");
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

    private static String filled(String path, String subject) {
        String filled = path;
        for (String each : subject.split(" ", -1)) {
            filled = filled.replaceFirst("\\{[a-z]+}", each);
        }
        return filled;
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
            ids.add(path(program.post(address, body, Retries.HEADER, "once-1")));
        }
        String again = path(program.post(address, body, Retries.HEADER, "once-2"));

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
            String address = filled(write.path(), "lsm-1 psf-beads");
            int expected = write.path().endsWith("/events") ? 400 : 403;
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
            if (!own && !write.path().endsWith("/events")) {
                String address = filled(write.path(), "lsm-1 psf-beads");
                assertThat(root.post(address, "{}").statusCode()).as(address).isEqualTo(403);
            }
        }
        assertThat(root.get("/backup").body()).contains("Download a backup", "restore BACKUP.zip");
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
