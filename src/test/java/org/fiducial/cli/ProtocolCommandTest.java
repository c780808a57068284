package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A protocol of a facility's own, from a file to a check, and a check that is moved. */
class ProtocolCommandTest {

    private static final String NITROGEN =
            """
            id: nitrogen
            title: Liquid nitrogen
            summary: Reads the level of the dewar.
            interval-days: 7
            covers: [objective]
            steps: [ { text: Read the dipstick. } ]
            fields:
              - { name: level, title: Level, kind: number, unit: cm, possible: { low: 0, high: 90 }, fail: { low: 15 }, reason: It boils off. }
            """;

    private final Recording recording;
    private final Path file;

    ProtocolCommandTest(@TempDir Path folder) throws IOException {
        recording = Recording.in(folder);
        file = folder.resolve("nitrogen.yaml");
    }

    private Outcome run(String... command) {
        String[] all = java.util.Arrays.copyOf(command, command.length + 2);
        all[command.length] = "--data";
        all[command.length + 1] = recording.data();
        return InProcess.run(all);
    }

    private Outcome add(String text) throws IOException {
        Files.writeString(file, text);
        return run("protocol", "add", file.toString(), "--by", "A. Person");
    }

    private Outcome record(String level) {
        return run(
                "record",
                "nitrogen",
                "--configuration",
                "wide-1/oil63-green",
                "--reason",
                "scheduled",
                "--set",
                "level=" + level);
    }

    @Test
    void aFileBecomesAProtocolThatIsPlannedRecordedAndJudged() throws IOException {
        assertThat(add(NITROGEN).out()).contains("Protocol nitrogen@1.0 is added.");
        assertThat(run("protocols").out()).contains("nitrogen", "Liquid nitrogen");
        assertThat(run("protocols", "nitrogen").out()).contains("level", "0 to 90 cm");
        Outcome low = record("12");
        assertThat(low.status()).as(low.err()).isEqualTo(1);
        assertThat(run("status", "wide-1").out()).contains("Liquid nitrogen");
        assertThat(run("verify").status()).isZero();
        assertThat(run("protocol", "show", "nitrogen").out()).isEqualTo(NITROGEN);
    }

    @Test
    void theSameAgainIsRefusedAndAChangeIsAnotherVersion() throws IOException {
        add(NITROGEN);
        Outcome again = add(NITROGEN);
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("Version 1.0 of 'nitrogen' says the same already");
        assertThat(add(NITROGEN.replace("low: 15", "low: 10")).out()).contains("nitrogen@1.1");
        assertThat(record("12").status()).isZero();
        assertThat(run("protocol", "show", "nitrogen@1.0").out()).contains("low: 15");
    }

    @Test
    void whatIsWrongIsSaidWithFileAndLine() throws IOException {
        Outcome wrong = add(NITROGEN.replace("kind: number", "kind: numbr"));
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("nitrogen.yaml', line 8 (fields[0]): 'kind' takes number, yes-no", "'numbr'");
        assertThat(add(NITROGEN.replace("Read the dipstick.", "Look, picture: stick.png"))
                        .err())
                .contains("names the picture 'stick.png', which is not there");
    }

