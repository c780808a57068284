package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventCommandTest {

    private final Recording recording;

    EventCommandTest(@TempDir Path folder) throws IOException {
        recording = Recording.in(folder);
    }

    @Test
    void aFaultDecidesTheStateUntilItIsResolved() throws IOException {
        assertThat(run("event", "list").out()).isEqualTo("Nothing was entered yet.\n");

        Outcome added =
                run("event", "add", "wide-1", "fault", "Lamp flickers", "--effect", "do-not-use", "--at", "2026-03-17");
        assertThat(added.out()).startsWith("Entered fault ").endsWith(".\n");
        assertThat(run("status", "wide-1").status()).isEqualTo(1);
        assertThat(run("status", "wide-1").out()).contains("do not use", "fault on 17 March 2026: Lamp flickers");

        assertThat(run("event", "follow", id(), "expected", "--at", "2100-03-24")
                        .status())
                .isZero();
        assertThat(run("status", "wide-1").out()).contains("The end is expected on 24 March 2100.");
        assertThat(run("event", "follow", id(), "resolved", "Lamp exchanged", "--lost", "90", "--expense", "120.50EUR")
                        .out())
                .isEqualTo("Entered that the fault is resolved.\n");
        assertThat(run("status", "wide-1").status()).isZero();
        assertThat(run("event", "list", "--open").out()).isEqualTo("Nothing is open.\n");
        assertThat(run("event", "list", "wide-1").out()).contains("closed", "resolved  Lamp exchanged");
        assertThat(list().get(0).get("lost_minutes").asInt()).isEqualTo(90);
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void workAfterAGoodCheckLeavesTheStateNotEstablished() {
        assertThat(recording.record("--at", "2026-02-27T12:00").status()).isLessThan(2);
        run("event", "add", "wide-1", "realignment", "Laser realigned", "--at", "2026-03-01");

        assertThat(run("status", "wide-1", "--on", "2026-02-28").out())
                .contains("unknown", "realignment on 1 March 2026");
    }

    @Test
    void workIsReturnedToServiceWithItsChecksOrForAReason() throws IOException {
        run("event", "add", "wide-1", "exchange", "new objective", "--effect", "do-not-use", "--at", "2026-03-17");
        assertThat(run("event", "checks").status()).isEqualTo(1);
        assertThat(run("due").out()).contains("due      at once", "psf-beads", "after the exchange of 2026-03-17");
        assertThat(run("due", "--json").out()).contains("\"after\" : \"exchange\"", "\"since\" : \"2026-03-17\"");
        assertThat(run("due", "--on", "2100-01-01").out()).doesNotContain("at once");
        assertThat(run("event", "checks", id()).out()).contains("missing", "psf-beads", "as found not done");
        assertThat(run("event", "follow", id(), "resolved").err()).contains("event return", "--waive");
        assertThat(run("event", "return", id()).err()).contains("say why the instrument goes back without");

        assertThat(run("event", "return", id(), "--waive", "no slide").out())
                .startsWith("Returned to service after the exchange without ");
        assertThat(run("event", "checks").out()).isEqualTo("Nothing asked for after work is lacking.\n");
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void refusesWhatCannotBeWithASentenceAndEntersNothing() throws IOException {
        assertRefused("There is no instrument 'wide-2'; perhaps 'wide-1' was meant.", "add", "wide-2", "fault", "x");
        assertRefused("'falt' is no kind of event; it is one of fault, service", "add", "wide-1", "falt", "x");
        assertRefused("What happened is missing", "add", "wide-1", "fault", " ");
        assertRefused("lies in the future", "add", "wide-1", "fault", "x", "--at", "2100-01-01");
        assertRefused("has no part 'laser'", "add", "wide-1", "fault", "x", "--part", "laser");
        assertRefused("written with its currency", "add", "wide-1", "fault", "x", "--expense", "twelve");
        assertRefused("'XQZ' is no currency", "add", "wide-1", "fault", "x", "--expense", "12XQZ");
        assertRefused("minutes from 0 on", "add", "wide-1", "fault", "x", "--lost", "-5");
        assertRefused("There is no event 'nothing'", "follow", "nothing", "resolved");
        assertThat(list()).isEmpty();

        run("event", "add", "wide-1", "fault", "x");
        assertRefused("Why the event is withdrawn is missing", "follow", id(), "withdrawn");
        assertRefused("When the end is expected is missing", "follow", id(), "expected");
    }

    private void assertRefused(String sentence, String... arguments) {
        List<String> words = new ArrayList<>(List.of("event"));
        words.addAll(List.of(arguments));
        Outcome outcome = run(words.toArray(String[]::new));
        assertThat(outcome.status()).as(sentence).isEqualTo(2);
        assertThat(outcome.err()).contains(sentence);
    }

    private String id() throws IOException {
        return list().get(0).get("id").asText();
    }

    private JsonNode list() throws IOException {
        return new ObjectMapper().readTree(run("event", "list", "--json").out());
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", recording.data()));
        return InProcess.run(all.toArray(String[]::new));
    }
}
