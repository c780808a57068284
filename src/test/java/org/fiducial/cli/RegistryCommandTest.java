package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryCommandTest {

    private static final String OBJECTIVE = "63x/1.4 oil";

    private final Path folder;
    private final String data;

    RegistryCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data").toString();
    }

    @BeforeEach
    void addInstruments() throws IOException {
        Path one = Files.writeString(
                folder.resolve("one.yaml"),
                """
                facility: {name: Imaging Centre, zone: Europe/Berlin}
                instrument: {slug: wide-1, name: Widefield 1, manufacturer: Maker, model: Model, serial: "4711", notes: new}
                components:
                  - {key: oil63, kind: objective, name: 63x/1.4 oil, serial: "12", properties: {na: 1.4, immersion: oil, magnification: 63}}
                  - {key: stage, kind: stage, name: Stage}
                configurations:
                  - {slug: oil63-green, name: 63x green, components: [oil63], properties: {modality: widefield, emission: 525nm}}
                """);
        Path two = Files.writeString(
                folder.resolve("two.yaml"),
                "facility: {name: Imaging Centre, zone: Europe/Berlin}\ninstrument: {slug: wide-2, name: Widefield 2}\n");
        assertThat(run("instrument", "add", one.toString(), "--by", "Ada").status())
                .isZero();
        assertThat(run("instrument", "add", two.toString()).status()).isZero();
    }

    @Test
    void photosAndDocumentsAreKeptListedAndTakenAway() throws IOException {
        Path manual = Files.writeString(folder.resolve("manual.pdf"), "%PDF-1.7 as delivered");
        Path photo = Files.write(folder.resolve("front.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1});
        assertThat(run("instrument", "attach", "wide-1").out()).isEqualTo("Nothing is attached to Widefield 1 yet.\n");

        Outcome kept = run(
                "instrument",
                "attach",
                "wide-1",
                manual.toString(),
                photo.toString(),
                "--caption",
                "new",
                "--by",
                "Ada");
        assertThat(kept.out()).contains("Attached the document manual.pdf", "Attached the photo front.jpg");
        assertThat(run("instrument", "attach", "wide-1").out()).contains("21 bytes  manual.pdf: new", "front.jpg");

        String id = kept.out().replaceAll("(?s).*manual.pdf to Widefield 1: ([0-9a-f-]{36}).*", "$1");
        assertThat(run("instrument", "attach", "wide-1", "--remove", id).err()).contains("--reason is missing");
        assertThat(run("instrument", "attach", "wide-1", "--remove", id, "--reason", "wrong stand")
                        .out())
                .startsWith("Took manual.pdf away");
        assertThat(run("instrument", "attach", "wide-1").out())
                .contains("front.jpg")
                .doesNotContain("manual");
        assertThat(run(
                                "instrument",
                                "attach",
                                "wide-1",
                                folder.resolve("none.jpg").toString())
                        .status())
                .isEqualTo(2);
        assertThat(run("verify").status()).isZero();
    }

    /** A part that comes to an instrument in service is an exchange, however it came. */
    @Test
    void aComponentThatIsAddedLaterIsAnEvent() {
        Outcome added = run("component", "add", "wide-1", "objective", "20x/0.8", "--reason", "bought");
        assertThat(added.err()).isEmpty();

        assertThat(run("event", "list", "wide-1").out()).contains("exchange", "20x/0.8 was mounted: bought");
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void anInstrumentIsChangedAndItsHistoryTold() {
        Outcome edited = run(
                "instrument",
                "edit",
                "wide-1",
                "--set",
                "location=Room 2",
                "--set",
                "notes=",
                "--by",
                "Eve",
                "--reason",
                "moved");
        assertThat(edited.out()).as(edited.err()).contains("version 3", "location: '' -> 'Room 2'");

        assertThat(run("instrument", "history", "wide-1").out())
                .contains("version 2", "Ada: as added", "version 3", "Eve: moved", "notes: 'new' -> ''");
        assertThat(run("instrument", "history", "wide-1", "--json").out()).contains("\"reason\" : \"moved\"");
        assertRefused(run("instrument", "edit", "wide-1", "--set", "location=x"), "Say why");
        assertRefused(run("instrument", "edit", "wide-1", "--set", "loction=x", "--reason", "y"), "location");
        assertRefused(run("instrument", "edit", "wide-1", "--set", "identifier=4711", "--reason", "y"), "10.21938/abc");
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void aComponentMovesAndBothInstrumentsKnow() {
        assertThat(run("component", "list", "--instrument", "wide-1").out()).contains(OBJECTIVE, "Stage");
        Outcome moved =
                run("component", "move", OBJECTIVE, "wide-2", "--at", "2026-03-12", "--reason", "lent", "--by", "Eve");
        assertThat(moved.out()).as(moved.err()).isEqualTo("63x/1.4 oil is on wide-2 now.\n");

        assertThat(run("component", "list", "--instrument", "wide-1").out()).doesNotContain(OBJECTIVE);
        assertThat(run("component", "list", "--instrument", "wide-1", "--on", "2026-03-11")
                        .out())
                .contains(OBJECTIVE);
        assertThat(run("component", "show", OBJECTIVE).out())
                .contains("added with wide-1", "2026-03-12  wide-2  Eve: lent", "magnification 63");
        assertThat(run("event", "list", "wide-1").out()).contains("exchange", "went to Widefield 2: lent");
        assertThat(run("event", "list", "wide-2").out()).contains("came from Widefield 1: lent");
        assertRefused(run("component", "move", OBJECTIVE, "wide-2", "--reason", "x"), "is there already");
        assertRefused(run("component", "move", "64x", "wide-2", "--reason", "x"), "no component '64x'");
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void partsAreAddedChangedAndPutIntoALightPath() {
        assertThat(run("component", "add", "wide-1", "objective", "20x", "--set", "na=0.8", "--at", "2026-03-01")
                        .out())
                .startsWith("Added 20x");
        assertRefused(run("component", "add", "wide-1", "objective", "20x", "--set", "na=17"), "must lie between");
        assertRefused(run("component", "add", "wide-1", "lens", "20x"), "objective, light-source");
        assertThat(run("component", "edit", "20x", "--set", "serial=8", "--reason", "engraved")
                        .out())
                .contains("serial: '' -> '8'");

        Outcome path = run(
                "instrument",
                "edit",
                "wide-1/oil63-green",
                "--part",
                "20x",
                "--since",
                "2026-03-02",
                "--reason",
                "scratched");
        assertThat(path.out()).as(path.err()).contains("version 2");
        assertThat(run("event", "list", "wide-1").out()).contains("exchange", "scratched");
        assertRefused(
                run("instrument", "edit", "wide-1/oil63-green", "--part", "40x", "--reason", "x"), "no part '40x'");
    }

    @Test
    void softwareIsInventoriedThenUpdated() {
        assertThat(run("instrument", "software", "wide-1", "ZEN", "3.8", "--at", "2026-03-01")
                        .out())
                .contains("runs ZEN 3.8");
        assertThat(run("event", "list", "wide-1").out()).doesNotContain("ZEN");
        run("instrument", "software", "wide-1", "ZEN", "3.9", "--at", "2026-03-12", "--reason", "asked for");
        assertThat(run("event", "list", "wide-1").out()).contains("ZEN 3.8 → 3.9: asked for");
        assertThat(run("instrument", "software", "wide-1").out()).contains("ZEN 3.9", "ZEN 3.8");
    }

    @Test
    void aLightPathIsRetiredAndNothingIsDueOnIt() {
        run(
                "schedule",
                "add",
                "psf-beads",
                "--configuration",
                "wide-1/oil63-green",
                "--every",
                "monthly",
                "--start",
                "2026-01-31");
        assertThat(run("due", "--on", "2100-03-05").out()).contains("wide-1/oil63-green");

        Outcome gone =
                run("instrument", "service", "wide-1/oil63-green", "--out", "2026-03-01", "--reason", "laser sold");
        assertThat(gone.out()).isEqualTo("63x green is retired since 2026-03-01; its record stays.\n");
        assertThat(run("due", "--on", "2100-03-05").out()).doesNotContain("wide-1/oil63-green");
        assertThat(run("schedule", "add", "psf-beads", "--configuration", "wide-1/oil63-green", "--every", "weekly")
                        .err())
                .contains("or retired");
        assertThat(run("instrument", "history", "wide-1/oil63-green").out()).contains("laser sold");
        assertThat(run("instrument", "list").out()).contains("63x green (retired since 2026-03-01)");

        run("instrument", "service", "wide-1/oil63-green", "--back", "--reason", "bought back");
        assertThat(run("due", "--on", "2100-03-05").out()).contains("wide-1/oil63-green");
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void anInstrumentGoesOutOfServiceAndBack() {
        assertThat(run("instrument", "service", "wide-2", "--out", "2026-03-12", "--reason", "sold")
                        .out())
                .contains("out of service from 2026-03-12");
        assertRefused(run("instrument", "service", "wide-2", "--reason", "x"), "--out");
        assertThat(run("instrument", "service", "wide-2", "--back", "--reason", "not sold")
                        .out())
                .contains("in service again");
    }

    @Test
    void anotherOneLikeItIsAddedFromItsDescription() throws IOException {
        String description = run("instrument", "template", "wide-1").out();
        assertThat(description).contains("63x/1.4 oil").doesNotContain("4711").doesNotContain("serial");
        Path like = Files.writeString(folder.resolve("like.yaml"), description.replace("\"wide-1\"", "\"wide-3\""));

        assertThat(run("instrument", "add", like.toString()).out()).contains("wide-3/oil63-green");
        assertThat(run("component", "list", "--instrument", "wide-3").out()).contains(OBJECTIVE, "Stage");
    }

    @Test
    void anImportIsShownBeforeItIsAdded() throws IOException {
        Path file = Files.writeString(
                folder.resolve("microscope.json"),
                """
                {"Name": "Grey Lady", "Schema_ID": "Instrument.json", "components": [
                  {"Schema_ID": "Objective.json", "Name": "40x", "LensNA": 0.95, "Turret": 3},
                  {"Schema_ID": "Shutter.json", "Name": "Blink"}]}
                """);
        assertThat(run("instrument", "import", file.toString(), "--preview").out())
                .contains("Grey Lady", "40x", "Blink", "have no place");
        assertThat(run("instrument", "list").out()).doesNotContain("Grey Lady");

        Outcome added = run("instrument", "import", file.toString(), "--slug", "grey", "--by", "Ada");
        assertThat(added.out()).as(added.err()).contains("Added grey", "not placed: 40x: Turret 3");
        assertThat(run("component", "list", "--instrument", "grey").out()).contains("40x");
        assertThat(run("instrument", "history", "grey").out()).contains("Blink");
        assertRefused(run("instrument", "import", file.toString(), "--slug", "grey"), "already");
        assertThat(run("verify").status()).isZero();
    }

    private static void assertRefused(Outcome outcome, String... words) {
        assertThat(outcome.status()).as(outcome.err() + outcome.out()).isEqualTo(2);
        assertThat(outcome.err()).contains(words);
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data));
        return InProcess.run(all.toArray(String[]::new));
    }
}
