package org.fiducial.metrology.psf;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in sentences: three significant figures, no exponent. */
final class Figures3 {

    private static final MathContext THREE = new MathContext(3);

    private Figures3() {}

    static String of(double value) {
        return new BigDecimal(value).round(THREE).stripTrailingZeros().toPlainString();
    }
}
