package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.bead.NoiseModel;
import org.fiducial.metrology.numeric.Robust;
import org.fiducial.metrology.numeric.RobustLinearFit;
import org.fiducial.metrology.numeric.RobustStatistics;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Finding.Evaluated;
import org.fiducial.metrology.protocol.Finding.NotEvaluated;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * How much of the scatter between beads photon noise explains: the median photon-noise standard uncertainty (Fisher
 * information) over the robust standard deviation of the values after a fit a + b r² over the field (r distance from its
 * middle) has been removed; 1 when photon noise explains all.
 */
final class PhotonNoiseShare {

    private static final int FEWEST_BEADS = 8;

    private final ChannelResult channel;

    PhotonNoiseShare(ChannelResult channel) {
        this.channel = channel;
    }

    Finding of(String metric) {
        Optional<String> excess = channel.excessNoise();
        if (excess.isPresent()) {
            return new NotEvaluated(excess.get());
        }
        if (channel.fields().stream().anyMatch(field -> field.noise().knowledge() != NoiseModel.Knowledge.STATED)) {
            List<String> missing = channel.optics().missing(List.of("gain", "offset", "read-noise"));
            return new NotEvaluated(ChannelOptics.needs(missing.isEmpty() ? List.of("gain") : missing));
        }
        List<double[]> rows = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Double> noise = new ArrayList<>();
        for (MeasuredBead bead : channel.measured()) {
            Optional<Estimate> estimate = Optional.ofNullable(bead.values().get(metric));
            OptionalDouble u = estimate.map(Estimate::standardUncertainty).orElse(OptionalDouble.empty());
            if (u.isPresent()) {
                double x = bead.number("psf.position.x").orElseThrow()
                        - channel.sampling().middleXUm();
                double y = bead.number("psf.position.y").orElseThrow()
                        - channel.sampling().middleYUm();
                rows.add(new double[] {1, x * x + y * y});
                values.add(estimate.orElseThrow().quantity().value());
                noise.add(u.getAsDouble());
            }
        }
        if (values.size() < FEWEST_BEADS) {
            return new NotEvaluated("Needs " + FEWEST_BEADS + " measured beads, there were " + values.size() + ".");
        }
        return share(rows, array(values), array(noise));
    }

    private static Finding share(List<double[]> rows, double[] values, double[] noise) {
        double[] residual = values.clone();
        RobustLinearFit.fit(rows.toArray(double[][]::new), values).ifPresent(trend -> {
            for (int i = 0; i < residual.length; i++) {
                residual[i] -= trend[0] + trend[1] * rows.get(i)[1];
            }
        });
        double spread = Robust.spread(residual).orElse(0);
        if (!(spread > 0)) {
            return new NotEvaluated("The beads do not differ at all, so their scatter explains nothing.");
        }
        return Evaluated.of(new Quantity(RobustStatistics.median(noise) / spread, Unit.ONE), values.length);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
