package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordPowerTest {

    private static final String COLUMNS = "columns=time=Zeit; time-unit=s; power=Leistung";

    private final Recording recording;
    private final Path table;

    RecordPowerTest(@TempDir Path folder) throws IOException {
        recording = Recording.in(folder);
        table = Files.writeString(
                folder.resolve("messung.csv"),
                "Zeit;Leistung\n"
                        + IntStream.range(0, 300)
                                .mapToObj(i -> i + ";1,2" + i % 7)
                                .collect(Collectors.joining("\n")));
    }

    private Outcome record(String... settings) {
        Stream<String> command = Stream.of(
                "record",
                "light-source-stability",
                table.toString(),
                "--configuration",
                "wide-1/oil63-green",
                "--reason",
                "scheduled",
                "--data",
                recording.data(),
                "--json");
        return InProcess.run(Stream.concat(command, Stream.of(settings).flatMap(each -> Stream.of("--set", each)))
                .toArray(String[]::new));
    }

    @Test
    void whatColumnsHoldIsSaidOnceAndTheUnitEachTime() {
        assertThat(record("power-unit=mW").err()).contains("is a table of an unknown kind", "--set columns=");
        Outcome first = record(COLUMNS, "power-unit=mW");
        assertThat(first.status()).as(first.err()).isZero();

        assertThat(record().err()).contains("does not say the unit of its power");
        Outcome second = record("power-unit=mW");

        assertThat(second.status()).as(second.err()).isZero();
        assertThat(second.out()).contains("power.stability_short");
    }
}
