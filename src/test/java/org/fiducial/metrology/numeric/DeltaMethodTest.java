package org.fiducial.metrology.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DeltaMethodTest {

    @Test
    void propagatesVarianceAndCovariance() {
        DeltaMethod delta = new DeltaMethod(new double[] {3, 4}, new double[] {0.04, 0.01, 0.01, 0.09});

        Estimate product = delta.of(t -> t[0] * t[1]);
        Estimate constant = delta.of(t -> 7);

        // u² = 4²·0.04 + 3²·0.09 + 2·4·3·0.01 = 1.69
        assertThat(product.value()).isEqualTo(12);
        assertThat(product.u()).isEqualTo(1.3, within(1e-12));
        assertThat(constant.u()).isZero();
        assertThat(product.times(1000).u()).isEqualTo(1300, within(1e-9));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new DeltaMethod(new double[2], new double[3])).hasMessageContaining("2 parameters");
        assertThatThrownBy(() -> new Estimate(Double.NaN, 1)).hasMessageContaining("finite");
    }
}
