package org.fiducial.metrology.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.fiducial.metrology.numeric.Robust;
import org.fiducial.metrology.numeric.RobustStatistics;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.Uncertainty.Part;

/**
 * The uncertainty budget of a median over beads (JCGM 100:2008, 5.1.2): u² = Σ u_i².
 *
 * <ul>
 *   <li>photon-noise part: median of the beads' own photon-noise uncertainties, as that of a median of n;
 *   <li>between beads: robust spread (1.4826 MAD with small-sample factor) as that of a median of n, less the photon-noise
 *       part it contains;
 *   <li>between repeats: standard deviation of the medians of the k files over √k, less the parts it contains;
 *   <li>what holds for all beads alike, given by the caller: pixel size, z-step, bead diameter, model.
 * </ul>
 *
 * <p>With one bead the spread is not known and the figure is too small; a remark says so.
 */
public final class Budget {

    private final double[] values;
    private final double[] photonU;
    private final int[] inputs;
    private final List<Part> common = new ArrayList<>();

    /**
     * A budget.
     *
     * @param values [n] one a bead
     * @param photonU [m] photon-noise standard uncertainties of the beads that have one
     * @param inputs [n] the file of each bead
     */
    public Budget(double[] values, double[] photonU, int[] inputs) {
        this.values = values;
        this.photonU = photonU;
        this.inputs = inputs;
    }

    /** The same budget with a part that holds for all beads alike. */
    public Budget with(String name, double u) {
        common.add(new Part(name, u));
        return this;
    }

    /** The combined uncertainty with its parts; absent where nothing is known of any. */
    public Optional<Uncertainty> combined() {
        List<Part> parts = new ArrayList<>();
        int n = values.length;
        double explained = 0;
        if (photonU.length > 0) {
            double photon = Robust.medianError(RobustStatistics.median(photonU), n);
            parts.add(new Part("photon-noise part", photon));
            explained += photon * photon;
        }
        OptionalDouble spread = Robust.spread(values);
        if (spread.isPresent()) {
            double between = beyond(Robust.medianError(spread.getAsDouble(), n), explained);
            parts.add(new Part("between beads", between));
            explained += between * between;
        }
        OptionalDouble repeats = betweenRepeats();
        if (repeats.isPresent()) {
            parts.add(new Part("between repeats", beyond(repeats.getAsDouble(), explained)));
        }
        parts.addAll(common);
        return parts.isEmpty() ? Optional.empty() : Optional.of(Uncertainty.combined(parts));
    }

    private static double beyond(double u, double explainedSquare) {
        return Math.sqrt(Math.max(0, u * u - explainedSquare));
    }

    private OptionalDouble betweenRepeats() {
        TreeMap<Integer, List<Double>> byInput = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            byInput.computeIfAbsent(inputs[i], input -> new ArrayList<>()).add(values[i]);
        }
        double[] medians = byInput.values().stream()
                .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray())
                .mapToDouble(RobustStatistics::median)
                .toArray();
        OptionalDouble sd = Robust.sd(medians);
        return sd.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sd.getAsDouble() / Math.sqrt(medians.length));
    }

    /** The standard error of the mean, where there are two values or more. */
    public static OptionalDouble ofMean(double[] values) {
        OptionalDouble sd = Robust.sd(values);
        return Arrays.stream(sd.stream().toArray())
                .map(each -> each / Math.sqrt(values.length))
                .findFirst();
    }
}
