package org.fiducial.bench;

import static org.fiducial.metrology.protocol.Statistic.MEDIAN;
import static org.fiducial.metrology.protocol.Statistic.VALUE;
import static org.fiducial.metrology.quantity.Unit.HOUR;
import static org.fiducial.metrology.quantity.Unit.MICROMETRE;
import static org.fiducial.metrology.quantity.Unit.MILLIWATT;
import static org.fiducial.metrology.quantity.Unit.ONE;
import static org.fiducial.metrology.quantity.Unit.PERCENT;
import static org.fiducial.metrology.quantity.Unit.PERCENT_PER_KELVIN;
import static org.fiducial.metrology.quantity.Unit.SECOND;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fiducial.facility.instrument.Component.Kind;
import org.fiducial.metrology.protocol.ProtocolFile;

/** The ten light paths of each instrument of a large facility, with what is measured on them. */
final class Recipes {

    private final Recipe beads = new Recipe(
            ProtocolFile.load("psf-beads", "1.0"),
            List.of(
                    new Recipe.Reading("psf.ratio_theory.x", MEDIAN, ONE, 1.15, 0.05, 1.4, 1.7),
                    Recipe.Reading.of("psf.ratio_theory.y", MEDIAN, ONE, 1.12, 0.05),
                    Recipe.Reading.of("psf.ratio_theory.z", MEDIAN, ONE, 1.12, 0.05),
                    new Recipe.Reading("psf.fwhm.x", MEDIAN, MICROMETRE, 0.218, 0.05, 0.26, 0.32),
                    Recipe.Reading.of("psf.fwhm.y", MEDIAN, MICROMETRE, 0.212, 0.05),
                    Recipe.Reading.of("psf.fwhm.z", MEDIAN, MICROMETRE, 0.61, 0.05),
                    Recipe.Reading.of("psf.theory.xy", VALUE, MICROMETRE, 0.19, 0),
                    Recipe.Reading.of("psf.theory.z", VALUE, MICROMETRE, 0.54, 0),
                    Recipe.Reading.of("psf.lar", MEDIAN, ONE, 0.95, 0.03),
                    Recipe.Reading.of("psf.snr", MEDIAN, ONE, 30, 0.3)),
            Map.of(),
            12);

    private final Recipe colours = new Recipe(
            ProtocolFile.load("coregistration-beads", "1.0"),
            List.of(
                    new Recipe.Reading("coreg.ratio", VALUE, ONE, 0.4, 0.3, 0.85, 1.4),
                    Recipe.Reading.of("coreg.centre_lateral", VALUE, MICROMETRE, 0.06, 0.3),
                    Recipe.Reading.of("coreg.centre_axial", VALUE, MICROMETRE, 0.12, 0.3),
                    Recipe.Reading.of("coreg.centre_distance3d", VALUE, MICROMETRE, 0.13, 0.3),
                    Recipe.Reading.of("coreg.shift.x", VALUE, MICROMETRE, 0.04, 0.3),
                    Recipe.Reading.of("coreg.shift.y", VALUE, MICROMETRE, 0.05, 0.3),
                    Recipe.Reading.of("coreg.shift.z", VALUE, MICROMETRE, 0.12, 0.3),
                    Recipe.Reading.of("coreg.n_pairs", VALUE, ONE, 25, 0.1),
                    Recipe.Reading.of("coreg.rotation", VALUE, ONE, 0.1, 0.3),
                    Recipe.Reading.of("coreg.magnification", VALUE, ONE, 1.0001, 0.0001)),
            Map.of(),
            0);

    private final Recipe field = new Recipe(
            ProtocolFile.load("field-illumination", "1.0"),
            List.of(
                    new Recipe.Reading("field.uniformity_minmax", VALUE, PERCENT, 73, 0.06, 55, 40),
                    Recipe.Reading.of("field.centering", VALUE, PERCENT, 88, 0.05),
                    Recipe.Reading.of("field.uniformity_p5p95", VALUE, PERCENT, 82, 0.05),
                    Recipe.Reading.of("field.cv", VALUE, PERCENT, 7, 0.1),
                    Recipe.Reading.of("field.centre.x", VALUE, PERCENT, 4, 0.3),
                    Recipe.Reading.of("field.centre.y", VALUE, PERCENT, 5, 0.3),
                    Recipe.Reading.of("field.rolloff", VALUE, PERCENT, 20, 0.1),
                    Recipe.Reading.of("field.slope", VALUE, PERCENT, 2, 0.3),
                    Recipe.Reading.of("field.c_value", VALUE, PERCENT, 90, 0.03),
                    Recipe.Reading.of("field.mean", VALUE, ONE, 1800, 0.1)),
            Map.of(),
            0);

