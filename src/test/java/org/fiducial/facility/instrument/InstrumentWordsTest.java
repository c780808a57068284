package org.fiducial.facility.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.metrology.protocol.MicroscopePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentWordsTest {

    private static final UUID ID = new UUID(1, 1);

    @ParameterizedTest
    @ValueSource(strings = {"lsm-1", "a", "0", "two-photon-2026"})
    void takesAddressNamesOfWordsJoinedByHyphens(String slug) {
        assertThat(instrument(slug, "LSM").slug()).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LSM-1", "lsm 1", "-lsm", "lsm-", "lsm--1", "lsm/1", "größe", "../etc"})
    void refusesOtherAddressNamesAndSaysTheRule(String slug) {
        assertThatThrownBy(() -> instrument(slug, "LSM"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lower-case letters and digits joined by hyphens");
    }

    @Test
    void refusesAnAddressNameThatIsTooLong() {
        assertThat(instrument("a".repeat(64), "LSM").slug()).hasSize(64);
        assertThatThrownBy(() -> instrument("a".repeat(65), "LSM")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Protocols say what their numbers speak for in the words of the registry. */
    @ParameterizedTest
    @EnumSource
    void protocolsKnowEveryKindOfComponent(Component.Kind kind) {
        assertThat(MicroscopePart.of(kind.word())).isPresent();
    }

    @Test
    void everythingHasAName() {
        assertThatThrownBy(() -> instrument("lsm-1", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Facility(ID, "", ZoneOffset.UTC, Facility.Kind.HOME))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Component(ID, Component.Kind.OBJECTIVE, "", Make.unknown(), new TreeMap<>()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Configuration(ID, ID, "oil", "", List.of(), new TreeMap<>()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheLightPathSaysOutranksWhatItsPartsSay() {
        Component objective = part(Map.of("na", "1.4", "immersion", "oil"));
        Component line = part(Map.of("excitation", "488nm"));
        Configuration path = new Configuration(
                ID,
                ID,
                "oil",
                "Oil",
                List.of(objective, line),
                new TreeMap<>(Map.of("na", "1.35", "modality", "confocal")));

        assertThat(path.registry())
                .containsExactly(
                        Map.entry("excitation", "488nm"),
                        Map.entry("immersion", "oil"),
                        Map.entry("modality", "confocal"),
                        Map.entry("na", "1.35"));
    }

    @Test
    void aLightPathKeepsItsOwnCopyOfItsParts() {
        TreeMap<String, String> given = new TreeMap<>(Map.of("na", "1.4"));
        Component objective = new Component(ID, Component.Kind.OBJECTIVE, "63x", Make.unknown(), given);

        given.put("na", "0.8");

        assertThat(objective.properties()).containsEntry("na", "1.4");
        assertThatThrownBy(() -> objective.properties().put("na", "0.8"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void kindsHaveWords() {
        assertThat(Component.Kind.LIGHT_SOURCE.word()).isEqualTo("light-source");
    }

    private static Component part(Map<String, String> properties) {
        return new Component(ID, Component.Kind.OBJECTIVE, "63x", Make.unknown(), new TreeMap<>(properties));
    }

    private static Instrument instrument(String slug, String name) {
        return new Instrument(ID, ID, slug, name, Make.unknown(), "");
    }
}
