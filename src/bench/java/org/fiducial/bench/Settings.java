package org.fiducial.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What a run of the benchmark is asked for.
 *
 * @param beads least number of beads a row
 * @param rows ids of the rows to run, empty for all
 * @param seed where all chance starts
 * @param jar the built program, for the rows that start it
 */
record Settings(int beads, List<String> rows, long seed, Path jar) {

    static final String USAGE = "options: --beads N (default 2000) --rows ID,ID (default all) --seed N --jar FILE";

    Settings {
        rows = List.copyOf(rows);
        if (beads < 1) {
            throw new IllegalArgumentException("--beads must be at least 1, was " + beads);
        }
    }

    static Settings of(List<String> arguments) {
        int beads = 2000;
        List<String> rows = new ArrayList<>();
        long seed = 20_261_122L;
        Path jar = Path.of("target", "fiducial.jar");
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("expected a value after " + arguments.get(i) + "; " + USAGE);
            }
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--beads" -> beads = Integer.parseInt(value);
                case "--rows" -> rows.addAll(List.of(value.split(",")));
                case "--seed" -> seed = Long.parseLong(value);
                case "--jar" -> jar = Path.of(value);
                default -> throw new IllegalArgumentException("unknown option " + arguments.get(i) + "; " + USAGE);
            }
        }
        return new Settings(beads, rows, seed, jar);
    }

    /** Random numbers for one part of the work, independent of the order of the parts. */
    RandomGenerator random(String part) {
        return new SplittableRandom(seed * 31 + part.hashCode());
    }
}
