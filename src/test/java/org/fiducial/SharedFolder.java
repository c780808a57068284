package org.fiducial;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of real microscope files that stands beside a checkout and never in it. Named by the environment variable
 * {@code FIDUCIAL_SHARED}, else looked for as {@code shared} beside the checkout or beside one of its parents.
 */
public final class SharedFolder {

    /** How the sentence of a skipped test begins. */
    static final String ABSENT = "The shared folder with real files is absent";

    private SharedFolder() {}

    /** The folder, if this machine has it. */
    public static Optional<Path> find() {
        String named = System.getenv("FIDUCIAL_SHARED");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        Path here = Path.of("").toAbsolutePath();
        return besideOneOf(here).or(() -> mainCheckout(here).flatMap(SharedFolder::besideOneOf));
    }

    private static Optional<Path> besideOneOf(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            Path beside = at.resolveSibling("shared");
            if (Files.isDirectory(beside.resolve("data"))) {
                return Optional.of(beside);
            }
        }
        return Optional.empty();
    }

    /** In a git worktree {@code .git} is a file that names a folder inside the main checkout. */
    private static Optional<Path> mainCheckout(Path folder) {
        Path link = folder.resolve(".git");
        if (!Files.isRegularFile(link)) {
            return Optional.empty();
        }
        try {
            String line = Files.readString(link).strip();
            return Optional.of(
                    folder.resolve(line.substring(line.indexOf(':') + 1).strip())
                            .normalize());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * A file below {@code data}. Where this machine has no such folder the test is skipped with a sentence. Where the
     * environment names the folder, a file missing in it is a failure.
     */
    public static Path data(String name) {
        Optional<Path> file =
                find().map(folder -> folder.resolve("data").resolve(name)).filter(Files::exists);
        if (file.isPresent()) {
            return file.get();
        }
        String sentence = ABSENT + " (looked for data/" + name + "); set FIDUCIAL_SHARED to run this test.";
        return System.getenv("FIDUCIAL_SHARED") == null ? abort(sentence) : fail(sentence);
    }
}
