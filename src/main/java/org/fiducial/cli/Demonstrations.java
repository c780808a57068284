package org.fiducial.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the folder of a demonstration from one with real data. */
final class Demonstrations {

    private static final String MARKER = "DEMONSTRATION";

    private Demonstrations() {}

    static boolean isOne(Path folder) {
        return Files.exists(folder.resolve(MARKER));
    }
}
