package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Release;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnPagesTest {

    private static final String FORM = "/instruments/lsm-1/new-event";

    private final RecordingServer server;

    ReturnPagesTest(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void workAsksForChecksOnItsPageAtHomeAndOnTheBoardUntilSomebodySaysWhyNot() throws Exception {
        String address = enter("exchange");

        assertThat(server.get(address).body())
                .contains("Not ready to return to service", "new-check?configuration=63x-488&amp;protocol=psf-beads")
                .contains("reason=as-found", "reason=as-left", "Point spread");
        assertThat(server.get("/").body()).contains(" checks lacking after the exchange of a part of 10 Jan 2026.");
        assertThat(server.get("/due").body()).contains("After work", "after the exchange of a part of 10 Jan 2026");
        assertThat(server.get("/api/v1/return-checks").body()).contains("\"standing\" : \"missing\"");
        assertThat(server.post(address, Map.of("step", "resolved")).body())
                .contains("Checks asked for after this work are lacking");
        assertThat(server.post(address + "/return", Map.of("by", "Ada")).body())
                .contains("say why the instrument goes back without");

        String hostile = "<script>alert(1)</script>\u0007 no slide";
        assertThat(RecordingServer.location(server.post(address + "/return", Map.of("by", "Ada", "reason", hostile))))
                .isEqualTo(address);

        assertThat(release().waiver().checks()).hasSize(5);
        assertThat(server.get(address).body())
                .contains("Returned to service on 22 Nov 2026", "by Ada", "&lt;script&gt;", "over")
                .doesNotContain("<script>alert");
        assertThat(server.get("/due").body()).doesNotContain("After work");
        assertThat(server.get("/api/v1" + address + "/return-checks").body())
                .contains("\"returned\" : true", "\"waived\" : 5");
        assertThat(server.store().audit().faults()).isEmpty();
    }

    /** Corrections of channels are kept by software; of a part nobody named nothing is said to be unknown. */
    @Test
    void aSoftwareUpdateAsksForWhatSoftwareSets() throws Exception {
        String address = enter("software-update");

        assertThat(server.get(address).body())
                .contains("Co-registration of channels from beads")
                .doesNotContain("asks for a check after software update of");
        assertThat(server.get("/api/v1/due").body())
                .contains("\"after_work\"", "\"work\" : \"software-update\"", "coregistration-beads");
        server.post(address + "/return", Map.of("by", "Ada", "reason", "release notes name no calibration"));

        assertThat(release().waiver().checks())
                .extracting(Release.Waived::protocolId)
                .contains("coregistration-beads");
    }

    @Test
    void aReasonThatIsTooLongIsRefusedAndStaysInTheField() throws Exception {
        String address = enter("exchange");

        assertThat(server.post(address + "/return", Map.of("reason", "y".repeat(5000)))
                        .body())
                .contains("at most 2000 characters", "yyyyyyyy");
        assertThat(server.post("/events/" + new UUID(0, 0) + "/return", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theFormOfANewCheckTakesTheReasonOfItsAddress() throws Exception {
        assertThat(server.get("/instruments/lsm-1/new-check?configuration=63x-488&protocol=psf-beads&reason=as-left")
                        .body())
                .contains("value=\"as-left\" selected");
    }

    private String enter(String kind) throws Exception {
        Map<String, String> typed = new TreeMap<>(Map.of(
                "kind", kind, "what", "New objective", "effect", "do-not-use", "at", "2026-01-10T08:00", "by", "Ada"));
        return RecordingServer.location(server.post(FORM, typed));
    }

    private Release release() {
        LoggedEvent only = server.store()
                .events()
                .ofInstrument(server.store()
                        .instruments()
                        .bySlug("lsm-1")
                        .orElseThrow()
                        .id())
                .get(0);
        return server.store().events().releases(only.event().instrumentId()).get(0);
    }
}
