package org.fiducial.metrology.acquisition;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in sentences: three significant figures, no exponent; nothing for data. */
public final class Figures3 {

    private static final MathContext THREE = new MathContext(3);

    private Figures3() {}

    public static String of(double value) {
        return new BigDecimal(value).round(THREE).stripTrailingZeros().toPlainString();
    }
}
