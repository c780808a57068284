package org.fiducial.metrology.power;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.protocol.Uncertainty.Part;

/**
 * Turns readings of a meter into power: P = K (reading − background).
 *
 * @param correction K, true power over reading at the wavelength; 1 where no certificate says otherwise
 * @param backgroundMw reading without light
 * @param backgroundUMw its standard uncertainty, where known
 * @param relativeParts what the certificate adds to the uncertainty of an absolute power, as shares of it; empty where no
 *     certificate in force speaks of the wavelength
 * @param notAbsolute why no absolute power can be stated, if none can
 */
record MeterScale(
        double correction,
        double backgroundMw,
        OptionalDouble backgroundUMw,
        List<Part> relativeParts,
        Optional<String> notAbsolute) {

    /** Readings taken as they are. */
    static MeterScale plain() {
        return new MeterScale(1, 0, OptionalDouble.empty(), List.of(), Optional.empty());
    }

    Numbers of(Numbers readingsMw) {
        if (correction == 1 && backgroundMw == 0) {
            return readingsMw;
        }
        return new Numbers() {
            @Override
            public int size() {
                return readingsMw.size();
            }

            @Override
            public double get(int index) {
                return correction * (readingsMw.get(index) - backgroundMw);
            }
        };
    }
}
