package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;

/** What programs read without a token, of an instrument that is published for it. */
record StrangerReads(RecordingServer server, BiConsumer<JsonNode, String> valid) {

    private static final Map<String, String> SCHEMAS = Map.of(
            "/api/v1/published/{token}", "Published",
            "/api/v1/published/{token}/methods", "Methods",
            "/api/v1/published/{token}/checks", "CoveringChecks",
            "/api/v1/published/{token}/identity", "Identity");

    private static final List<String> FILES = List.of(
            "/published/{token}/methods.txt",
            "/published/{token}/checklists/{name}/text",
            "/published/{token}/checks.csv",
            "/published/{token}/checks.json",
            "/published/{token}/pidinst.json",
            "/published/{token}/pictures.zip");

    /** Reads all of it, and gives what was called. */
    Set<String> all() throws IOException, InterruptedException {
        Instrument lsm = server.store().instruments().bySlug("lsm-1").orElseThrow();
        server.store()
                .publicities()
                .add(new Publicity(
                        new UUID(5, 5),
                        Publication.subject(lsm),
                        new Publicity.Terms(Publicity.Standing.PUBLISHED, Field.USUAL, ""),
                        new Entry("Ada", RecordingServer.NOW, "as agreed")));
        Set<String> called = new TreeSet<>();
        for (Map.Entry<String, String> each : SCHEMAS.entrySet()) {
            called.add("get " + each.getKey());
            HttpResponse<String> answer = get(each.getKey(), lsm);
            JsonNode json = ApiClient.json(answer);
            valid.accept(json, each.getValue());
            assertThat(!json.has("values") || !json.get("values").isEmpty())
                    .as(each.getKey())
                    .isTrue();
        }
        for (String file : FILES) {
            called.add("get " + file);
            get(file, lsm);
        }
        return called;
    }

    private HttpResponse<String> get(String path, Instrument instrument) throws IOException, InterruptedException {
        HttpResponse<String> answer = ApiClient.nobody(server.home())
                .get(path.replace("{token}", InstrumentToken.of(instrument)).replace("{name}", "acquisition")
                        + "?from=2026-01-01&to=2026-11-30");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }
}
