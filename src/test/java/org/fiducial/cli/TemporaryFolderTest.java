package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

    private static final String KEY = "java.io.tmpdir";

    private final String before = System.getProperty(KEY);

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void putBack() {
        System.setProperty(KEY, before);
    }

    @Test
    void leavesNothingInAFolderThatCanBeUsed() throws IOException {
        System.setProperty(KEY, folder.toString());

        TemporaryFolder.require();

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void namesAFolderThatIsNotThereAndWhatToDo() {
        System.setProperty(KEY, folder.resolve("gone").toString());

        assertThatThrownBy(TemporaryFolder::require)
                .isInstanceOf(UnusableCommandException.class)
                .hasMessageContainingAll("gone", "does not exist", "-Djava.io.tmpdir=");
    }
}
