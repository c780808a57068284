package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    /** SHA-256 of "abc", FIPS 180-4 example (NIST CSRC example values). */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /** SHA-256 of no bytes, same source. */
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void identifiesAFileByNameSizeAndHash(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("beads.tif"), "abc");

        InputFile identified =
                Inputs.of(List.of(file), Runnable::run).identified().get(0);

        assertThat(identified).isEqualTo(new InputFile("beads.tif", ABC, 3, Map.of()));
    }

    @Test
    void keepsTheOrderGiven(@TempDir Path folder) throws IOException {
        Path b = Files.writeString(folder.resolve("b.tif"), "");
        Path a = Files.writeString(folder.resolve("a.tif"), "abc");

        Inputs inputs = Inputs.of(List.of(b, a), Runnable::run);

        assertThat(inputs.files()).containsExactly(b, a);
        assertThat(inputs.identified()).extracting(InputFile::sha256).containsExactly(EMPTY, ABC);
    }

    @Test
    void refusesWhatIsNotThere(@TempDir Path folder) {
        assertThatThrownBy(() -> Inputs.of(List.of(folder.resolve("none.tif")), Runnable::run))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("none.tif' does not exist");
        assertThatThrownBy(() -> Inputs.of(List.of(), Runnable::run)).hasMessageContaining("name at least one");
    }

    @Test
    void saysThatAFileVanishedWhileItWasRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("beads.tif"), "abc");
        Inputs inputs = Inputs.of(List.of(file), work -> {
            deleted(file);
            work.run();
        });

        assertThatThrownBy(inputs::identified)
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("could not be read to its end");
    }

    @Test
    void aFoldersHashIsThatOfItsSortedNamesAndHashes(@TempDir Path folder) throws IOException {
        Path one = Files.createDirectories(folder.resolve("one.zarr/0"));
        Files.writeString(one.resolve("c"), "abc");
        Files.writeString(folder.resolve("one.zarr/a"), "");
        Path list = Files.writeString(folder.resolve("list"), ABC + "  0/c\n" + EMPTY + "  a\n");

        ContentHash hash = ContentHash.of(folder.resolve("one.zarr"));

        assertThat(hash).isEqualTo(new ContentHash(ContentHash.of(list).sha256(), 3));
    }

    @Test
    void aHashHasSixtyFourDigits() {
        assertThatThrownBy(() -> new InputFile("a.tif", "ABC", 1, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 hexadecimal digits");
    }

    private static void deleted(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
