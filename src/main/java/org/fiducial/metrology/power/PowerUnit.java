package org.fiducial.metrology.power;

import java.util.Arrays;
import java.util.Optional;

/** Units power meters write. A megawatt is none of them: {@code MW} is unknown, {@code mw} is a milliwatt. */
enum PowerUnit {
    NANOWATT("nW", 1e-6),
    MICROWATT("uW", 1e-3),
    MILLIWATT("mW", 1),
    WATT("W", 1e3);

    private final String word;
    private final double inMw;

    PowerUnit(String word, double inMw) {
        this.word = word;
        this.inMw = inMw;
    }

    /** The word of the parameter {@code power-unit}. */
    String word() {
        return word;
    }

    double toMw(double value) {
        return value * inMw;
    }

    double fromMw(double powerMw) {
        return powerMw / inMw;
    }

    static Optional<PowerUnit> parse(String text) {
        String plain = text.strip().replace('\u00b5', 'u').replace('\u03bc', 'u');
        Optional<PowerUnit> exact =
                Arrays.stream(values()).filter(unit -> unit.word.equals(plain)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        return switch (plain) {
            case "w", "watt", "Watt", "watts", "Watts" -> Optional.of(WATT);
            case "mw", "milliwatt", "milliwatts" -> Optional.of(MILLIWATT);
            case "uw", "UW", "microwatt", "microwatts" -> Optional.of(MICROWATT);
            case "nw", "NW", "nanowatt", "nanowatts" -> Optional.of(NANOWATT);
            default -> Optional.empty();
        };
    }
}
