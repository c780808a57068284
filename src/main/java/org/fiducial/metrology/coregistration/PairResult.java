package org.fiducial.metrology.coregistration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.coregistration.Acquisition.Field;
import org.fiducial.metrology.coregistration.ChannelPair.SharedBead;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.Parameters;

/**
 * All that was found of two channels.
 *
 * @param pair the channels and their shared beads
 * @param field the field of view
 * @param optics of the reference channel, for what holds for all channels
 * @param ellipsoid what the optics could resolve
 * @param model of the shift over the field; absent without a shared bead
 * @param values of each shared bead, in the order of the beads
 */
record PairResult(
        ChannelPair pair,
        Field field,
        ChannelOptics optics,
        ResolutionEllipsoid ellipsoid,
        Optional<FieldModel> model,
        List<Map<String, Estimate>> values) {

    PairResult {
        values = List.copyOf(values);
    }

    static PairResult of(int reference, int channel, Acquisition acquisition) {
        Field field = acquisition.field();
        Parameters parameters = acquisition.parameters();
        ChannelPair pair = ChannelPair.of(reference, channel, acquisition.beads());
        ChannelOptics optics = new ChannelOptics(parameters, reference);
        ResolutionEllipsoid ellipsoid =
                ResolutionEllipsoid.of(optics, new ChannelOptics(parameters, channel), field.plane());
        BeadValues values = new BeadValues(field.plane(), ellipsoid);
        return new PairResult(
                pair,
                field,
                optics,
                ellipsoid,
                pair.beads().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new FieldModel(pair.beads(), field.centre(), field.plane())),
                pair.beads().stream().map(values::of).toList());
    }

    int count() {
        return pair.beads().size();
    }

    List<SharedBead> beads() {
        return pair.beads();
    }

    /** The values of a metric over the beads. */
    double[] of(String metric) {
        return values.stream()
                .map(each -> Optional.ofNullable(each.get(metric)))
                .flatMap(Optional::stream)
                .mapToDouble(each -> each.quantity().value())
                .toArray();
    }

    /** The photon-noise uncertainties of a metric over the beads that have one. */
    double[] photonU(String metric) {
        return values.stream()
                .map(each -> Optional.ofNullable(each.get(metric)))
                .flatMap(Optional::stream)
                .map(Estimate::standardUncertainty)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
    }

    /** {@code 1 → 2}. */
    String words() {
        return pair.reference() + " → " + pair.channel();
    }
}
