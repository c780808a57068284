package org.fiducial.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.simulation.SceneKind;
import org.fiducial.metrology.simulation.Widths;

/** Errors of the judged width over the isolated beads of some fields. */
final class WidthErrors {

    private final Sample[] errors = {new Sample(), new Sample(), new Sample()};
    private int isolated;
    private int measured;

    WidthErrors(List<Field.Match> matches, Widths truth) {
        for (Field.Match match : matches) {
            if (match.object()
                    .filter(object -> object.kind() == SceneKind.ISOLATED)
                    .isPresent()) {
                isolated++;
                match.measured().ifPresent(bead -> add(bead, truth));
            }
        }
    }

    private void add(BeadOutcome.Measured bead, Widths truth) {
        measured++;
        Optional<Widths> widths = JudgedWidths.of(bead);
        widths.ifPresent(found -> {
            errors[0].add(found.xUm() / truth.xUm() - 1);
            errors[1].add(found.yUm() / truth.yUm() - 1);
            errors[2].add(found.zUm() / truth.zUm() - 1);
        });
    }

    /** The median error along an axis: medians are what a check reports. */
    double bias(int axis) {
        return errors[axis].median();
    }

    double worst() {
        return Math.max(Math.abs(bias(0)), Math.max(Math.abs(bias(1)), Math.abs(bias(2))));
    }

    double measuredShare() {
        return measured / (double) isolated;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "x %s ± %.2f, y %s ± %.2f, z %s ± %.2f; scatter of a bead %.1f, %.1f, %.1f %%; measured %d of %d",
                Sample.percent(bias(0)),
                error(0),
                Sample.percent(bias(1)),
                error(1),
                Sample.percent(bias(2)),
                error(2),
                100 * errors[0].sd(),
                100 * errors[1].sd(),
                100 * errors[2].sd(),
                errors[0].count(),
                isolated);
    }

    private double error(int axis) {
        return 125 * errors[axis].sd() / Math.sqrt(errors[axis].count());
    }
}
