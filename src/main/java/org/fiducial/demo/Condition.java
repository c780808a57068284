package org.fiducial.demo;

import java.util.List;
import java.util.Map;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Position;

/**
 * How the image of an invented microscope changes over the story; what is not said is perfect.
 *
 * @param curves by name, see {@link #NAMES}: aberrations in waves, the uneven light as {@link Task.Field} takes it, and
 *     the shift of the second channel in µm
 */
record Condition(Map<String, Curve> curves) {

    static final List<String> NAMES = List.of(
            "spherical", "astigmatism", "coma", "roll-off", "light-u", "light-v", "shift-x", "shift-y", "shift-z");

    Condition {
        curves = Map.copyOf(curves);
    }

    Task.Beads beads(int day) {
        return new Task.Beads(new Aberration(at("spherical", day), at("astigmatism", day), at("coma", day)));
    }

    Task.Field field(int day) {
        return new Task.Field(at("roll-off", day), at("light-u", day), at("light-v", day));
    }

    Task.Colours colours(int day) {
        return new Task.Colours(new Position(at("shift-x", day), at("shift-y", day), at("shift-z", day)));
    }

    private double at(String name, int day) {
        Curve curve = curves.get(name);
        return curve == null ? 0 : curve.at(day);
    }
}
