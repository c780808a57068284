package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiducial.metrology.power.GivenLog.evaluated;
import static org.fiducial.metrology.power.GivenLog.every;
import static org.fiducial.metrology.power.GivenLog.key;
import static org.fiducial.metrology.power.GivenLog.timed;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Uncertainty;
import org.junit.jupiter.api.Test;

/** Whether a certificate counts is decided for the day of the measurement, whoever says it. */
class TraceabilityTest {

    private static final String CERTIFICATE =
            "{\"meter\":\"PM\",\"serial\":\"1\",\"certificate\":{\"number\":\"K-7\",\"date\":\"2025-03-01\","
                    + "\"due\":\"2026-02-28\"},\"points\":[{\"wavelength\":400,\"expanded-uncertainty\":3},"
                    + "{\"wavelength\":700,\"expanded-uncertainty\":3}]}";

    private static GivenLog log() {
        double[] power = new double[60];
        Arrays.fill(power, 2);
        power[7] = 2.01;
        return new GivenLog().with(timed(key(488, 20), every(1, 60), power)).set("meter-calibration", CERTIFICATE);
    }

    private static List<String> remarks(AnalysisResult result) {
        return result.remarks().stream()
                .map(Remark::code)
                .filter(code -> code.contains("CERTIFICATE") || code.contains("TRACEABILITY"))
                .toList();
    }

    private static List<String> parts(AnalysisResult result) {
        return evaluated(result, "power.mean").uncertainty().orElseThrow().parts().stream()
                .map(Uncertainty.Part::name)
                .toList();
    }

    @Test
    void logWithoutDateIsJudgedOnTheDayOfItsCheck() {
        AnalysisResult within = log().measuredOn(LocalDate.of(2026, 2, 28)).analyse("light-source-power");
        AnalysisResult after = log().measuredOn(LocalDate.of(2026, 3, 1)).analyse("light-source-power");

        assertThat(remarks(within)).isEmpty();
        assertThat(parts(within)).contains("meter calibration");
        assertThat(remarks(after)).containsExactly("TRACEABILITY_NOT_DEMONSTRATED");
        assertThat(parts(after)).doesNotContain("meter calibration");
        assertThat(after.provenance().inputs().get(0).facts().get("day (of the check, the log has none)"))
                .hasToString("2026-03-01");
    }

    @Test
    void dateOfTheLogStandsBeforeThatOfTheCheck() {
        AnalysisResult result = log().startedAt(LocalDate.of(2026, 4, 1).atStartOfDay())
                .measuredOn(LocalDate.of(2026, 2, 1))
                .analyse("light-source-power");

        assertThat(remarks(result)).containsExactly("TRACEABILITY_NOT_DEMONSTRATED");
        assertThat(result.remarks().get(0).text()).contains("was not in force on 2026-04-01");
    }

    @Test
    void withoutAnyDayTheCertificateIsTakenToHoldAndThatIsSaid() {
        AnalysisResult result = log().analyse("light-source-power");

        assertThat(remarks(result)).containsExactly("CERTIFICATE_DATE_NOT_CHECKED");
        assertThat(parts(result)).contains("meter calibration");
    }

    @Test
    void extremesCarryNoUncertaintyWhereTheMeterHasNone() {
        AnalysisResult after = log().measuredOn(LocalDate.of(2026, 3, 1)).analyse("light-source-power");
        AnalysisResult within = log().measuredOn(LocalDate.of(2026, 2, 1)).analyse("light-source-power");

        assertThat(evaluated(after, "power.max").uncertainty()).isEmpty();
        assertThat(evaluated(within, "power.max").uncertainty()).isPresent();
    }
}
