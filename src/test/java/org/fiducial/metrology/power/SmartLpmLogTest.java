package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.fiducial.SharedFolder;
import org.fiducial.metrology.protocol.MissingParameterException;
import org.fiducial.metrology.protocol.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SmartLPM's own log of its blind mode. */
final class SmartLpmLogTest {

    @Test
    void asksForTheUnitOfTheRealLogAlthoughItStatesOne() {
        Path log = SharedFolder.data("smartlpm/blindData.csv");

        assertThatThrownBy(() -> new PowerLogs().read(log, 0, Given.nothing(), Progress.unwatched()))
                .isInstanceOfSatisfying(MissingParameterException.class, missing -> assertThat(missing.parameter())
                        .isEqualTo("power-unit"))
                .hasMessageContaining("line 1: the power is said to be in mW")
                .hasMessageContaining("in mW that is 0.25 µW, in W 0.25 mW")
                .hasMessageContaining("--set power-unit=W");
    }

    @ParameterizedTest
    @CsvSource({"mW, 1", "W, 1000"})
    void findsFiftyReadingsOfTheRealLogInItsPulses(String unit, double factor) {
        PowerLog log = new PowerLogs()
                .read(
                        SharedFolder.data("smartlpm/blindData.csv"),
                        0,
                        Given.of("power-unit", unit),
                        Progress.unwatched());
        assertThat(log.series()).hasSize(1);
        PowerSeries series = log.series().get(0);
        assertThat(series.size()).isEqualTo(50);
        assertThat(series.key().lineNm()).hasValue(488);
        assertThat(series.key().setPoint()).hasValue(30);
        // data.md, a by-hand count of readings above 2e-4: 50 of 120, median 2.386e-4, CV 4.6 % (n - 1)
        double[] powerMw = series.powerMw().toArray();
        Arrays.sort(powerMw);
        assertThat(0.5 * (powerMw[24] + powerMw[25])).isCloseTo(2.386097e-4 * factor, within(1e-9 * factor));
        double mean = Arrays.stream(powerMw).average().orElseThrow();
        double sd = Math.sqrt(
                Arrays.stream(powerMw).map(x -> (x - mean) * (x - mean)).sum() / 49);
        assertThat(100 * sd / mean).isCloseTo(4.59, within(0.01));
        assertThat(log.unreadable()).hasSize(70);
        assertThat(log.said().remarks()).anySatisfy(remark -> assertThat(remark.text())
                .contains("9 pulses were found and separated (32 or 4 are planned")
                .contains("(488 nm, set point 30)"));
        assertThat(log.said().startedAt()).contains(java.time.LocalDateTime.parse("2024-11-08T17:27:32.678"));
        assertThat(List.of(
                        log.unreadable().get(0).code(), log.unreadable().get(1).code()))
                .containsExactly(ReadingCode.BELOW_FLOOR, ReadingCode.BELOW_FLOOR);
    }
}