    private final Recipe power = new Recipe(
            ProtocolFile.load("light-source-power", "1.0"),
            List.of(
                    new Recipe.Reading("power.nsd", VALUE, PERCENT, 0.8, 0.4, 3, 8),
                    Recipe.Reading.of("power.mean", VALUE, MILLIWATT, 1.8, 0.05),
                    Recipe.Reading.of("power.median", VALUE, MILLIWATT, 1.8, 0.05),
                    Recipe.Reading.of("power.min", VALUE, MILLIWATT, 1.7, 0.05),
                    Recipe.Reading.of("power.max", VALUE, MILLIWATT, 1.9, 0.05),
                    Recipe.Reading.of("power.sd", VALUE, MILLIWATT, 0.02, 0.3),
                    Recipe.Reading.of("power.transmission", VALUE, PERCENT, 70, 0.05),
                    Recipe.Reading.of("power.n", VALUE, ONE, 60, 0),
                    Recipe.Reading.of("power.interval", VALUE, SECOND, 1, 0),
                    Recipe.Reading.of("power.duration", VALUE, SECOND, 60, 0)),
            Map.of("line_nm", "488", "set_point_pct", "20"),
            0);

    private final Recipe stability = new Recipe(
            ProtocolFile.load("light-source-stability", "1.0"),
            List.of(
                    new Recipe.Reading("power.stability_short", VALUE, PERCENT, 98.6, 0.005, 94, 85),
                    Recipe.Reading.of("power.mean", VALUE, MILLIWATT, 2.1, 0.05),
                    Recipe.Reading.of("power.median", VALUE, MILLIWATT, 2.1, 0.05),
                    Recipe.Reading.of("power.min", VALUE, MILLIWATT, 2.0, 0.05),
                    Recipe.Reading.of("power.max", VALUE, MILLIWATT, 2.2, 0.05),
                    Recipe.Reading.of("power.sd", VALUE, MILLIWATT, 0.02, 0.3),
                    Recipe.Reading.of("power.warmup", VALUE, HOUR, 0.2, 0.3),
                    Recipe.Reading.of("power.n", VALUE, ONE, 300, 0),
                    Recipe.Reading.of("power.interval", VALUE, SECOND, 1, 0),
                    Recipe.Reading.of("power.temperature.coefficient", VALUE, PERCENT_PER_KELVIN, 0.1, 0.3)),
            Map.of("line_nm", "561", "set_point_pct", "20"),
            0);

    /** A light path that is planned for every instrument: the objective's name first among its parts. */
    record Planned(String objective, String line, Recipe recipe) {

        String slug() {
            String what = recipe.protocol().reference().id();
            return (objective + "-" + line + (what.equals("psf-beads") ? "" : "-" + what.substring(0, 5)))
                    .replace("light", what.contains("stability") ? "stab" : "power");
        }

        String name() {
            return objective + ", " + line + " nm, "
                    + recipe.protocol().reference().id().replace('-', ' ');
        }

        Map<String, Kind> parts() {
            Map<String, Kind> parts = new LinkedHashMap<>();
            parts.put(objective, Kind.OBJECTIVE);
            parts.put("laser bench", Kind.LIGHT_SOURCE);
            parts.put(line + " nm", Kind.LINE);
            parts.put("detector " + (line.equals("488") ? 1 : 2), Kind.DETECTOR);
            return parts;
        }
    }

    List<Planned> all() {
        return List.of(
                new Planned("oil63", "488", beads),
                new Planned("oil63", "561", beads),
                new Planned("water40", "488", beads),
                new Planned("air20", "488", beads),
                new Planned("oil100", "640", beads),
                new Planned("oil63", "488", colours),
                new Planned("air20", "488", field),
                new Planned("air10", "405", field),
                new Planned("air10", "488", power),
                new Planned("air10", "561", stability));
    }
}
