package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.fiducial.metrology.protocol.ResultDocument.Picture;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultDocumentTest {

    private static final List<Picture> PICTURES = List.of(new Picture("psf-c1-map.png", "FWHM x over the field"));

    @Test
    void readsBackWhatItWroteWithoutFigures() {
        AnalysisResult result = SampleResult.any();

        AnalysisResult again = ResultDocument.read(ResultDocument.write(result, PICTURES));

        assertThat(again)
                .isEqualTo(new AnalysisResult(
                        result.provenance(), result.measurements(), result.items(), result.remarks(), List.of()));
    }

    @Test
    void keepsFactsAndValuesInTheirOrder() {
        AnalysisResult again = ResultDocument.read(ResultDocument.write(SampleResult.any(), List.of()));

        assertThat(again.provenance().inputs().get(0).facts().keySet())
                .containsExactly("width", "pixel-size", "pixel-type");
        assertThat(again.items().get(0).values().keySet()).containsExactly("psf.position.x", "psf.sbr");
    }

    @Test
    void writesTheSameBytesForTheSameResultAndForWhatWasReadBack() {
        AnalysisResult result = withFwhm(1.0 / 3);

        byte[] first = ResultDocument.write(result, PICTURES);
        byte[] ofTheCopy = ResultDocument.write(ResultDocument.read(first), PICTURES);

        assertThat(ResultDocument.write(withFwhm(1.0 / 3), PICTURES)).isEqualTo(first);
        assertThat(ofTheCopy).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004, 0.3",
        "0.3333333333333333, 0.333333333333",
        "123456789012345.6, 123456789012000",
        "1234.5, 1234.5",
        "-0.0000001234, -1.234E-7",
        "200, 200",
        "0, 0"
    })
    void writesTwelveSignificantDigits(double value, String written) {
        String json = new String(ResultDocument.write(withFwhm(value), PICTURES), StandardCharsets.UTF_8);

        assertThat(json).contains("\"value\" : " + written + ",\n");
    }

    @Test
    void hasTheFormOfItsSchema() throws IOException {
        assertThat(violations(ResultDocument.write(SampleResult.any(), PICTURES)))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesAValueThatIsAlsoNotEvaluated() throws IOException {
        String json = new String(ResultDocument.write(SampleResult.any(), PICTURES), StandardCharsets.UTF_8);

        String both = json.replaceFirst("\"not_evaluated\"", "\"value\" : 1, \"unit\" : \"1\", \"not_evaluated\"");

        assertThat(violations(both.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    }

    @Test
    void namesItsParametersByChannelWithTheirOrigin() throws IOException {
        JsonNode parameters = new ObjectMapper()
                .readTree(ResultDocument.write(SampleResult.any(), PICTURES))
                .path("parameters");

        assertThat(parameters.path("emission.2").path("unit").asText()).isEqualTo("nm");
        assertThat(parameters.path("emission.2").path("origin").asText()).isEqualTo("file");
        assertThat(parameters.path("immersion").path("value").asText()).isEqualTo("oil");
        assertThat(parameters.path("immersion").has("unit")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no JSON at all | no JSON document",
                "[1, 2] | its schema should be",
                "{\"schema\": \"urn:other\"} | is 'urn:other'",
                "{\"schema\": \"urn:fiducial:schema:analysis-result:1\"} | 'protocol' should be a JSON object"
            })
    void refusesAnotherDocumentInOneSentence(String text, String said) {
        assertThatThrownBy(() -> ResultDocument.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(said)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"unit\" : \"um\" | \"unit\" : \"furlong\" | a known unit",
                "\"severity\" : \"note\" | \"severity\" : \"shout\" | one of the words",
                "\"n\" : 12 | \"n\" : -12 | a count",
                "\"statistic\" : \"median\" | \"statistic\" : 7 | a text",
                "\"bytes\" : 12345678901 | \"bytes\" : 1.5 | a whole number",
                "\"value\" : 0.2345 | \"value\" : \"wide\" | a number",
                "\"metric\" : \"psf.fwhm.x\" | \"metric\" : \"PSF\" | dotted lower-case words",
                "\"parameters\" : { | \"parameters\" : { \"na.x\" : 1, | should be"
            })
    void namesThePlaceThatIsDamaged(String sound, String damaged, String said) {
        String json = new String(ResultDocument.write(SampleResult.any(), PICTURES), StandardCharsets.UTF_8);
        assertThat(json).contains(sound);

        assertThatThrownBy(
                        () -> ResultDocument.read(json.replace(sound, damaged).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(said);
    }

    @Test
    void partsKeepEveryBit() {
        Item item = SampleResult.any().items().get(0);
        Uncertainty.Part third = new Uncertainty.Part("fit", 1.0 / 3);
        InputFile input = SampleResult.any().provenance().inputs().get(0);
        MeasurementKey key = SampleResult.any().measurements().get(3).key();

        assertThat(ResultParts.readItem(ResultParts.item(item))).isEqualTo(item);
        assertThat(ResultParts.readBudget(ResultParts.budget(List.of(third)))).containsExactly(third);
        assertThat(ResultParts.readFacts(ResultParts.facts(input.facts()))).isEqualTo(input.facts());
        assertThat(ResultParts.readQualifiers(ResultParts.qualifiers(key.qualifiers())))
                .isEqualTo(key.qualifiers());
    }

    private static AnalysisResult withFwhm(double um) {
        return SampleResult.of(SampleResult.any().provenance().inputs(), um);
    }

    private static List<String> violations(byte[] document) throws IOException {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        try (InputStream schema = Objects.requireNonNull(
                ResultDocument.class.getResourceAsStream("/schemas/analysis-result.schema.json"))) {
            JsonSchema form = factory.getSchema(schema);
            return form.validate(new String(document, StandardCharsets.UTF_8), InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    @Test
    void aLimitInAnotherUnitIsWrittenInTheUnitOfItsValue() {
        Reason mixed = Reason.of("NEIGHBOUR", new Quantity(0.4, Unit.MICROMETRE), new Quantity(700, Unit.NANOMETRE));
        Item item = SampleResult.any().items().get(1);
        Item near = new Item(item.identity(), item.status(), List.of(mixed), item.values());

        Reason again = ResultParts.readItem(ResultParts.item(near)).reasons().get(0);

        assertThat(again.limit().orElseThrow().unit()).isEqualTo(Unit.MICROMETRE);
        assertThat(again.limit().orElseThrow().valueIn(Unit.NANOMETRE)).isBetween(699.999999, 700.000001);
    }
}
