package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs as disks, mail programs and people spoil them give readings or one clean sentence. */
final class SpoiltLogsTest {

    private static final long SEED = 20_261_122;
    private static final int LOGS = 2000;
    private static final double SLOWEST_S = 5;

    @Test
    void twoThousandSpoiltLogsGiveReadingsOrOneSentence(@TempDir Path folder) throws IOException {
        List<byte[]> whole = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("test-data", "power-logs"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(csv|txt|tsv)"))
                    .sorted()
                    .toList()) {
                whole.add(Files.readAllBytes(file));
            }
        }
        SplittableRandom random = new SplittableRandom(SEED);
        int read = 0;
        for (int i = 0; i < LOGS; i++) {
            byte[] log = whole.get(i % whole.size());
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                log = spoil(log, random);
            }
            Path file = Files.write(folder.resolve("spoilt.csv"), log);
            long start = System.nanoTime();
            read += readable(file, "seed " + SEED + ", log " + i) ? 1 : 0;
            assertThat((System.nanoTime() - start) * 1e-9)
                    .as("seconds, seed %d, log %d", SEED, i)
                    .isLessThan(SLOWEST_S);
        }
        assertThat(read).as("logs that could still be read").isGreaterThan(LOGS / 4);
    }

    private static boolean readable(Path file, String which) {
        try {
            PowerLog log = new PowerLogs().read(file, 0, Given.of(UnitDecision.OTHERWISE, "mW"), Progress.unwatched());
            assertThat(log.series()).as(which).isNotEmpty();
            for (PowerSeries series : log.series()) {
                assertThat(series.size())
                        .as(which)
                        .isPositive()
                        .isEqualTo(series.fileLine().size());
                assertThat(Arrays.stream(series.powerMw().toArray()).allMatch(Double::isFinite))
                        .as(which)
                        .isTrue();
            }
            return true;
        } catch (UnusableInputException e) {
            assertThat(e).as(which).hasMessageEndingWith(".").hasMessageStartingWith("'spoilt.csv'");
            assertThat(e.getMessage()).as(which).hasSizeLessThan(900).doesNotContain("\n", "Exception", "null");
            return false;
        }
    }

    private static byte[] spoil(byte[] log, SplittableRandom random) {
        if (log.length < 4) {
            return log;
        }
        int from = random.nextInt(log.length);
        int to = Math.min(log.length, from + 1 + random.nextInt(1 + random.nextInt(log.length)));
        byte[] changed = log.clone();
        switch (random.nextInt(8)) {
            case 0 -> changed = Arrays.copyOf(log, from);
            case 1 -> changed = joined(log, 0, from, log, to, log.length);
            case 2 -> changed = joined(log, 0, to, log, from, log.length);
            case 3 -> changed[from] = (byte) random.nextInt(256);
            case 4 -> {
                for (int k = from; k < Math.min(to, from + 40); k++) {
                    changed[k] = (byte) random.nextInt(256);
                }
            }
            case 5 -> {
                byte old = log[from];
                byte other = (byte) "\"\t;,. \n\0-e9:/".charAt(random.nextInt(13));
                for (int k = 0; k < changed.length; k++) {
                    changed[k] = changed[k] == old && random.nextInt(3) > 0 ? other : changed[k];
                }
            }
            case 6 -> {
                byte[] run = new byte[random.nextInt(1, 3000)];
                Arrays.fill(run, (byte) " 9(,\t\"\n".charAt(random.nextInt(7)));
                changed = joined(joined(log, 0, from, run, 0, run.length), 0, from + run.length, log, from, log.length);
            }
            default -> changed[from] = (byte) (log[from] ^ 1 << random.nextInt(8));
        }
        return changed;
    }

    private static byte[] joined(byte[] a, int fromA, int toA, byte[] b, int fromB, int toB) {
        byte[] both = Arrays.copyOf(Arrays.copyOfRange(a, fromA, toA), toA - fromA + toB - fromB);
        System.arraycopy(b, fromB, both, toA - fromA, toB - fromB);
        return both;
    }
}
