package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.acquisition.FieldView;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.BeadWatch;
import org.fiducial.metrology.bead.NoiseModel;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.image.CountedStack;
import org.fiducial.metrology.image.PixelPlane;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.RobustStatistics;
import org.fiducial.metrology.protocol.Raster;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * Beads many resolutions large: found as patches of the right size in the field from above and fitted by a soft-edged
 * ellipsoid, {@link CentreFit}, never by a point spread function.
 *
 * <p>Their flat top tells nothing of their place, so a bead saturated in up to {@link #SATURATED_LIMIT} of its volume counts,
 * flagged, with the clipped voxels left out. Distances are judged in units of the diameter, which is the width of their
 * image. Where the centre of gravity, {@link CentreOfGravity}, lies elsewhere than that of the fit, the bead is stained unevenly: it
 * is flagged and the former stands.
 */
final class LargeBeads {

    /** Share of the voxels above half height that may be clipped. */
    static final double SATURATED_LIMIT = 0.5;

    /** Centres closer than this touch each other's window [diameters]. */
    private static final double NEIGHBOUR_LIMIT = 1.4;

    /** Distance of the centre from the side of the image: the whole bead must be in it [diameters]. */
    private static final double EDGE_LIMIT = 0.6;

    private static final double END_LIMIT = 0.5;

    /** Radius about a bead that holds it and nothing else [diameters]. */
    private static final double WINDOW = 0.75;

    /** Fit and centre of gravity of an evenly stained bead lie closer than this, but for noise [diameters]. */
    private static final double ASYMMETRY_LIMIT = 0.005;

    private static final double NO_CHANCE = 5;
    private static final double SMALLEST = 0.5;
    private static final double LARGEST = 1.6;

    /** Pixels of the search and voxels of a fit across a bead: finer ones tell no more of the place of an edge. */
    private static final int SEARCH_PIXELS = 12;

    /** Voxels of boxes held in memory at a time; beads beyond the first so many have no picture. */
    private static final double MOST_VOXELS = 2e7;

    private static final int FIT_VOXELS = 24;

    private final VoxelSize voxel;
    private final double diameterUm;
    private final NoiseModel stated;

    /** What is looked for. */
    LargeBeads(VoxelSize voxel, double diameterUm, NoiseModel stated) {
        this.voxel = voxel;
        this.diameterUm = diameterUm;
        this.stated = stated;
    }

    /**
     * The beads of a channel.
     *
     * @param index of the channel in the stack, from 0
     * @param channel its number, from 1
     */
    ChannelBeads in(CountedStack stack, int index, int channel, BeadWatch watch) {
        int binning = Math.max(1, (int) (diameterUm / SEARCH_PIXELS / Math.max(voxel.xUm(), voxel.yUm())));
        CoarseView coarse = CoarseView.of(stack, index, binning, watch);
        List<Patch> patches = Patch.in(coarse.counts(), coarse.width());
        double ceiling = stack.facts().saturation().level();
        int atOnce = (int) Math.max(1, MOST_VOXELS / voxels(stack.shape()));
        List<LocatedBead> beads = new ArrayList<>();
        for (int from = 0; from < patches.size(); from += atOnce) {
            watch.step(BeadWatch.Stage.MEASURING_BEADS, from, patches.size());
            List<Patch> some = patches.subList(from, Math.min(patches.size(), from + atOnce));
            List<BeadVolume> volumes = cut(stack, index, some, binning);
            for (int i = 0; i < some.size(); i++) {
                LocatedBead bead = located(patches, from + i, volumes.get(i), binning, stack.shape(), ceiling);
                beads.add(from == 0 ? bead : bead.withoutCrop());
            }
        }
        return new ChannelBeads(
                channel,
                beads,
                0.5 * diameterUm,
                false,
                new FieldView(
                        Raster.of(
                                coarse.width(),
                                coarse.height(),
                                coarse.counts(),
                                voxel.xUm() * binning,
                                voxel.yUm() * binning),
                        binning));
    }

    /** Voxels of the box of one bead. */
    private double voxels(StackShape shape) {
        return 4 * diameterUm / voxel.xUm() * diameterUm / voxel.yUm() * shape.depth();
    }

    /** The centre of gravity along z of the column over the middle of a box, above its darkest plane. */
    private static double brightestPlane(BeadVolume volume) {
        double[] column = new double[volume.sizeZ()];
        for (int z = 0; z < column.length; z++) {
            for (int y = 3 * volume.sizeY() / 8; y <= 5 * volume.sizeY() / 8; y++) {
                for (int x = 3 * volume.sizeX() / 8; x <= 5 * volume.sizeX() / 8; x++) {
                    column[z] += volume.counts()[(z * volume.sizeY() + y) * volume.sizeX() + x];
                }
            }
        }
        double lowest = Arrays.stream(column).min().orElse(0);
        double sum = 0;
        double moment = 0;
        for (int z = 0; z < column.length; z++) {
            sum += column[z] - lowest;
            moment += z * (column[z] - lowest);
        }
        return sum > 0 ? moment / sum : 0.5 * (column.length - 1);
    }

    private double xUm(Patch patch, int binning) {
        return (patch.x() * binning + 0.5 * (binning - 1)) * voxel.xUm();
    }

    private double yUm(Patch patch, int binning) {
        return (patch.y() * binning + 0.5 * (binning - 1)) * voxel.yUm();
    }

    private List<BeadVolume> cut(CountedStack stack, int channel, List<Patch> patches, int binning) {
        StackShape shape = stack.shape();
        int halfX = (int) Math.ceil(diameterUm / voxel.xUm());
        int halfY = (int) Math.ceil(diameterUm / voxel.yUm());
        List<int[]> boxes = new ArrayList<>();
        List<float[]> counts = new ArrayList<>();
        for (Patch patch : patches) {
            int cx = (int) Math.rint(xUm(patch, binning) / voxel.xUm());
            int cy = (int) Math.rint(yUm(patch, binning) / voxel.yUm());
            int x0 = Math.max(0, cx - halfX);
            int y0 = Math.max(0, cy - halfY);
            int nx = Math.min(shape.width() - 1, cx + halfX) - x0 + 1;
            int ny = Math.min(shape.height() - 1, cy + halfY) - y0 + 1;
            boxes.add(new int[] {x0, y0, nx, ny});
            counts.add(new float[nx * ny * shape.depth()]);
        }
        PixelPlane plane = new PixelPlane(stack.pixelType(), shape.planeSize());
        for (int z = 0; z < shape.depth() && !patches.isEmpty(); z++) {
            stack.readPlane(channel, z, 0, plane);
            plane.makeFinite();
            for (int i = 0; i < boxes.size(); i++) {
                int[] box = boxes.get(i);
                for (int y = 0; y < box[3]; y++) {
                    plane.copy((box[1] + y) * shape.width() + box[0], box[2], counts.get(i), (z * box[3] + y) * box[2]);
                }
            }
        }
        List<BeadVolume> volumes = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            int[] box = boxes.get(i);
            volumes.add(BeadVolume.of(
                    counts.get(i), new int[] {box[2], box[3], shape.depth()}, new int[] {box[0], box[1], 0}));
        }
        return volumes;
    }

    private LocatedBead located(
            List<Patch> patches, int own, BeadVolume volume, int binning, StackShape shape, double ceiling) {
        Patch patch = patches.get(own);
        Position found = new Position(xUm(patch, binning), yUm(patch, binning), brightestPlane(volume) * voxel.zUm());
        List<Reason> reasons = new ArrayList<>();
        double size = 2 * Math.sqrt(patch.area() / Math.PI) * binning * voxel.xUm() / diameterUm;
        if (size < SMALLEST || size > LARGEST) {
            reasons.add(reason("WRONG_SIZE", size, size < SMALLEST ? SMALLEST : LARGEST));
        }
        double nearest = patches.stream()
                .filter(other -> !other.equals(patch))
                .mapToDouble(other -> Math.hypot(xUm(other, binning) - found.x(), yUm(other, binning) - found.y()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        if (nearest < NEIGHBOUR_LIMIT * diameterUm) {
            reasons.add(reason("NEIGHBOUR", nearest / diameterUm, NEIGHBOUR_LIMIT));
        }
        double edge = Math.min(
                Math.min(found.x(), (shape.width() - 1) * voxel.xUm() - found.x()),
                Math.min(found.y(), (shape.height() - 1) * voxel.yUm() - found.y()));
        if (edge < EDGE_LIMIT * diameterUm) {
            reasons.add(reason("EDGE_XY", edge / diameterUm, EDGE_LIMIT));
        }
        List<Reason> flags = new ArrayList<>();
        saturation(volume, ceiling).ifPresent(reason -> {
            boolean hopeless = reason.value().orElseThrow().value()
                    > reason.limit().orElseThrow().value();
            (hopeless ? reasons : flags).add(reason);
        });
        if (!reasons.isEmpty()) {
            return new LocatedBead(
                    found, Optional.empty(), LocatedBead.beyondDoubt(), reasons, flags, Optional.of(volume));
        }
        return fitted(volume, found, ceiling, flags, shape);
    }

    private LocatedBead fitted(
            BeadVolume volume, Position found, double ceiling, List<Reason> flags, StackShape shape) {
        NoiseModel noise = noise(volume);
        Position fwhm = new Position(
                diameterUm, diameterUm, Math.min(diameterUm, Math.max(1, shape.depth() - 1) * voxel.zUm() / 2));
        int coarser = Math.max(1, (int) (diameterUm / FIT_VOXELS / Math.max(voxel.xUm(), voxel.yUm())));
        BinnedVolume binned = BinnedVolume.of(volume, voxel, coarser, ceiling);
        Optional<CentreFit.Centre> centre = new CentreFit(binned.voxel(), noise, ceiling)
                .of(binned.volume(), new CentreFit.Expected(binned.inward(found), fwhm, true));
        if (centre.isEmpty()) {
            List<Reason> reasons = List.of(reason("NOT_CONVERGED", 0, 1));
            return new LocatedBead(
                    found, Optional.empty(), LocatedBead.beyondDoubt(), reasons, flags, Optional.of(volume));
        }
        List<Reason> reasons = new ArrayList<>();
        if (centre.get().endShare() > END_LIMIT) {
            reasons.add(reason("EDGE_Z", 1 - centre.get().endShare(), 1 - END_LIMIT));
        }
        CentreOfGravity.Window window = new CentreOfGravity.Window(binned.inward(found), WINDOW * diameterUm);
        Position fit = centre.get().um();
        Position gravity = CentreOfGravity.of(binned.volume(), binned.voxel(), ceiling, window)
                .orElse(fit);
        double apart = Math.hypot(gravity.x() - fit.x(), gravity.y() - fit.y());
        double limit = ASYMMETRY_LIMIT * diameterUm
                + NO_CHANCE * Math.hypot(centre.get().u().x(), centre.get().u().y());
        boolean uneven = apart > limit;
        if (uneven) {
            flags.add(Reason.of(
                    "ASYMMETRIC_BEAD",
                    new Quantity(1e3 * apart, Unit.NANOMETRE),
                    new Quantity(1e3 * limit, Unit.NANOMETRE)));
        }
        return new LocatedBead(
                binned.outward(uneven ? gravity : fit),
                Optional.of(centre.get().u()),
                doubt(gravity, fit),
                reasons,
                flags,
                Optional.of(volume));
    }

    /** The truth lies between two estimators or about as far beyond: a rectangle of their distance (JCGM 100, 4.3.7). */
    private static Position doubt(Position a, Position b) {
        double share = 1 / Math.sqrt(3);
        return new Position(
                share * Math.abs(a.x() - b.x()), share * Math.abs(a.y() - b.y()), share * Math.abs(a.z() - b.z()));
    }

    /** Stated noise, or counts as they are with the scatter of the background as that of no light. */
    private NoiseModel noise(BeadVolume volume) {
        if (stated.knowledge() == NoiseModel.Knowledge.STATED) {
            return stated;
        }
        double[] border = border(volume);
        double spread = Math.max(0.5, RobustStatistics.spread(border));
        return new NoiseModel(1, stated.offset(), spread, NoiseModel.Knowledge.ESTIMATED);
    }

    private static double[] border(BeadVolume volume) {
        List<Double> values = new ArrayList<>();
        int nx = volume.sizeX();
        int ny = volume.sizeY();
        for (int i = 0; i < volume.counts().length; i++) {
            int x = i % nx;
            int y = i / nx % ny;
            if (x == 0 || y == 0 || x == nx - 1 || y == ny - 1) {
                values.add((double) volume.counts()[i]);
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Optional<Reason> saturation(BeadVolume volume, double ceiling) {
        float highest = 0;
        float lowest = Float.POSITIVE_INFINITY;
        for (float each : volume.counts()) {
            highest = Math.max(highest, each);
            lowest = Math.min(lowest, each);
        }
        int above = 0;
        int clipped = 0;
        for (float each : volume.counts()) {
            above += each >= 0.5 * (highest + lowest) ? 1 : 0;
            clipped += each >= ceiling ? 1 : 0;
        }
        return clipped == 0
                ? Optional.empty()
                : Optional.of(reason("SATURATED", clipped, Math.floor(SATURATED_LIMIT * above)));
    }

    private static Reason reason(String code, double value, double limit) {
        return Reason.of(code, new Quantity(value, Unit.ONE), new Quantity(limit, Unit.ONE));
    }
}
