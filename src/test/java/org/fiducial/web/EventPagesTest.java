package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.service.LoggedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventPagesTest {

    private static final String FORM = "/instruments/lsm-1/new-event";
    private static final Map<String, String> FAULT = Map.of(
            "kind", "fault",
            "what", "<script>alert(1)</script> Laser flickers",
            "effect", "do-not-use",
            "at", "2026-01-10T08:00",
            "lost", "1,5",
            "expense", "300.50",
            "currency", "EUR",
            "by", "Ada");

    private final RecordingServer server;

    EventPagesTest(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysWhatToDoWhileNothingWasEntered() throws Exception {
        assertThat(server.get("/instruments/lsm-1/events").body())
                .contains("Nothing was entered yet.", "Report a problem", FORM + "?kind=fault");
    }

    @Test
    void aFaultIsEnteredDecidesTheStateAndIsFollowedUp() throws Exception {
        String address = RecordingServer.location(server.post(FORM, FAULT));

        LoggedEvent fault = only();
        assertThat(address).isEqualTo("/events/" + fault.event().id());
        assertThat(fault.timeLost()).isEqualTo(Duration.ofMinutes(90));
        assertThat(server.get(address).body())
                .contains("open: do not use", "&lt;script&gt;", "1 h 30 min lost, 300.50 EUR", "whole instrument")
                .doesNotContain("<script>alert");
        assertThat(server.get("/instruments/lsm-1").body()).contains("do not use", "fault on 10 January 2026", address);

        server.post(
                address, Map.of("step", "expected", "at", "2026-01-14T12:00", "text", "A part comes.", "by", "Ada"));
        assertThat(server.get("/").body()).contains("end expected 14 Jan 2026");

        server.post(address, Map.of("step", "resolved", "at", "2026-01-11T09:30", "text", "Fuse.", "by", "Grace"));

        assertThat(only().end()).isPresent();
        assertThat(server.get(address).body()).contains("over", "resolved", "Fuse.", "Grace");
        assertThat(server.get("/api/v1/instruments/lsm-1/events").body())
                .contains("\"open\" : false", "\"step\" : \"resolved\"", "\"lost_minutes\" : 90");
    }

    @Test
    void anEventNamesItsParts() throws Exception {
        Map<String, String> typed = new TreeMap<>(FAULT);
        typed.put("part." + objective().id(), "on");
        server.post(FORM, typed);

        assertThat(only().event().report().components())
                .containsExactly(objective().id());
        assertThat(server.get("/instruments/lsm-1/events").body())
                .contains(objective().name());
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong() throws Exception {
        assertRefused(Map.of("kind", "holiday"), "Choose what kind of event it was.");
        assertRefused(Map.of("effect", ""), "Choose what it means for the use");
        assertRefused(Map.of("what", " "), "Say in a few words what happened.");
        assertRefused(Map.of("at", "2100-01-01T00:00"), "lies in the future");
        assertRefused(Map.of("at", "yesterday"), "A time is written 2026-03-12T14:30");
        assertRefused(Map.of("lost", "long"), "Hours lost are a number");
        assertRefused(Map.of("currency", "XQZ"), "is no currency");
        assertRefused(Map.of("what", "x".repeat(20_001)), "The text has 20001 letters");
    }

    @Test
    void aWithdrawalSaysWhyAndTheEventStaysReadable() throws Exception {
        String address = RecordingServer.location(server.post(FORM, FAULT));

        assertThat(server.post(address, Map.of("step", "withdrawn")).body()).contains("Say why it is withdrawn");
        server.post(address, Map.of("step", "withdrawn", "text", "Another microscope was meant."));

        assertThat(server.get("/instruments/lsm-1").body()).doesNotContain("Laser flickers");
        assertThat(server.get("/instruments/lsm-1/events").body()).contains("Laser flickers", "withdrawn");
    }

    @Test
    void whatNobodyEnteredIsNotFound() throws Exception {
        assertThat(server.get("/events/" + new UUID(0, 0)).statusCode()).isEqualTo(404);
        assertThat(server.get("/events/nothing").statusCode()).isEqualTo(404);
        assertThat(server.get("/instruments/nothing/events").statusCode()).isEqualTo(404);
        assertThat(server.post("/instruments/nothing/new-event", FAULT).statusCode())
                .isEqualTo(404);
    }

    private void assertRefused(Map<String, String> change, String sentence) throws Exception {
        Map<String, String> typed = new TreeMap<>(FAULT);
        typed.putAll(change);
        assertThat(server.post(FORM, typed).body()).as(sentence).contains(sentence, "300.50");
        assertThat(events()).as(sentence).isEmpty();
    }

    private LoggedEvent only() {
        assertThat(events()).hasSize(1);
        return events().get(0);
    }

    private List<LoggedEvent> events() {
        return server.store().events().ofInstrument(lsm().id());
    }

    private Component objective() {
        return server.store()
                .instruments()
                .configurations(lsm().id())
                .get(0)
                .components()
                .get(0);
    }

    private Instrument lsm() {
        return server.store().instruments().bySlug("lsm-1").orElseThrow();
    }
}
