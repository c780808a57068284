package org.fiducial.facility.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A checklist that a facility edits is read, or refused in one sentence that says where and what. */
class ChecklistTest {

    private static final String SOUND =
            """
            title: { en: "Ours", es: "La nuestra" }
            lead: { en: "Lead", es: "Entrada" }
            source: { en: "Us", es: "Nosotros" }
            levels:
              - { word: "1", en: "One", es: "Uno" }
            groups:
              - title: { en: "Group", es: "Grupo" }
                items:
                  - { level: "1", evidence: make, en: "Maker", es: "Fabricante" }
                  - { level: "1", en: "Other", es: "Otro" }
            """;

    @Test
    void readsWhatAFacilityWrote() {
        Checklist list = Checklist.of("ours.yaml", SOUND);

        assertThat(list.groups().get(0).items()).hasSize(2);
        assertThat(list.head().title().in("es")).isEqualTo("La nuestra");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acquisition", "figures"})
    void thoseThatComeWithTheProductAreSound(String name) throws IOException {
        String file = name + ".yaml";
        assertThat(Checklist.of(file, Files.readString(Path.of("reports", "checklists", file)))
                        .groups())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evidence: make, | evidence: make, en2: x, | line 9 | the key 'en2' is not known",
                "{ en: \"Lead\", | { n: \"Lead\", | line 2 | the key 'n' is not known",
                "levels: | tiers: | line 5 | the key 'tiers' is not known",
                "level: \"1\", en: \"Other\" | level: \"4\", en: \"Other\" | line 10 | 'level' is one of 1, but was '4'",
                "en: \"Other\" | en: \"Maker\" | line 10 | the item 'Maker' stands a second time in its group; keep one",
                "en: \"Other\", es: \"Otro\" | en: \"Other\" | line 10 | the Spanish text 'es' is missing; write it beside 'en'",
                "en: \"Other\", | \"\": x, | line 10 | the key '' is not known",
                "evidence: make | evidence: made | line 9 | there is no evidence 'made'; known are",
                "word: \"1\" | word: \"a b\" | line 5 | small letters, digits and hyphens, but was 'a b'",
                "- { word: \"1\", en: \"One\", es: \"Uno\" } | [] | line 1 | at least one level",
                "{ word: \"1\", en: \"One\", es: \"Uno\" } | seven | line 5 | takes lines of the form",
                "lead: { en | lead: { en: { | line 2 | ",
                "title: { en: \"Ours\", es | title: [ | line 1 | is not valid YAML"
            })
    void whatIsWrongIsSaidInOneSentenceWithItsPlace(String from, String to, String line, String found) {
        assertThat(SOUND).contains(from);

        assertThatThrownBy(() -> Checklist.of("reports/checklists/ours.yaml", SOUND.replace(from, to)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageStartingWith("File 'reports/checklists/ours.yaml'")
                .hasMessageContaining(line)
                .hasMessageContaining(found == null ? "" : found)
                .hasMessageMatching("(?s)[^\\n]+\\.");
    }

    @Test
    void aLevelThatStandsTwiceIsRefused() {
        String level = "  - { word: \"1\", en: \"One\", es: \"Uno\" }\n";

        assertThatThrownBy(() -> Checklist.of("ours.yaml", SOUND.replace(level, level + level)))
                .hasMessage(
                        "File 'ours.yaml', line 6 (levels[1]): the level '1' stands a second time; keep one of the two.");
    }
}
