package org.fiducial.facility.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip of a prefix is a factor of 1000; half and twice of it are asked about too, because values differ besides. */
class MagnitudeTest {

    @ParameterizedTest
    @CsvSource({
        "1500, true, a thousand times",
        "500, true, a thousand times",
        "2000, true, a thousand times",
        "0.001, true, a thousandth of",
        "499, false, ''",
        "2001, false, ''",
        "1, false, ''",
        "10, false, ''",
        "1000000, false, ''",
        "0, false, ''"
    })
    void asksOnlyAboutAFactorNearAThousand(double value, boolean asks, String words) {
        var found = Magnitude.of(new Quantity(value, Unit.MILLIWATT), List.of(0.9, 1.0, 1.1, 40.0, 0.02));

        assertThat(found.isPresent()).isEqualTo(asks);
        found.ifPresent(
                each -> assertThat(each.question()).contains(words, "median 1 mW", "were W, mW and µW mistaken?"));
    }

    @Test
    void asksNothingWhereNothingWasMeasuredBefore() {
        assertThat(Magnitude.of(new Quantity(5, Unit.PERCENT), List.of())).isEmpty();
        assertThat(Magnitude.of(new Quantity(5, Unit.PERCENT), List.of(0.0))).isEmpty();
    }
}
