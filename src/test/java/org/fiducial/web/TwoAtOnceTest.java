package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.people.Role;
import org.fiducial.web.api.ApiWrite;
import org.fiducial.web.api.ApiWrites;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people who looked at the same thing and change it in the same moment: one is told, whatever it is. */
class TwoAtOnceTest {

    private static final String V1 = "/api/v1";
    private static final int ROUNDS = 6;

    private final RecordingServer server;
    private final ExecutorService people = Executors.newFixedThreadPool(2);
    private final ApiClient program;

    TwoAtOnceTest(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
        Account first = server.accounting().begin(Accounting.holder("ada", "Ada"), SampleAccounts.PASSWORD);
        program = ApiClient.withToken(
                server.home(),
                server.accounting().issue(first, "robot", Role.MANAGER).secret());
    }

    @AfterEach
    void stop() {
        people.shutdownNow();
        server.close();
    }

    @Test
    void ofTwoWhoChangeTheSameAtOnceOneIsTold() throws Exception {
        Map<String, Change> changes = changes();
        assertThat(changes.keySet())
                .as("what is new and says what was seen needs a line here")
                .containsExactlyInAnyOrderElementsOf(ApiWrites.ALL.stream()
                        .filter(write -> write.fields().stream()
                                .anyMatch(field -> List.of("seen", "version").contains(field.name())))
                        .map(ApiWrite::path)
                        .toList());

        for (Map.Entry<String, Change> change : changes.entrySet()) {
            int rounds = change.getKey().matches(".*/(end|service)") ? 1 : ROUNDS;
            for (int round = 0; round < rounds; round++) {
                assertOneIsTold(change.getValue(), change.getValue().first() + round);
            }
        }
    }

    /**
     * A change of something.
     *
     * @param first the number of what is there before
     * @param body what is sent, with N for that number and S for a number of the sender's
     */
    private record Change(String address, int first, String body) {}

    private void assertOneIsTold(Change change, int seen) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        for (int sender = 0; sender < 2; sender++) {
            String body = json(change.body().replace("N", "" + seen).replace("S", seen + "." + sender));
            Callable<HttpResponse<String>> send = () -> {
                together.await();
                return program.post(V1 + change.address(), body);
            };
            answers.add(people.submit(send));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : answers) {
            statuses.add(answer.get().statusCode());
            if (answer.get().statusCode() == 400) {
                assertThat(answer.get().body()).containsAnyOf("meanwhile", "while you were typing");
            }
        }
        assertThat(statuses).as("%s after %d", change.address(), seen).containsExactlyInAnyOrder(201, 400);
    }

    private Map<String, Change> changes() throws Exception {
        String check = check();
        String event = made("/instruments/lsm-1/events", "{'kind':'fault','what':'dark','effect':'none'}");
        String plan = "{'protocol':'light-source-power','path':['63x-488'],'every':'monthly','start':'2026-12-01',"
                + "'before':2,'after':2,'minutes':15,'reason':'s','assigned':'S'";
        String meter = "'number':'C-S','date':'2026-01-15','point':[{'wavelength':488,'uncertainty':3}]}";
        made("/kit/meters", "{'model':'PM400','serial':'1','slug':'pm-1'," + meter);
        JsonNode part = ApiClient.json(program.get(V1 + "/components"))
                .path("components")
                .path(0)
                .path("id");
        Map<String, Change> changes = new TreeMap<>();
        changes.put(
                "/checks/{id}/reviews",
                new Change("/checks/" + check + "/reviews", 0, "{'decision':'rejected','reason':'S','seen':N}"));
        changes.put(
                "/checks/{id}/counting",
                new Change("/checks/" + check + "/counting", 0, "{'counts':'no','reason':'S','seen':N}"));
        changes.put(
                "/events/{id}/follow-ups",
                new Change("/events/" + event + "/follow-ups", 0, "{'step':'note','text':'S','seen':N}"));
        changes.put("/kit/{slug}/certificates", new Change("/kit/pm-1/certificates", 1, "{'seen':N," + meter));
        changes.put(
                "/instruments/{slug}/limits/{protocol}",
                new Change(
                        "/instruments/lsm-1/limits/psf-beads",
                        0,
                        "{'path':'63x-488','reason':'S','seen':N,'kind':{'psf.ratio_theory.x/median':"
                                + "'percent-of-theory'},'failhigh':{'psf.ratio_theory.x/median':40}}"));
        for (String subject : List.of("", "/instruments/lsm-1")) {
            changes.put(
                    subject.replace("lsm-1", "{slug}") + "/publicity",
                    new Change(
                            subject + "/publicity", 0, "{'standing':'published','contact':'S','reason':'S','seen':N}"));
        }
        changes.put(
                "/schedules/{id}",
                new Change(
                        "/schedules/" + made("/instruments/lsm-1/schedules", plan + "}"), 1, plan + ",'version':N}"));
        changes.put(
                "/schedules/{id}/end",
                new Change(
                        "/schedules/" + made("/instruments/lsm-1/schedules", plan + "}") + "/end",
                        1,
                        "{'reason':'S','version':N}"));
        changes.put(
                "/components/{id}",
                new Change("/components/" + part.asText(), 1, "{'serial':'S','version':N,'reason':'r'}"));
        changes.put(
                "/instruments/{slug}",
                new Change("/instruments/lsm-1", 1, "{'location':'Room S','version':N,'reason':'r'}"));
        changes.put(
                "/instruments/{slug}/paths/{path}",
                new Change("/instruments/lsm-1/paths/63x-488", 1, "{'name':'S','version':N,'reason':'r'}"));
        made("/instruments", "{'name':'LSM 2','path':[{'name':'20x'}]}");
        changes.put(
                "/instruments/{slug}/service",
                new Change("/instruments/lsm-2/service", 1, "{'day':'2026-11-01','version':N,'reason':'S'}"));
        changes.put(
                "/instruments/{slug}/paths/{path}/service",
                new Change("/instruments/lsm-2/paths/20x/service", 1, "{'version':N,'reason':'S'}"));
        Map<String, Change> all = new TreeMap<>();
        changes.forEach((path, change) -> all.put(V1 + path, change));
        return all;
    }

    private String check() throws Exception {
        HttpResponse<String> sent = program.post(
                V1 + "/instruments/lsm-1/new-checks",
                new RecordingServer.Sent("488.csv", "time_s,power_mW\n0,1.2\n10,1.21\n20,1.22\n30,1.2\n"),
                "configuration",
                "63x-488",
                "protocol",
                "light-source-power",
                "reason",
                "scheduled",
                "p.line",
                "488nm");
        String draft = id(sent);
        for (int i = 0; i < 1000 && !state(draft).equals("analysed"); i++) {
            Thread.sleep(10);
        }
        made("/new-checks/" + draft + "/record", "{}");
        for (int i = 0; i < 1000 && !state(draft).equals("recorded"); i++) {
            Thread.sleep(10);
        }
        return ApiClient.json(program.get(V1 + "/instruments/lsm-1/checks"))
                .path("checks")
                .path(0)
                .path("id")
                .asText();
    }

    private String state(String draft) throws Exception {
        return ApiClient.json(program.get(V1 + "/new-checks/" + draft))
                .path("state")
                .asText();
    }

    private String made(String path, String body) throws Exception {
        return id(program.post(V1 + path, json(body)));
    }

    private static String id(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ApiClient.json(answer).path("id").asText();
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
