package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Judges, fits and judges again the spots of a field, and numbers what comes out. */
final class BeadMeasurement {

    /** Half side of the crops kept for pictures [FWHM]. */
    private static final double CROP_FWHM = 2.5;
    /** Voxels of the crops kept for pictures, all together. */
    private static final long MAX_CROP_VOXELS = 12_000_000;

    private static final int BATCH = 16;

    private final FieldContext field;

    BeadMeasurement(FieldContext field) {
        this.field = field;
    }

    /** One outcome a spot, numbered by row, then by column. */
    List<BeadOutcome> measure(List<BeadProbe> spots, BeadWatch watch) {
        List<BeadProbe> probes = spots.stream()
                .sorted(Comparator.comparingDouble(
                                (BeadProbe probe) -> Math.rint(probe.centre().y()))
                        .thenComparingDouble(probe -> probe.centre().x()))
                .toList();
        List<Judged> judged = judgeAndFit(probes, watch);
        List<FittedBead> fitted =
                judged.stream().flatMap(each -> each.fitted().stream()).toList();
        AfterFitJudge after = new AfterFitJudge(field, fitted);
        FlagRaiser flags = new FlagRaiser(
                field,
                fitted.stream().flatMap(bead -> bead.settled(field).stream()).toList());
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

    /** The reasons found before the fit, or the fits if there was none. */
    private record Judged(List<BeadRejection> reasons, Optional<FittedBead> fitted) {}

    private List<Judged> judgeAndFit(List<BeadProbe> probes, BeadWatch watch) {
        FieldJudge judge = new FieldJudge(field, probes);
        Judged[] judged = new Judged[probes.size()];
        for (int from = 0; from < probes.size(); from += BATCH) {
            watch.step(BeadWatch.Stage.MEASURING_BEADS, from, probes.size());
            IntStream.range(from, Math.min(probes.size(), from + BATCH))
                    .parallel()
                    .forEach(i -> judged[i] = judgeAndFit(probes.get(i), judge));
        }
        watch.step(BeadWatch.Stage.MEASURING_BEADS, probes.size(), probes.size());
        return List.of(judged);
    }

    private Judged judgeAndFit(BeadProbe probe, FieldJudge judge) {
        List<BeadRejection> reasons = judge.reasons(probe);
        return new Judged(reasons, reasons.isEmpty() ? Optional.of(FittedBead.of(probe, field)) : Optional.empty());
    }

    private static Bead bead(int number, BeadProbe probe, Optional<BeadVolume> crop) {
        return new Bead(
                number, probe.centre(), probe.levels().peak(), probe.levels().background(), crop);
    }

    private BeadOutcome outcome(Bead bead, Judged judged, AfterFitJudge after, FlagRaiser flags) {
        if (judged.fitted().isEmpty()) {
            return new BeadOutcome.Rejected(bead, judged.reasons());
        }
        FittedBead fitted = judged.fitted().get();
        List<BeadRejection> reasons = after.reasons(fitted);
        if (!reasons.isEmpty()) {
            return new BeadOutcome.Rejected(bead, reasons);
        }
        Bead placed = new Bead(bead.number(), fitted.position(field), bead.peak(), bead.background(), bead.crop());
        return new BeadOutcome.Measured(placed, fitted.fits(), fitted.light(field), flags.flags(fitted));
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
