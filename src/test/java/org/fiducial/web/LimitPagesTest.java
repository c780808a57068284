package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitPagesTest {

    private static final String ADDRESS = "/instruments/lsm-1/limits/psf-beads";
    private static final String RATIO = ".psf.ratio_theory.x/median";

    private final RecordingServer server;

    LimitPagesTest(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsTheDefaultsWithTheirSourceWhereNobodySetALimit() throws IOException, InterruptedException {
        assertThat(get("/instruments/lsm-1/limits")).contains("psf-beads@1.0 defaults");
        assertThat(get(ADDRESS)).contains("default of psf-beads@1.0", "at most 1.3", "simple acceptance", "None yet.");
        assertThat(server.get("/instruments/lsm-1/limits/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void putsLimitsInForceAndKeepsTheHistory() throws IOException, InterruptedException {
        HttpResponse<String> answer = server.post(ADDRESS, form("percent-of-theory", "20", "40", "<i>agreed</i>"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String page = get(ADDRESS);
        assertThat(page)
                .contains("limits 1 for this light path, in force from 2026-11-22")
                .contains("at most 40 % of theory", "guarded acceptance", "&lt;i&gt;agreed&lt;/i&gt;");
        assertThat(get("/api/v1/instruments/lsm-1/limits")).contains("\"in_force_from\" : \"2026-11-22\"");

        Map<String, String> back = form("", "", "", "too strict");
        back.put("back", "yes");
        server.post(ADDRESS, back);
        assertThat(get(ADDRESS)).contains("In force today: psf-beads@1.0 defaults.", "back to wider limits");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() throws IOException, InterruptedException {
        assertThat(server.post(ADDRESS, form("absolute", "1.2", "wide", "r")).body())
                .contains("A limit is a number", "value=\"wide\"");
        assertThat(server.post(ADDRESS, form("absolute", "1.5", "1.2", "r")).body())
                .contains("A warning limit lies inside the fail limit");
        assertThat(server.post(ADDRESS, form("percent-of-baseline", "5", "10", "r"))
                        .body())
                .contains("make a baseline of its checks");
        assertThat(server.post(ADDRESS, form("absolute", "1.2", "1.5", " ")).body())
                .contains("Say why");
        assertThat(server.post(ADDRESS, form("", "", "", "r")).body()).contains("Give at least one number a limit");
    }

    private static Map<String, String> form(String kind, String warning, String fail, String reason) {
        return new TreeMap<>(Map.of(
                "path",
                "63x-488",
                "kind" + RATIO,
                kind,
                "warninghigh" + RATIO,
                warning,
                "failhigh" + RATIO,
                fail,
                "rule" + RATIO,
                "guarded",
                "scope",
                "configuration",
                "from",
                "2026-11-22",
                "by",
                "Ada",
                "reason",
                reason));
    }

    private String get(String path) throws IOException, InterruptedException {
        return server.get(path).body();
    }
}
