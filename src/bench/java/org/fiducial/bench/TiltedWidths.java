package org.fiducial.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fiducial.metrology.bead.AxisEstimates;
import org.fiducial.metrology.bead.GaussianVolume;
import org.fiducial.metrology.bead.GaussianWidths;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Widths;

/** Errors of all nine widths of a tilted bead. */
final class TiltedWidths {

    private final GaussianSpread truth;
    private final Map<String, Sample> errors = new LinkedHashMap<>();

    TiltedWidths(GaussianSpread truth) {
        this.truth = truth;
    }

    void add(GaussianVolume fitted) {
        GaussianWidths widths = fitted.widths();
        add("marginal", widths.marginalUm(), truth.marginalFwhm());
        add("section", widths.sectionUm(), truth.sectionFwhm());
        List<Double> principal = truth.principalFwhm();
        for (int i = 0; i < 3; i++) {
            add("principal " + (i + 1), widths.principal().get(i).fwhmUm().value(), principal.get(i));
        }
    }

    private void add(String kind, AxisEstimates found, Widths expected) {
        add(kind + " x", found.x().value(), expected.xUm());
        add(kind + " y", found.y().value(), expected.yUm());
        add(kind + " z", found.z().value(), expected.zUm());
    }

    private void add(String name, double found, double expected) {
        errors.computeIfAbsent(name, key -> new Sample()).add(found / expected - 1);
    }

    double worst() {
        return errors.values().stream()
                .mapToDouble(sample -> Math.abs(sample.mean()))
                .max()
                .orElse(Double.POSITIVE_INFINITY);
    }

    String text() {
        return errors.entrySet().stream()
                .map(entry ->
                        entry.getKey() + " " + Sample.percent(entry.getValue().mean()))
                .collect(Collectors.joining("; "));
    }
}
