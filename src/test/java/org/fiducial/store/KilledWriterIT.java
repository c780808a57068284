package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.metrology.protocol.ContentHash;
import org.fiducial.metrology.protocol.InputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it records, as by a power switch, at a moment nobody chose. */
class KilledWriterIT {

    private static final int ROUNDS = 3;
    private static final int REPORTED_BEFORE_THE_KILL = 3;

    @Test
    void whatWasReportedAsStoredIsWholeAndNothingElseIsHalfThere(@TempDir Path folder) throws Exception {
        SampleRecord record = new SampleRecord(folder, Optional.empty());
        try (Store store = record.open()) {
            record.addInstrument(store);
        }
        SplittableRandom random = new SplittableRandom(99);
        List<UUID> reported = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            reported.addAll(writeAndKill(folder, round, random.nextLong(200)));
        }

        try (Store store = record.open()) {
            List<UUID> stored = store.checks().ofInstrument(record.lsm().id()).stream()
                    .map(CheckSummary::id)
                    .toList();
            assertThat(stored).containsAll(reported).hasSizeBetween(reported.size(), reported.size() + ROUNDS);
            assertThat(store.audit().faults()).isEmpty();
            for (UUID id : stored) {
                assertInputsAreWhole(store, store.checks().byId(id).orElseThrow());
            }
            record.append(store, SampleRecord.NOW, 0.25);
        }
    }

    private static List<UUID> writeAndKill(Path folder, int seed, long millis)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<UUID> reported = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (reported.size() < REPORTED_BEFORE_THE_KILL) {
                String line = lines.readLine();
                assertThat(line).as("the writer of seed %d still writes", seed).isNotNull();
                reported.add(UUID.fromString(line));
            }
            TimeUnit.MILLISECONDS.sleep(millis);
            process.toHandle().destroyForcibly();
            lines.lines()
                    .filter(line -> line.length() == 36)
                    .map(UUID::fromString)
                    .forEach(reported::add);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return reported;
    }

    private static void assertInputsAreWhole(Store store, Check check) throws IOException {
        for (InputFile input : check.result().provenance().inputs()) {
            Path kept = store.input(input.sha256()).orElseThrow();
            assertThat(ContentHash.of(kept)).isEqualTo(new ContentHash(input.sha256(), input.bytes()));
        }
    }
}
