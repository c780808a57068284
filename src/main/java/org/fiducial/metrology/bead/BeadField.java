package org.fiducial.metrology.bead;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was found in one channel of a stack.
 *
 * @param outcomes one a spot, in the order of their numbers: by row, then by column; empty is a normal outcome
 * @param scale the size that finding and judging used
 * @param noise the noise model that fits and judging used
 * @param projection the field seen from above
 * @param spotsNotExamined spots beyond the number that memory allows, the dimmest; zero in any usual stack
 */
public record BeadField(
        List<BeadOutcome> outcomes,
        FieldScale scale,
        NoiseModel noise,
        FieldProjection projection,
        int spotsNotExamined) {

    public BeadField {
        outcomes = List.copyOf(outcomes);
    }

    /** The beads that count. */
    public List<BeadOutcome.Measured> measured() {
        return outcomes.stream()
                .flatMap(outcome ->
                        outcome.fold(Optional::of, rejected -> Optional.<BeadOutcome.Measured>empty()).stream())
                .toList();
    }

    /** The beads that do not count. */
    public List<BeadOutcome.Rejected> rejected() {
        return outcomes.stream()
                .flatMap(outcome ->
                        outcome.fold(measured -> Optional.<BeadOutcome.Rejected>empty(), Optional::of).stream())
                .toList();
    }

    /** How many beads were rejected for each reason; a bead with two reasons counts under both. */
    public Map<RejectionCode, Integer> rejections() {
        Map<RejectionCode, Integer> counts = new EnumMap<>(RejectionCode.class);
        for (BeadOutcome.Rejected each : rejected()) {
            each.reasons().stream()
                    .map(BeadRejection::code)
                    .distinct()
                    .forEach(code -> counts.merge(code, 1, Integer::sum));
        }
        return counts;
    }

    /** How many measured beads carry each flag. */
    public Map<FlagCode, Integer> flags() {
        Map<FlagCode, Integer> counts = new EnumMap<>(FlagCode.class);
        for (BeadOutcome.Measured each : measured()) {
            each.flags().forEach(flag -> counts.merge(flag.code(), 1, Integer::sum));
        }
        return counts;
    }
}
