package org.fiducial.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {

    private final Path root;

    UploadsTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void removesWhatADeadServerLeftAndNothingOfALivingOne() throws IOException {
        Path dead = Files.createDirectories(root.resolve("dead").resolve("draft"));
        Files.writeString(dead.resolve("beads.tif"), "half");
        try (Uploads living = new Uploads(root, new UUID(0, 1));
                Uploads next = new Uploads(root, new UUID(0, 2))) {
            living.open();
            Path kept = Files.writeString(living.parts().resolve("beads.tif"), "whole");

            next.open();

            assertThat(root.resolve("dead")).doesNotExist();
            assertThat(kept).hasContent("whole");
        }
    }

    @Test
    void leavesNothingBehindWhenItEnds() throws IOException {
        try (Uploads uploads = new Uploads(root, new UUID(0, 1))) {
            uploads.open();
            Files.writeString(uploads.parts().resolve("beads.tif"), "whole");
        }

        assertThat(root).isEmptyDirectory();
    }
}
