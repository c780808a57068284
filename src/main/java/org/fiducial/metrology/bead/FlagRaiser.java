package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.Estimate;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** Raises flags on measured beads: what the instrument may have caused. */
final class FlagRaiser {

    private static final double RESIDUAL_PERCENT = 10;
    private static final double WIDE_FACTOR = 1.5;
    private static final double ROUND_RATIO = 1.2;
    private static final double TILT_DEG = 10;
    private static final double SAMPLES_ACROSS = 2;
    private static final double OUTLIER_Z = 3.5;
    private static final int ENOUGH = 8;

    private final FieldContext context;
    private final List<GaussianVolume> field;

    FlagRaiser(FieldContext context, List<GaussianVolume> field) {
        this.context = context;
        this.field = field;
    }

    /** The flags of a measured bead; those of the Gaussian only where one describes it. */
    List<BeadFlag> flags(FittedBead bead) {
        List<BeadFlag> flags = new ArrayList<>();
        bead.fits()
                .conventional()
                .fitted()
                .filter(width -> width.method() == WidthMethod.INTERPOLATION)
                .map(width -> width.levels().modelErrorPercent())
                .ifPresent(misfit -> flags.add(flag(
                        FlagCode.READ_FROM_VOXELS, misfit, ConventionalFwhmFit.MODEL_ERROR_PERCENT, Unit.PERCENT)));
        bead.settled(context)
                .ifPresentOrElse(fit -> flags.addAll(flags(fit)), () -> flags.add(BeadFlag.of(FlagCode.NOT_GAUSSIAN)));
        return flags;
    }

    private List<BeadFlag> flags(GaussianVolume fit) {
        List<BeadFlag> flags = new ArrayList<>();
        double residual = Math.abs(fit.quality().largestResidualPercent());
        above(flags, FlagCode.NOT_GAUSSIAN, residual, RESIDUAL_PERCENT, Unit.PERCENT);
        AxisEstimates width = fit.widths().sectionUm();
        context.search().expected().ifPresent(expected -> {
            double lateral = Math.max(width.x().value(), width.y().value()) / expected.lateralUm();
            double axial = width.z().value() / expected.axialUm();
            above(flags, FlagCode.WIDE, Math.max(lateral, axial), WIDE_FACTOR, Unit.ONE);
        });
        double ratio = Math.exp(Math.abs(Math.log(width.x().value() / width.y().value())));
        above(flags, FlagCode.ASTIGMATIC, ratio, ROUND_RATIO, Unit.ONE);
        double tilt = Math.hypot(
                fit.widths().tiltZxDeg().value(), fit.widths().tiltZyDeg().value());
        above(flags, FlagCode.TILTED, tilt, TILT_DEG, Unit.DEGREE);
        double samples = samples(width);
        if (samples < SAMPLES_ACROSS) {
            flags.add(flag(FlagCode.UNDERSAMPLED, samples, SAMPLES_ACROSS, Unit.ONE));
        }
        above(flags, FlagCode.WIDTH_OUTLIER, outlier(fit), OUTLIER_Z, Unit.ONE);
        return flags;
    }

    private static void above(List<BeadFlag> flags, FlagCode code, double value, double limit, Unit unit) {
        if (value > limit) {
            flags.add(flag(code, value, limit, unit));
        }
    }

    private static BeadFlag flag(FlagCode code, double value, double limit, Unit unit) {
        return new BeadFlag(code, Optional.of(new Quantity(value, unit)), Optional.of(new Quantity(limit, unit)));
    }

    private double samples(AxisEstimates width) {
        VoxelSize voxel = context.search().voxelSize();
        return Math.min(
                Math.min(width.x().value() / voxel.xUm(), width.y().value() / voxel.yUm()),
                width.z().value() / voxel.zUm());
    }

    /** The largest robust z-score of ln FWHM over the three axes; zero in a field of few beads. */
    private double outlier(GaussianVolume fit) {
        if (field.size() < ENOUGH) {
            return 0;
        }
        List<Function<AxisEstimates, Estimate>> axes = List.of(AxisEstimates::x, AxisEstimates::y, AxisEstimates::z);
        return axes.stream().mapToDouble(axis -> zScore(fit, axis)).max().orElse(0);
    }

    private double zScore(GaussianVolume fit, Function<AxisEstimates, Estimate> axis) {
        double[] logs = field.stream()
                .mapToDouble(
                        each -> Math.log(axis.apply(each.widths().sectionUm()).value()))
                .sorted()
                .toArray();
        double median = logs[logs.length / 2];
        double[] off = Arrays.stream(logs)
                .map(each -> Math.abs(each - median))
                .sorted()
                .toArray();
        Estimate width = axis.apply(fit.widths().sectionUm());
        // A bead's own photon noise is no deviation from the field.
        double spread = Math.hypot(1.4826 * off[off.length / 2], width.u() / width.value());
        return spread > 0 ? Math.abs(Math.log(width.value()) - median) / spread : 0;
    }
}
