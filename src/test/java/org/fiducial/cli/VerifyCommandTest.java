package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fiducial.cli.PackedJar.Outcome;
import org.fiducial.facility.kit.Meter;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fiducial verify} says of a record that is whole, and of one somebody changed. */
class VerifyCommandTest {

    /** Made once; every test works on a copy. */
    @TempDir
    static Path original = Path.of("");

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void record() throws IOException {
        assertThat(Recording.in(original).record().status()).isLessThan(2);
    }

    @BeforeEach
    void copy() throws IOException {
        Path from = original.resolve("data");
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path each : walk.toList()) {
                Files.copy(
                        each,
                        folder.resolve("data").resolve(from.relativize(each).toString()));
            }
        }
    }

    @Test
    void printsTheHeadOfARecordThatIsWholeAndKnowsItLater() {
        Outcome first = verify();
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).contains("as it was written: 1 kept file", "4 audit rows", "Head of Imaging Centre: ");

        String head = first.out().replaceAll("(?s).*Centre: (\\w{64}).*", "$1");
        assertThat(verify("--head", head).status()).isZero();
        assertThat(verify("--json").out()).contains("\"asWritten\" : true", head);
    }

    @Test
    void findsAChangedByteOfAKeptFile() throws IOException {
        Path kept = kept();
        byte[] content = Files.readAllBytes(kept);
        content[content.length / 2] ^= 1;
        Files.write(kept, content);

        Outcome found = verify();
        assertThat(found.status()).isEqualTo(1);
        assertThat(found.err()).isEmpty();
        assertThat(found.out().lines().findFirst().orElseThrow())
                .contains(String.valueOf(kept.getFileName()), "was changed", "'beads.tif'")
                .endsWith(".");
    }

    @Test
    void findsAKeptFileThatIsMissing() throws IOException {
        Files.delete(kept());

        Outcome found = verify();
        assertThat(found.status()).isEqualTo(1);
        assertThat(found.out()).contains("is missing; it is input 'beads.tif' of check");
    }

    @Test
    void findsThatANotedHeadIsGone() {
        Outcome found = verify("--head", "ab".repeat(32));

        assertThat(found.status()).isEqualTo(1);
        assertThat(found.out()).contains("No audit row has the head abab");
    }

    @Test
    void warnsOfAClockThatWasAYearAhead() {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofDays(365));
        Store.Sources sources = new Store.Sources(ahead, UUID::randomUUID);
        try (Store store = Store.open(folder.resolve("data"), Optional.empty(), sources)) {
            store.kit()
                    .add(
                            new Meter(
                                    UUID.randomUUID(),
                                    store.instruments().home().orElseThrow().id(),
                                    "pm-1",
                                    new MeterCalibration.Meter("PM400", "1", "")),
                            Optional.empty(),
                            "");
        }

        Outcome found = verify();
        assertThat(found.status()).isZero();
        assertThat(found.err().lines()).singleElement().asString().startsWith("Warning: the newest entry is of 20");
    }

    @Test
    void refusesAHeadThatIsNone() {
        Outcome refused = verify("--head", "abc");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("64 hexadecimal digits", "'abc'");
    }

    private Path kept() throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve("data/files"))) {
            return walk.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private Outcome verify(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("verify", "--data", folder.resolve("data").toString()));
        arguments.addAll(List.of(options));
        return InProcess.run(arguments.toArray(String[]::new));
    }
}
