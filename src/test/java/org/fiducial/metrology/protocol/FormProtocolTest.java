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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Protocols that are entered by hand. */
class FormProtocolTest {

    private static final String SMALL =
            """
            id: toy
            version: "1.0"
            title: Toy
            summary: A toy.
            interval-days: 7
            covers: [stand]
            steps: [ { text: Look. } ]
            fields:
              - { name: level, title: Level, kind: number, unit: "%", possible: { low: 0, high: 100 }, warning: { low: 50 }, fail: { low: 20 }, reason: r }
              - { name: dry, title: Dry, kind: yes-no, expected: yes, reason: r }
              - { name: look, title: Look, kind: choice, choices: [good, bad], fail: [bad], reason: r }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oil-on-objectives",
                "koehler-illumination",
                "lamp-hours",
                "incubator",
                "chiller-level",
                "anti-vibration-table",
                "cleaning"
            })
    void everyProtocolEnteredByHandMeetsItsSchema(String id) throws IOException {
        ProtocolDefinition protocol = ProtocolFile.load(id, "1.0");
        assertThat(protocol.form().orElseThrow().steps()).isNotEmpty();
        assertThat(protocol.limits()).isNotEmpty().allMatch(limit -> !limit.reason()
                .isBlank());
        assertThat(protocol.metrics()).allMatch(metric -> !metric.covers().isEmpty());
        assertThat(protocol.guidance().minutes()).isPresent();
        assertThat(faults(Files.readString(Path.of("protocols/" + id + "/1.0/protocol.yaml"))))
                .isEmpty();
    }

    private static java.util.Set<?> faults(String yaml) throws IOException {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("schemas/form-protocol.schema.json").toFile());
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(new ObjectMapper().valueToTree(loaded));
    }

    @Test
    void fieldsBecomeParametersMetricsAndLimits() throws IOException {
        ProtocolDefinition toy = ProtocolFile.parse("toy.yaml", SMALL);

        assertThat(faults(SMALL)).isEmpty();
        assertThat(toy.parameters())
                .extracting(ParameterDefinition::name)
                .containsExactly("level", "level-comment", "dry", "dry-comment", "look", "look-comment");
        assertThat(toy.metrics()).extracting(MetricDefinition::key).containsExactly("toy.level", "toy.dry", "toy.look");
        assertThat(toy.metrics()).allMatch(metric -> metric.covers().equals(java.util.List.of(MicroscopePart.STAND)));
        assertThat(toy.limits()).hasSize(3);
        assertThat(toy.metric("toy.dry").orElseThrow().level(1)).contains("yes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: toy|id: Toy 1|File 'toy.yaml', line 1: 'id' takes small letters",
                "kind: yes-no|kind: maybe|line 10 (fields[1]): 'kind' takes number, yes-no, choice, text, photo, file, but 'maybe'",
                "name: dry|name: level|line 10 (fields[1]): the field 'level' stands a second time",
                "unit: \"%\"|unit: furlong|line 9 (fields[0]): the unit 'furlong' is not known",
                "possible: { low: 0, high: 100 }|possible: { low: 9, high: 1 }|'low' must lie below 'high'",
                "possible: { low: 0, high: 100 },||the key 'fields[0].possible' is missing",
                "fail: { low: 20 }|fail: { low: 60 }|the warning bounds must lie within the fail bounds",
                "expected: yes|expected: 7|'expected' takes yes or no, but '7'",
                "fail: [bad]|fail: [good]|'choices' must begin with the words that are fine",
                "fail: [bad]|fail: [worse]|'choices' must begin with the words that are fine",
                "fail: [bad], reason: r|fail: [bad]|the key 'fields[2].reason' is missing",
                "covers: [stand]|covers: [lid]|'covers' takes objective",
                "title: Dry|titel: Dry|the key 'fields[1].titel' is not known",
                "interval-days: 7|interval-days: 0|'interval-days' must be at least 1"
            })
    void saysWithFileAndLineWhatIsWrong(String right, String wrong, String sentence) {
        String text = SMALL.replace(right, wrong == null ? "" : wrong);
        assertThat(text).isNotEqualTo(SMALL);
        assertThatThrownBy(() -> ProtocolFile.parse("toy.yaml", text))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(sentence);
    }
}
