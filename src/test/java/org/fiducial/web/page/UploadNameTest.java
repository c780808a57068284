package org.fiducial.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadNameTest {

    @ParameterizedTest
    @CsvSource({
        "beads.ome.tif, beads.ome.tif",
        "../../etc/passwd, passwd",
        "C:\\Users\\me\\488 nm.csv, 488 nm.csv",
        "/, file",
        ".., file",
        "'', file",
        "<b onmouseover=alert(1)>.csv, <b onmouseover=alert(1)>.csv",
        "größe 80%.csv, größe 80%.csv"
    })
    void keepsTheNameAndNoWayOut(String sent, String kept) {
        assertThat(UploadName.of(sent)).isEqualTo(kept);
    }

    @Test
    void leavesOutWhatNoNameMayHold() {
        assertThat(UploadName.of("a\u0000b\nc\u202Etxt.exe")).isEqualTo("abctxt.exe");
    }

    @Test
    void cutsAVeryLongNameBeforeItsEnding() {
        String name = UploadName.of("µ".repeat(5000) + ".ome.tif");

        assertThat(name).startsWith("µµµ").endsWith("….ome.tif");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(190, 200);
    }

    @Test
    void givesASecondFileOfOneNameANumber(@TempDir Path folder) throws IOException {
        Files.createFile(UploadName.free(folder, "a.ome.tif"));

        assertThat(UploadName.free(folder, "a.ome.tif")).isEqualTo(folder.resolve("a (2).ome.tif"));
    }
}
