package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {

    @Test
    void readsTextsAsTheyStandAndGuessesNothing() {
        YamlMapping root = YamlDocument.of("a.yaml", "serial: 00123\nanswer: no\nversion: 1.10\nempty:\nna: 1.4\n")
                .root();

        assertThat(root.text("serial")).isEqualTo("00123");
        assertThat(root.text("answer")).isEqualTo("no");
        assertThat(root.text("version")).isEqualTo("1.10");
        assertThat(root.optionalText("empty")).isEmpty();
        assertThat(root.optionalNumber("other")).isEmpty();
        assertThat(root.number("na")).isEqualTo(1.4);
        assertThat(root.keys()).containsExactly("serial", "answer", "version", "empty", "na");
    }

    @Test
    void readsMappingsAndLists() {
        YamlMapping root = YamlDocument.of(
                        "a.yaml",
                        """
                        make: { maker: Zeiss }
                        components:
                          - { kind: objective, tags: [oil, plan] }
                          - { kind: line }
                        """)
                .root();

        assertThat(root.mapping("make").text("maker")).isEqualTo("Zeiss");
        assertThat(root.mappings("components")).hasSize(2);
        assertThat(root.mappings("components").get(0).texts("tags")).containsExactly("oil", "plan");
        assertThat(root.mappings("others")).isEmpty();
        assertThat(root.optionalMapping("others")).isEmpty();
    }

    @Test
    void namesFileAndLineOfAnUnknownKey() {
        YamlMapping component = YamlDocument.of("a.yaml", "components:\n  - kind: line\n    nmae: 488\n")
                .root()
                .mappings("components")
                .get(0);

        assertThatThrownBy(() -> component.allowOnly("kind", "name"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage(
                        "File 'a.yaml', line 3: the key 'components[0].nmae' is not known; known here are kind, name.");
    }

    @Test
    void namesFileAndLineOfAMissingKey() {
        YamlMapping root = YamlDocument.of("a.yaml", "name: x\n").root();

        assertThatThrownBy(() -> root.mapping("make"))
                .hasMessage("File 'a.yaml', line 1: the key 'make' is missing or empty.");
        assertThatThrownBy(() -> root.mapping("name"))
                .hasMessage("File 'a.yaml', line 1: 'name' takes lines of the form 'key: value', but 'x' was found.");
        assertThatThrownBy(() -> root.texts("name")).hasMessageContaining("takes a list, but 'x' was found");
        assertThat(root.refuse("no.")).hasMessage("File 'a.yaml', line 1: no.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just text",
                "- a\n- b\n",
                "a: 1\na: 2\n",
                "a: [1, 2\n",
                "a: \"open\nb: 2\n",
                "a: 1\n---\nb: 2\n",
                "a: *nowhere\n",
                "? [x, y]\n: 1\n",
                "\tname: x\n",
                "a: \u0000\n",
            })
    void refusesWhatIsNoMappingInOneSentence(String text) {
        assertThatThrownBy(() -> YamlDocument.of("a.yaml", text))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageStartingWith("File 'a.yaml'")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesDeepNestingWithoutHarm() {
        assertThatThrownBy(() -> YamlDocument.of("a.yaml", "a: " + "[".repeat(5000)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesFilesThatCannotBeYaml(@TempDir Path folder) throws IOException {
        Path binary = Files.write(folder.resolve("image.tif"), new byte[] {(byte) 0xff, (byte) 0xfe, 'a'});
        Path large = Files.writeString(folder.resolve("large.yaml"), "a: " + "x".repeat(1_000_001));

        assertThatThrownBy(() -> YamlDocument.read(binary)).hasMessageContaining("is no UTF-8 text");
        assertThatThrownBy(() -> YamlDocument.read(large)).hasMessageContaining("1000004 bytes");
        assertThatThrownBy(() -> YamlDocument.read(folder)).hasMessageContaining("is no file");
        assertThatThrownBy(() -> YamlDocument.read(folder.resolve("none.yaml")))
                .isInstanceOf(UnusableInputException.class);
    }

    @Test
    void readsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "name: Größe\n");

        assertThat(YamlDocument.read(file).root().text("name")).isEqualTo("Größe");
    }
}
