package org.fiducial.metrology.power;

import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.quantity.Unit;

/** What a set point counts. */
enum SetPointKind {
    PERCENT("set_point_pct", "%", Unit.MILLIWATT_PER_PERCENT),
    MILLIAMPERE("set_point_ma", "mA", Unit.MILLIWATT_PER_MILLIAMPERE);

    private final String qualifier;
    private final String sign;
    private final Unit slope;

    SetPointKind(String qualifier, String sign, Unit slope) {
        this.qualifier = qualifier;
        this.sign = sign;
        this.slope = slope;
    }

    static SetPointKind of(Parameters parameters) {
        return parameters.text("set-point-kind", 1).filter("mA"::equals).isPresent() ? MILLIAMPERE : PERCENT;
    }

    /** Name of the qualifier that carries it. */
    String qualifier() {
        return qualifier;
    }

    String sign() {
        return sign;
    }

    /** Unit of power over set point. */
    Unit slope() {
        return slope;
    }
}
