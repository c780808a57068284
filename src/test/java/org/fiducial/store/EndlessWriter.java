package org.fiducial.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.instrument.Configuration;

/** A process that records checks until it is killed, and says each one it was told is stored. */
final class EndlessWriter {

    private static final int INPUT_BYTES = 2_000_000;

    private EndlessWriter() {}

    /** Takes the folder of a {@link SampleRecord} and a seed. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        SampleRecord record = new SampleRecord(folder, Optional.empty());
        SplittableRandom random = new SplittableRandom(seed);
        TimeOrderedIds ids = new TimeOrderedIds(Clock.system(ZoneOffset.UTC), random);
        try (Store store =
                Store.open(record.data(), Optional.empty(), new Store.Sources(Clock.system(ZoneOffset.UTC), ids))) {
            Configuration path =
                    store.instruments().configuration("lsm-1/63x-oil-confocal").orElseThrow();
            while (true) {
                byte[] content = new byte[INPUT_BYTES];
                random.nextBytes(content);
                Path input = Files.write(folder.resolve("acquired-" + seed + ".tif"), content);
                Check sample = record.check(
                        path, SampleRecord.NOW, SampleRecord.result(List.of(input), random.nextDouble(0.2, 0.3)));
                Check check = new Check(ids.get(), path.id(), sample.occasion(), sample.result(), sample.judgement());
                store.checks().append(check, List.of(input));
                System.out.println(check.id());
            }
        }
    }
}
