package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fiducial.metrology.protocol.MetricDefinition.Standing;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ProtocolFileTest {

    private static final String SMALL =
            """
            id: toy
            version: "1.0"
            module: { id: toy, version: "2.1" }
            title: Toy
            summary: A toy.
            sources: []
            interval-days: 7
            minutes: { person: 10, instrument: 20 }
            after: [ { work: moved, parts: [stand] } ]
            affects: { intensity: typically, distance: typically-not, co-localisation: typically-not, resolution: not-assessed }
            items: bead
            parameters:
              - { name: na, title: NA, unit: "1", low: 0, high: 1.7, help: "na=1.4" }
              - { name: kind, title: Kind, choices: [a, b], default: b, per-channel: true, help: "kind=a" }
            metrics:
              - { key: toy.width, title: Width, unit: um, standing: headline, covers: [objective], definition: w }
            limits:
              - { metric: toy.width, statistic: median, warning: { high: 1 }, fail: { high: 2 }, reason: r }
            """;

    @Test
    void readsTheProtocolThatTravelsWithTheProgram() {
        ProtocolDefinition psf = ProtocolFile.load("psf-beads", "1.0");

        assertThat(psf.reference()).hasToString("psf-beads@1.0");
        assertThat(psf.intervalDays()).isEqualTo(30);
        assertThat(psf.metrics().get(0).key()).isEqualTo("psf.fwhm.x");
        assertThat(psf.metrics().get(0).standing()).isEqualTo(Standing.HEADLINE);
        assertThat(psf.metrics().get(0).unit()).isEqualTo(Unit.MICROMETRE);
        assertThat(psf.parameter("emission").orElseThrow().presence().perChannel())
                .isTrue();
        assertThat(psf.parameter("modality").orElseThrow().kind()).isInstanceOf(ParameterKind.Choice.class);
        assertThat(psf.limits()).anySatisfy(limit -> {
            assertThat(limit.metric()).isEqualTo("psf.ratio_theory.z");
            assertThat(limit.formulas()).contains("widefield-nonparaxial");
            assertThat(limit.fail().contain(1.7)).isTrue();
            assertThat(limit.fail().contain(1.71)).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "psf-beads",
                "coregistration-beads",
                "field-illumination",
                "light-source-power",
                "light-source-linearity",
                "light-source-stability"
            })
    void everyProtocolFileMeetsItsSchemaAndGivesGuidance(String id) throws IOException {
        String text = Files.readString(Path.of("protocols/" + id + "/1.0/protocol.yaml"));
        Guidance guidance = ProtocolFile.load(id, "1.0").guidance();
        assertThat(guidance.minutes()).isPresent();
        assertThat(guidance.after()).isNotEmpty();
        assertThat(guidance.affects()).containsValue(Effect.TYPICALLY);
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        JsonNode document = new ObjectMapper().valueToTree(loaded);
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("schemas/protocol.schema.json").toFile());

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(document))
                .isEmpty();
    }

    @Test
    void saysAfterWhichWorkItIsAskedForAndWhatItsFindingsAffect() {
        Guidance field = ProtocolFile.load("field-illumination", "1.0").guidance();

        assertThat(field.asksAfter(Work.REALIGNED, MicroscopePart.LINE)).isTrue();
        assertThat(field.asksAfter(Work.CLEANED, MicroscopePart.OBJECTIVE)).isFalse();
        assertThat(field.effectOn(ImageUse.INTENSITY)).isEqualTo(Effect.TYPICALLY);
        assertThat(Guidance.none().effectOn(ImageUse.INTENSITY)).isEqualTo(Effect.NOT_ASSESSED);
    }

    @Test
    void carriesTheDescriptionForPeopleToo() {
        assertThat(ProtocolFile.description(
                        ProtocolFile.load("psf-beads", "1.0").reference()))
                .startsWith("# ");
    }

    @Test
    void aLimitWithoutFormulasJudgesAnyValue() {
        ProtocolDefinition toy = ProtocolFile.parse("toy.yaml", SMALL);

        assertThat(toy.description().moduleVersion()).isEqualTo("2.1");
        assertThat(toy.limits().get(0).formulas()).isEqualTo(List.of());
        assertThat(toy.defaults().text("kind", 2)).contains("b");
    }

    @ParameterizedTest(name = "{0} -> {1} says {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id: toy|nid: toy|'nid' is not known",
                "version: \"1.0\"|version: |the key 'version' is missing or empty",
                "unit: um|unit: furlong|unit 'furlong' is not known",
                "standing: headline|standing: loud|headline, detail or comparison, but 'loud'",
                "statistic: median|statistic: mode|'mode' is no statistic",
                "metric: toy.width|metric: toy.depth|'toy.depth', which is not declared",
                "warning: { high: 1 }|warning: { high: 3 }|the warning bounds must lie within the fail bounds",
                "items: bead|items: mirror|words in protocols/items, but 'mirror'",
                "covers: [objective]|covers: [oil]|'covers' takes objective, light-source, line, filter, detector, stage",
                "work: moved|work: kicked|'work' takes exchanged, repaired, realigned, cleaned, moved, updated, but 'kicked'",
                "parts: [stand]|parts: []|'parts' is empty",
                "intensity: typically,|intensity: surely,|'intensity' takes typically, typically-not, not-assessed",
                "intensity: typically,|beauty: typically,|'affects' takes intensity, distance, co-localisation, resolution",
                "intensity: typically, distance: typically-not|distance: typically-not|nothing is said of 'intensity'",
                "person: 10|person: 0|must be at least 1",
                "interval-days: 7|interval-days: 0|must be at least 1",
                "interval-days: 7|interval-days: 7.5|takes a whole number, but '7.5'",
                "high: 1.7|high: much|takes a number, but 'much'",
                "high: 1.7|high: -2|'low' lies above 'high'",
                "name: kind|name: na|'na' is declared twice",
                "default: b|default: c|takes one of a, b, but 'c'",
                "per-channel: true|per-channel: perhaps|takes true or false, but 'perhaps'",
                "sources: []|sources: none|takes a list, but 'none'",
            })
    void saysInOneSentenceWhatIsWrong(String right, String wrong, String sentence) {
        assertThat(SMALL).contains(right);
        String text = SMALL.replace(right, wrong);

        assertThatThrownBy(() -> ProtocolFile.parse("toy.yaml", text))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesAProtocolTheProgramDoesNotCarry() {
        assertThatThrownBy(() -> ProtocolFile.load("psf-beads", "9.9"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("protocols/psf-beads/9.9/protocol.yaml");
    }
}
