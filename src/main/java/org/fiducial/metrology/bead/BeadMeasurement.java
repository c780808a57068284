package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fiducial.metrology.quantity.Unit;

/** Judges, fits and judges again the spots of a field, and numbers what comes out. */
final class BeadMeasurement {

    /** Half side of the crops kept for pictures [FWHM]. */
    private static final double CROP_FWHM = 2.5;
    /** Voxels of the crops kept for pictures, all together. */
    private static final long MAX_CROP_VOXELS = 12_000_000;

    private static final int BATCH = 16;

    private final FieldContext field;
    private final FieldJudge judge;

    BeadMeasurement(FieldContext field) {
        this.field = field;
        this.judge = new FieldJudge(field);
    }

    /** One outcome a spot, numbered by row, then by column. */
    List<BeadOutcome> measure(List<BeadProbe> spots, BeadWatch watch) {
        List<BeadProbe> probes = spots.stream()
                .sorted(Comparator.comparingDouble(
                                (BeadProbe probe) -> Math.rint(probe.centre().y()))
                        .thenComparingDouble(probe -> probe.centre().x()))
                .toList();
        List<Judged> judged = judgeAndFit(probes, spots, watch);
        List<GaussianVolume> fitted = judged.stream()
                .flatMap(each -> each.fits().stream())
                .flatMap(fits -> fits.volume().fitted().stream())
                .toList();
        AfterFitJudge after = new AfterFitJudge(field, fitted);
        FlagRaiser flags = new FlagRaiser(field.search(), fitted);
        List<BeadOutcome> outcomes = new ArrayList<>();
        long cropVoxels = 0;
        for (int i = 0; i < probes.size(); i++) {
            Optional<BeadVolume> crop =
                    cropVoxels > MAX_CROP_VOXELS ? Optional.empty() : Optional.of(crop(probes.get(i)));
            cropVoxels += crop.map(volume -> volume.counts().length).orElse(0);
            Bead bead = bead(i + 1, probes.get(i), crop);
            outcomes.add(outcome(bead, judged.get(i), after, flags));
        }
        return outcomes;
    }

    /** A probe with the reasons found before the fit, and the fits if there was none. */
    private record Judged(BeadProbe probe, List<BeadRejection> reasons, Optional<BeadFits> fits) {}

    private List<Judged> judgeAndFit(List<BeadProbe> probes, List<BeadProbe> all, BeadWatch watch) {
        Judged[] judged = new Judged[probes.size()];
        for (int from = 0; from < probes.size(); from += BATCH) {
            watch.step(BeadWatch.Stage.MEASURING_BEADS, from, probes.size());
            IntStream.range(from, Math.min(probes.size(), from + BATCH))
                    .parallel()
                    .forEach(i -> judged[i] = judgeAndFit(probes.get(i), all));
        }
        watch.step(BeadWatch.Stage.MEASURING_BEADS, probes.size(), probes.size());
        return List.of(judged);
    }

    private Judged judgeAndFit(BeadProbe probe, List<BeadProbe> all) {
        List<BeadRejection> reasons = judge.reasons(probe, all);
        return new Judged(probe, reasons, reasons.isEmpty() ? Optional.of(fit(probe)) : Optional.empty());
    }

    private BeadFits fit(BeadProbe probe) {
        return new BeadFits(
                new GaussianVolumeFit(field.search().voxelSize(), field.noise()).fit(probe.volume(), probe.centre()));
    }

    private static Bead bead(int number, BeadProbe probe, Optional<BeadVolume> crop) {
        return new Bead(
                number, probe.centre(), probe.levels().peak(), probe.levels().background(), crop);
    }

    private BeadOutcome outcome(Bead bead, Judged judged, AfterFitJudge after, FlagRaiser flags) {
        if (judged.fits().isEmpty()) {
            return new BeadOutcome.Rejected(bead, judged.reasons());
        }
        BeadFits fits = judged.fits().get();
        Optional<GaussianVolume> volume = fits.volume().fitted();
        if (volume.isEmpty()) {
            return new BeadOutcome.Rejected(
                    bead, List.of(FieldJudge.reason(RejectionCode.NOT_CONVERGED, 0, 1, Unit.ONE)));
        }
        GaussianVolume fit = volume.get();
        List<BeadRejection> reasons = after.reasons(judged.probe(), fit);
        if (!reasons.isEmpty()) {
            return new BeadOutcome.Rejected(bead, reasons);
        }
        Bead placed = new Bead(bead.number(), fit.centre(), bead.peak(), bead.background(), bead.crop());
        return new BeadOutcome.Measured(placed, fits, light(fit), flags.flags(fit));
    }

    private BeadLight light(GaussianVolume fit) {
        double peak = fit.levels().amplitude().value();
        double background = fit.levels().background().value();
        double offset = field.noise().offset() * field.noise().gain();
        double snr = field.snr(
                peak / field.noise().gain(),
                (background + offset) / field.noise().gain());
        boolean offsetStated = field.search().noise().offset().isPresent();
        boolean photonsKnown = field.noise().knowledge() == NoiseModel.Knowledge.STATED;
        double level = background + offset;
        return new BeadLight(
                peak,
                background,
                snr,
                level > 0 ? Optional.of((peak + level) / level) : Optional.empty(),
                offsetStated && background > 0 ? Optional.of(peak / background) : Optional.empty(),
                photonsKnown ? Optional.of(fit.levels().photons().value()) : Optional.empty());
    }

    private BeadVolume crop(BeadProbe probe) {
        double lateral = CROP_FWHM * field.scale().lateralFwhmPx();
        double axial = CROP_FWHM * field.scale().axialFwhmPlanes();
        BeadVolume volume = probe.volume();
        VoxelBox box = VoxelBox.round(volume, probe.centre(), new Position(lateral, lateral, axial));
        float[] counts = new float[box.voxels()];
        int at = 0;
        for (int z = 0; z < box.sizeZ(); z++) {
            for (int y = 0; y < box.sizeY(); y++) {
                int layer = z + box.z0() - volume.originZ();
                int row = y + box.y0() - volume.originY();
                int from = (layer * volume.sizeY() + row) * volume.sizeX() + box.x0() - volume.originX();
                System.arraycopy(volume.counts(), from, counts, at, box.sizeX());
                at += box.sizeX();
            }
        }
        return BeadVolume.of(
                counts, new int[] {box.sizeX(), box.sizeY(), box.sizeZ()}, new int[] {box.x0(), box.y0(), box.z0()});
    }
}
