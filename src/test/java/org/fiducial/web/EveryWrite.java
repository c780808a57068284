package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * Everything programs can write, once and in an order that makes sense, on the record of a {@link RecordingServer}: what the
 * tests of the API and of rude ends have in common.
 */
final class EveryWrite {

    private static final String V1 = "/api/v1";
    private static final RecordingServer.Sent LOG = new RecordingServer.Sent("488.csv", "time_s,power\n" + rows());

    private final URI home;
    private final ApiClient program;
    private final ApiClient administrator;
    private final Watcher watcher;

    /**
     * The writes, and who looks on.
     *
     * @param program a program with the token of a manager, who is the only administrator too
     * @param administrator the same person signed in
     */
    EveryWrite(URI home, ApiClient program, ApiClient administrator, Watcher watcher) {
        this.home = home;
        this.program = program;
        this.administrator = administrator;
        this.watcher = watcher;
    }

    /** Sends something. */
    interface Sending {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    /** Looks on. */
    interface Watcher {

        /**
         * Lets something be sent, and gives what was answered.
         *
         * @param path as it is described
         * @param filled the same with its parameters
         */
        HttpResponse<String> sends(String path, String filled, String body, Sending sending)
                throws IOException, InterruptedException;

        /** Something can be read now. */
        default void reads(String path, String subject, ApiClient who) throws IOException, InterruptedException {}
    }

    /** What was made on the way. */
    record Made(String check, String event) {}

    Made all() throws Exception {
        String check = record();
        write(
                "/instruments",
                "",
                "{'name':'LSM 2','objective':[{'name':'20x/0.8','na':'0.8','immersion':'air'}],"
                        + "'path':[{'name':'20x, 488 nm','objective':'1','modality':'confocal','emission':'525nm'}]}");
        assertThat(program.get(V1 + "/instruments/lsm-2").body()).contains("20x/0.8");
        String event = write("/instruments/{slug}/events", "lsm-1", "{'kind':'fault','what':'dark','effect':'none'}");
        write("/events/{id}/follow-ups", event, "{'step':'note','text':'found why'}");
        String work =
                write("/instruments/{slug}/events", "lsm-1", "{'kind':'realignment','what':'laser','effect':'none'}");
        assertAnswers("/events/{id}/return-checks", work, program);
        write("/events/{id}/return", work, "{'reason':'needed tonight'}");
        assertAnswers("/return-checks", "", program);
        plans();
        write(
                "/publicity",
                "",
                "{'standing':'published','field':['make','contact'],'contact':'c@d.org','reason':'r','seen':0}");
        assertAnswers("/publicity", "", program);
        statements();
        write("/instruments/{slug}/publicity", "lsm-1", "{'standing':'hidden','reason':'moves','seen':0}");
        assertAnswers("/instruments/{slug}/publicity", "lsm-1", program);
        write("/instruments/{slug}/hours", "lsm-1", "{'hours':'12.5'}");
        assertAnswers("/uptime", "", program);
        assertAnswers("/reminders", "", program);
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
        write("/protocols/{id}/retire", "tank", "{'reason':'the tank was sold'}");
        write("/protocols/{id}/retire", "tank", "{'back':true,'reason':'another was bought'}");
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
        return new Made(check, event);
    }

    private void statements() throws Exception {
        String published = program.get("/instruments/lsm-1/paper")
                .body()
                .replaceFirst("(?s).*action=\"/published/([^/\"]+)/statements\".*", "$1");
        write("/published/{token}/statements", published, "{'from':'2026-11-01','path':'63x-488'}");
        String page = ApiClient.json(program.get(V1 + "/statements"))
                .path("statements")
                .path(0)
                .path("page")
                .asText();
        String token = page.substring(page.lastIndexOf('/') + 1);
        assertAnswers("/statements", "", program);
        write("/statements/{token}/withdraw", token, "{'reason':'the wrong day'}");
        assertAnswers("/statements/{token}", token, program);
        assertAnswers("/verify", "", program);
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
        write("/instruments/{slug}/paths/{path}/service", "lsm-1 40x-red", "{'reason':'laser sold'}");
        write("/instruments/{slug}/paths/{path}/service", "lsm-1 40x-red", "{'back':true,'reason':'bought back'}");
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
        String files = V1 + "/instruments/lsm-1/files";
        path(watcher.sends(
                "/instruments/{slug}/files",
                files,
                "",
                () -> program.post(
                        files,
                        new RecordingServer.Sent("manual.txt", "Switch on."),
                        "caption",
                        "How to switch it on")));
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
        ApiClient bo = ApiClient.signedIn(home, "bo", "a few words in a row");
        HttpResponse<String> token = post(bo, "/account/tokens", "", "{'name':'calendar','role':'user'}");
        assertThat(ApiClient.json(token).path("token").asText()).startsWith("fid");
        String tokenId = ApiClient.json(bo.get(V1 + "/account"))
                .path("tokens")
                .path(0)
                .path("id")
                .asText();
        post(bo, "/account/tokens/{id}/end", tokenId, "{}");
        post(bo, "/account/reminders", "", "{'when':'urgent','address':'bo@example.org','assigned':true}");
        assertAnswers("/account", "", bo);
        post(bo, "/account/sessions/end", "", "{}");
        assertThat(bo.get("/account").headers().firstValue("Location"))
                .as("signed out everywhere")
                .hasValueSatisfying(where -> assertThat(where).startsWith("/sign-in"));
        bo = ApiClient.signedIn(home, "bo", "a few words in a row");
        post(bo, "/account", "", "{'old':'a few words in a row','password':'other words in a row'}");
        for (String path : List.of("/account", "/accounts")) {
            assertAnswers(path, "", administrator);
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
        String address = V1 + "/instruments/lsm-1/new-checks";
        return path(watcher.sends(
                "/instruments/{slug}/new-checks",
                address,
                "",
                () -> program.post(
                        address,
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
                        "look at this")));
    }

    private String await(String draft) throws Exception {
        String state = "running";
        for (int i = 0; i < 3000 && List.of("queued", "running", "storing").contains(state); i++) {
            Thread.sleep(10);
            state = ApiClient.json(program.get(V1 + "/new-checks/" + draft))
                    .path("state")
                    .asText();
        }
        return state;
    }

    private void assertAnswers(String path, String subject, ApiClient who) throws Exception {
        watcher.reads(path, subject, who);
    }

    private String write(String path, String subject, String body) throws Exception {
        return path(post(program, path, subject, body));
    }

    private HttpResponse<String> post(ApiClient who, String path, String subject, String body) throws Exception {
        String address = V1 + filled(path, subject);
        HttpResponse<String> answer = watcher.sends(path, address, json(body), () -> who.post(address, json(body)));
        assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(201);
        return answer;
    }

    private static String path(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ApiClient.json(answer).path("id").asText();
    }

    static String filled(String path, String subject) {
        String filled = path;
        for (String each : subject.split(" ", -1)) {
            filled = filled.replaceFirst("\\{[a-z]+}", each);
        }
        return filled;
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            rows.append(i * 10).append(",1.2").append(i % 3).append('\n');
        }
        return rows.toString();
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