    @Test
    void aProtocolIsTakenOutOfUseWithAReasonAndBack() throws IOException {
        add(NITROGEN);
        record("40");
        assertThat(run("protocol", "retire", "nitrogen").err()).contains("--reason");
        assertThat(run("protocol", "retire", "nitrogen", "--reason", " ").err())
                .contains("Say why protocol 'nitrogen' is taken out of use");
        assertThat(run("protocol", "restore", "nitrogen", "--reason", "why not").err())
                .contains("Protocol 'nitrogen' is in use already, since its version 1.0");

        Outcome retired = run("protocol", "retire", "nitrogen", "--reason", "dewar sold", "--by", "A. Person");
        assertThat(retired.out()).contains("Protocol nitrogen is out of use from version 1.1 on");
        assertThat(run("protocols").out()).doesNotContain("nitrogen");
        assertThat(run("protocol", "show", "nitrogen").out()).endsWith("retired: true\n");
        assertThat(run("status", "wide-1").out()).contains("Liquid nitrogen");
        assertThat(run("protocol", "retire", "nitrogen", "--reason", "again").err())
                .contains("is out of use already, since its version 1.1; nothing was changed.");

        Outcome back = run("protocol", "restore", "nitrogen", "--reason", "a new dewar came");
        assertThat(back.out()).contains("in use again from version 1.2 on");
        assertThat(run("protocol", "show", "nitrogen").out()).isEqualTo(NITROGEN);
        assertThat(run("protocols").out()).contains("nitrogen");
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void aProtocolOutOfUseStaysSoUntilItIsTakenBack() throws IOException {
        add(NITROGEN);
        run("protocol", "retire", "nitrogen", "--reason", "dewar sold");
        assertThat(add(NITROGEN).err()).contains("says the same already");
        assertThat(add(NITROGEN.replace("low: 15", "low: 10")).out())
                .contains("nitrogen@1.2 is added; it is out of use until 'fiducial protocol restore nitrogen'.");
        assertThat(run("protocols").out()).doesNotContain("nitrogen");
        assertThat(run("protocol", "show", "nitrogen").out()).contains("low: 10", "retired: true");
        assertThat(add(NITROGEN + "retired: false\n").out()).contains("nitrogen@1.3 is added.");
        assertThat(run("protocols").out()).contains("nitrogen");
    }

    @Test
    void nothingBeginsWithAProtocolOutOfUse() throws IOException {
        add(NITROGEN);
        run("protocol", "retire", "nitrogen", "--reason", "dewar sold");
        for (List<String> words : List.of(
                List.of("schedule", "add", "nitrogen", "--configuration", "wide-1/oil63-green"),
                List.of(
                        "record",
                        "nitrogen",
                        "--configuration",
                        "wide-1/oil63-green",
                        "--reason",
                        "scheduled",
                        "--set",
                        "level=20"))) {
            Outcome refused = run(words.toArray(String[]::new));
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err()).contains("'nitrogen' was taken out of use", "protocol restore nitrogen");
        }
    }

    @Test
    void onlyAProtocolOfTheFacilitysOwnIsTakenOutOfUse() throws IOException {
        assertThat(run("protocol", "retire", "nitrogen", "--reason", "r").err())
                .contains("There is no protocol of your own 'nitrogen' yet.");
        add(NITROGEN);
        assertThat(run("protocol", "retire", "nitrogn", "--reason", "r").err())
                .contains("perhaps 'nitrogen' was meant");
        assertThat(run("protocol", "retire", "incubator", "--reason", "r").err())
                .contains("Protocol 'incubator' belongs to this program and stays");
    }

    @Test
    void aTextAllInBracesIsNotSpoiltByTakingItOutOfUse() throws IOException {
        Outcome added = add(
                "{id: braces, title: Braces, summary: Counts them., interval-days: 7, covers: [stand],"
                        + " fields: [{name: many, title: Many, kind: number, unit: '1', possible: {low: 0, high: 9}, fail: {low: 1}, reason: Why.}]}");
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(run("protocol", "retire", "braces", "--reason", "r").err())
                .contains("The text of protocol 'braces' is not laid out in lines; write 'retired: true'");
    }

    @Test
    void aCheckOfTheWrongLightPathIsMovedWithATrace() throws IOException {
        String second = Files.readString(recording.description())
                .replace("slug: wide-1", "slug: wide-2")
                .replace("Widefield 1", "Widefield 2");
        Files.writeString(file, second);
        assertThat(run("instrument", "add", file.toString()).status()).isZero();
        add(NITROGEN);
        Matcher id = Pattern.compile("Stored as check (\\S+) of")
                .matcher(record("12").out());
        assertThat(id.find()).isTrue();

        assertThat(run("check", "move", id.group(1), "--to", "wide-2/oil63-green")
                        .err())
                .contains("Say why the check belongs to another light path");
        Outcome moved = run("check", "move", id.group(1), "--to", "wide-2/oil63-green", "--reason", "was the other");
        assertThat(moved.out()).contains("is void now", "says the same of wide-2/oil63-green");
        assertThat(run("status", "wide-2").out()).contains("Liquid nitrogen");
        assertThat(run("status", "wide-1").out()).doesNotContain("do not use");
        assertThat(run("check", "move", id.group(1), "--to", "wide-2/oil63-green", "--reason", "again")
                        .err())
                .contains("The check is void");
        assertThat(run("verify").status()).isZero();
    }
}
