package org.fiducial.metrology.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person entered becomes measurements that are judged like any other. */
class FormModuleTest {

    private static final ProtocolDefinition INCUBATOR = ProtocolFile.load("incubator", "1.0");
    private static final Map<String, String> GOOD =
            Map.of("temperature", "36.9; 37.0; 37.1", "co2", "5.1", "water", "yes");

    private static AnalysisResult analysed(ProtocolDefinition protocol, Map<String, String> answers) {
        List<Parameter> given = answers.entrySet().stream()
                .map(entry -> protocol.parse(entry.getKey(), entry.getValue(), Origin.GIVEN))
                .toList();
        return new FormModule(protocol, new SoftwareReference("Fiducial", "1", "unknown"))
                .analyse(Inputs.none(), Parameters.none().with(given), Progress.unwatched());
    }

    private static AnalysisResult analysedWith(String name, String value) {
        Map<String, String> answers = new java.util.HashMap<>(GOOD);
        answers.put(name, value);
        return analysed(INCUBATOR, answers);
    }

    private static VerdictLevel overall(AnalysisResult result) {
        return LimitSet.defaultsOf(INCUBATOR).judge(result).overall();
    }

    @Test
    void repeatedReadingsAreKeptOneByOneAndTheirMeanIsJudged() {
        AnalysisResult result = analysed(INCUBATOR, GOOD);

        // Mean 37.0, s = 0.1, u = 0.1/√3 (JCGM 100:2008, 4.2.3); exact in decimals, so only rounding of doubles
        // remains.
        Finding.Evaluated mean = result.measurement(MeasurementKey.of("incubator.temperature", 0, Statistic.MEAN))
                .orElseThrow()
                .evaluated()
                .orElseThrow();
        assertThat(mean.value().value()).isCloseTo(37.0, within(1e-12));
        assertThat(mean.uncertainty().orElseThrow().standard()).isCloseTo(0.1 / Math.sqrt(3), within(1e-12));
        assertThat(mean.n()).isEqualTo(3);
        assertThat(result.items()).hasSize(3).allMatch(item -> item.status() == ItemStatus.MEASURED);
        assertThat(overall(result)).isEqualTo(VerdictLevel.PASS);
    }

    /** A value equal to a limit is inside; the limits are 36.5 to 37.5 and 36 to 38, 4.5 to 5.5 and 4 to 6. */
    @ParameterizedTest
    @CsvSource({
        "temperature, 37.5, PASS",
        "temperature, 37.51, WARNING",
        "temperature, 38, WARNING",
        "temperature, 38.01, FAIL",
        "co2, 4.49, WARNING",
        "co2, 3.9 %, FAIL",
        "co2, 5, PASS",
        "water, no, WARNING"
    })
    void limitsOfFieldsJudgeAsThoseOfAnyMetric(String field, String value, VerdictLevel level) {
        assertThat(overall(analysedWith(field, value))).isEqualTo(level);
    }

    @Test
    void wordsOfAChoiceCountFromTheBestToTheWorst() {
        ProtocolDefinition oil = ProtocolFile.load("oil-on-objectives", "1.0");
        Stream.of(
                        Map.entry("clean", VerdictLevel.PASS),
                        Map.entry("film of oil", VerdictLevel.WARNING),
                        Map.entry("scratched", VerdictLevel.FAIL))
                .forEach(each -> {
                    AnalysisResult result = analysed(oil, Map.of("front-lens", each.getKey(), "barrel", "yes"));
                    assertThat(LimitSet.defaultsOf(oil).judge(result).overall())
                            .as(each.getKey())
                            .isEqualTo(each.getValue());
                    double value = result.measurements()
                            .get(0)
                            .evaluated()
                            .orElseThrow()
                            .value()
                            .value();
                    assertThat(oil.metric("oil_on_objectives.front_lens")
                                    .orElseThrow()
                                    .level(value))
                            .contains(each.getKey());
                });
    }

    @Test
    void whatIsLeftOutWithACommentIsNotEvaluatedAndNeverPassed() {
        Map<String, String> answers =
                Map.of("temperature", "37.0", "water", "yes", "co2-comment", "the meter is away for calibration");

        AnalysisResult result = analysed(INCUBATOR, answers);

        assertThat(overall(result)).isEqualTo(VerdictLevel.NOT_EVALUATED);
        assertThat(result.remarks())
                .anySatisfy(remark -> assertThat(remark.text()).isEqualTo("CO₂: the meter is away for calibration"));
        assertThat(result.items()).anyMatch(item -> item.status() == ItemStatus.REJECTED);
    }

    @Test
    void anEmptyFieldIsAskedForByItsName() {
        assertThatThrownBy(() -> analysed(INCUBATOR, Map.of("temperature", "37.0")))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("'CO₂', 'Water of the humidifier filled' are empty; fill them in, or say in the comment why"
                        + " not.");
    }

    @ParameterizedTest
    @CsvSource({
        "co2, 51, 'must lie between 0 % and 20 %, but ''51'' was given'",
        "temperature, '36.9; 369', 'must lie between 0 °C and 60 °C, but ''369'' was given'",
        "temperature, '36,9', 'write it with a decimal point, ''36.9'''",
        "water, perhaps, 'takes one of no, yes'",
        "co2, 5 mW, 'takes a number in %'"
    })
    void anImpossibleValueIsRefusedWithWhatIsPossible(String field, String value, String sentence) {
        assertThatThrownBy(() -> analysedWith(field, value))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aPhotoThatIsNamedMustBeSent() {
        ProtocolDefinition cleaning = ProtocolFile.load("cleaning", "1.0");
        assertThatThrownBy(() -> analysed(
                        cleaning, Map.of("spills", "none", "stage", "yes", "dust-covers", "yes", "photo", "desk.jpg")))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("'Photo' names the file 'desk.jpg', which was not sent; no file was.");
    }
}
