package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    Path parent = Path.of("");

    @Test
    void makesTheFolderOnlyWhenThereIsSomethingToPutIntoIt() throws IOException {
        OutputFolder folder = OutputFolder.at(parent.resolve("a/b"));
        assertThat(parent.resolve("a")).doesNotExist();

        folder.replace(Map.of("result.json", bytes("{}")));

        assertThat(names(parent.resolve("a/b"))).containsExactly("result.json");
    }

    @Test
    void removesThePicturesOfAnEarlierResultAndNothingElse() throws IOException {
        Path folder = parent.resolve("out");
        OutputFolder.at(folder)
                .replace(Map.of(
                        "result.json",
                        bytes("{\"pictures\":[{\"file\":\"old.png\"},{\"file\":\"../outside.png\"}]}"),
                        "old.png",
                        bytes("p"),
                        "report.html",
                        bytes("h")));
        Files.writeString(folder.resolve("mine.png"), "m");
        Files.writeString(parent.resolve("outside.png"), "o");

        OutputFolder.at(folder).replace(Map.of("result.json", bytes("{}"), "new.png", bytes("n")));

        assertThat(names(folder)).containsExactly("mine.png", "new.png", "result.json");
        assertThat(parent.resolve("outside.png")).exists();
    }

    @Test
    void removesWhatAKilledRunLeftAndNotTheStageOfOneThatRuns() throws IOException {
        Path folder = Files.createDirectories(parent.resolve("out"));
        Path left = Files.createDirectories(folder.resolve(".fiducial-1/new"));
        Files.writeString(left.resolve("result.json"), "{}");
        Files.setLastModifiedTime(
                folder.resolve(".fiducial-1"), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Files.createDirectories(folder.resolve(".fiducial-2/new"));

        OutputFolder.at(folder).replace(Map.of("result.json", bytes("{}")));

        assertThat(names(folder)).containsExactlyInAnyOrder("result.json", ".fiducial-2");
    }

    @Test
    void leavesEverythingAsItWasWhenOneFileCannotBePlaced() throws IOException {
        Path folder = parent.resolve("out");
        OutputFolder.at(folder).replace(Map.of("result.json", bytes("{}"), "a.png", bytes("old")));
        Files.createDirectories(folder.resolve("z.png/occupied"));

        assertThatThrownBy(() -> OutputFolder.at(folder)
                        .replace(Map.of("a.png", bytes("new"), "result.json", bytes("[]"), "z.png", bytes("new"))))
                .isInstanceOf(UnusableCommandException.class)
                .hasMessageContaining("nothing in it was changed");

        assertThat(folder.resolve("result.json")).hasContent("{}");
        assertThat(folder.resolve("a.png")).hasContent("old");
        assertThat(names(folder)).containsExactly("a.png", "result.json", "z.png");
    }

    @Test
    void refusesAFileAndAFolderBelowAFile() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "x");

        assertThatThrownBy(() -> OutputFolder.at(file)).hasMessageContaining("is a file");
        assertThatThrownBy(() -> OutputFolder.at(file.resolve("below"))).hasMessageContaining("not a folder");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
