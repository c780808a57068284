package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file names of the QUAREP-LiMi Tool Kit, standards.md section 4.2. */
final class LogNameTest {

    @ParameterizedTest
    @CsvSource({
        "20241108-1727_488nm_linear.txt, 488, '', linear, -1",
        "20241108-1727_488nm_short_80%.txt, 488, '', short, 80",
        "20241108-1727_488nm_port2_long_20.txt, 488, port2, long, 20",
        "20241108-1727_640_short_0.5%.csv, 640, '', short, 0.5",
        "check08112024-1727_488_short_80.csv, 488, '', short, 80"
    })
    void readsFromTheRight(String name, double line, String port, String kind, double setPoint) {
        LogName read = LogName.of(name).orElseThrow();
        assertThat(read.lineNm()).hasValue(line);
        assertThat(read.port()).isEqualTo(port);
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.setPoint().orElse(-1)).isEqualTo(setPoint);
        assertThat(read.measuredOn()).contains(LocalDate.of(2024, 11, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "readme.txt",
                "20241108_488nm_linear.txt",
                "20241108-1727_linear.txt",
                "20241108-1727_488nm_fast.txt",
                "20241108-1727_488nm_a_b_short_80.txt",
                "20241108-1727_blue_short_80.txt"
            })
    void leavesOtherNamesAlone(String name) {
        assertThat(LogName.of(name)).isEmpty();
    }

    @Test
    void knowsTheRawStreamAndItsCompanion() {
        assertThat(LogName.of("20241108-1727_raw.txt").orElseThrow().kind()).isEqualTo("raw");
        assertThat(LogName.of("20241108-1727_-blindMode.txt").orElseThrow().kind())
                .isEqualTo("raw");
        assertThat(LogName.of("20241108-1727_info.txt").orElseThrow().kind()).isEqualTo("info");
    }
}
