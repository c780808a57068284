package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.acquisition.OrthogonalViews;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.FieldScale;
import org.fiducial.metrology.bead.NoiseModel;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.Raster;

/**
 * The mean of all beads of a channel, background removed, peaks made equal, peaks laid on each other by cubic
 * (Catmull–Rom) interpolation, and the standard deviation between them. A picture: no width is read from it.
 */
final class AverageBead {

    private static final double REACH_FWHM = 2;
    private static final int FEWEST_BEADS = 2;
    private static final List<String> VIEWS = List.of("XY", "XZ", "YZ");

    private final ChannelResult channel;

    AverageBead(ChannelResult channel) {
        this.channel = channel;
    }

    /** Two pictures, mean and standard deviation, where there are two beads with voxels. */
    List<Figure> figures() {
        List<MeasuredBead> beads = channel.measured().stream()
                .filter(bead -> bead.outcome().bead().crop().isPresent())
                .toList();
        if (beads.size() < FEWEST_BEADS) {
            return List.of();
        }
        List<Plane> planes = planes();
        for (MeasuredBead bead : beads) {
            NoiseModel noise = channel.fields().get(bead.place().input()).noise();
            Aligned aligned = new Aligned(bead, noise);
            planes.get(0).add((u, v) -> aligned.at(u, v, 0));
            planes.get(1).add((u, v) -> aligned.at(u, 0, v));
            planes.get(2).add((u, v) -> aligned.at(0, u, v));
        }
        String text = beads.size() + " beads laid on each other by their peaks, in units of the peak.";
        return List.of(
                figure(
                        new Caption(
                                "average-c" + channel.channel(), "Average bead, channel " + channel.channel(), text),
                        planes.stream().map(Plane::mean).toList()),
                figure(
                        new Caption(
                                "average-sd-c" + channel.channel(),
                                "Standard deviation between beads, channel " + channel.channel(),
                                text),
                        planes.stream().map(Plane::sd).toList()));
    }

    private List<Plane> planes() {
        FieldScale scale = channel.fields().get(0).scale();
        VoxelSize voxel = channel.sampling().voxel();
        int lateral = (int) Math.ceil(REACH_FWHM * scale.lateralFwhmPx());
        int axial = (int) Math.ceil(REACH_FWHM * scale.axialFwhmPlanes());
        return List.of(
                new Plane(lateral, lateral, voxel.xUm(), voxel.yUm()),
                new Plane(lateral, axial, voxel.xUm(), voxel.zUm()),
                new Plane(lateral, axial, voxel.yUm(), voxel.zUm()));
    }

    private static Figure figure(Caption caption, List<Raster> rasters) {
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < rasters.size(); i++) {
            tiles.add(new Tile(VIEWS.get(i), rasters.get(i), Colours.GREY_SQUARE_ROOT, List.of()));
        }
        return new Figure.ImagePanel(caption, tiles, rasters.size());
    }

    @FunctionalInterface
    private interface Offset {
        double at(int u, int v);
    }

    /** Mean and spread of a plane, gathered bead by bead (Welford); offsets outside a crop are left out. */
    private static final class Plane {

        private final int halfU;
        private final int halfV;
        private final double widthUm;
        private final double heightUm;
        private final int[] n;
        private final double[] mean;
        private final double[] squares;

        Plane(int halfU, int halfV, double widthUm, double heightUm) {
            this.halfU = halfU;
            this.halfV = halfV;
            this.widthUm = widthUm;
            this.heightUm = heightUm;
            int size = (2 * halfU + 1) * (2 * halfV + 1);
            this.n = new int[size];
            this.mean = new double[size];
            this.squares = new double[size];
        }

        void add(Offset value) {
            int at = 0;
            for (int v = -halfV; v <= halfV; v++) {
                for (int u = -halfU; u <= halfU; u++) {
                    double each = value.at(u, v);
                    if (Double.isFinite(each)) {
                        n[at]++;
                        double delta = each - mean[at];
                        mean[at] += delta / n[at];
                        squares[at] += delta * (each - mean[at]);
                    }
                    at++;
                }
            }
        }

        Raster mean() {
            float[] values = new float[mean.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) mean[i];
            }
            return raster(values);
        }

        Raster sd() {
            float[] values = new float[mean.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = n[i] < 2 ? 0 : (float) Math.sqrt(squares[i] / (n[i] - 1));
            }
            return raster(values);
        }

        private Raster raster(float[] values) {
            return Raster.of(2 * halfU + 1, 2 * halfV + 1, values, widthUm, heightUm);
        }
    }

    /** A bead's voxels relative to its centre and peak. */
    private static final class Aligned {

        private final BeadVolume crop;
        private final double x;
        private final double y;
        private final double z;
        private final double background;
        private final double peak;

        Aligned(MeasuredBead bead, NoiseModel noise) {
            this.crop = bead.outcome().bead().crop().orElseThrow();
            Position centre = BeadReading.peak(bead.outcome());
            this.x = centre.x() - crop.originX();
            this.y = centre.y() - crop.originY();
            this.z = centre.z() - crop.originZ();
            this.background = noise.offset() + bead.outcome().light().background() / noise.gain();
            this.peak = bead.outcome().light().peak() / noise.gain();
        }

        /** The value at an offset from the centre [voxels], NaN outside the crop. */
        double at(int dx, int dy, int dz) {
            double[] wx = weights(x + dx);
            double[] wy = weights(y + dy);
            double[] wz = weights(z + dz);
            int x0 = (int) Math.floor(x + dx) - 1;
            int y0 = (int) Math.floor(y + dy) - 1;
            int z0 = (int) Math.floor(z + dz) - 1;
            if (outside(x0, crop.sizeX()) || outside(y0, crop.sizeY()) || outside(z0, crop.sizeZ())) {
                return Double.NaN;
            }
            double sum = 0;
            for (int k = 0; k < 4; k++) {
                for (int j = 0; j < 4; j++) {
                    for (int i = 0; i < 4; i++) {
                        double count = OrthogonalViews.count(
                                crop,
                                clamp(x0 + i, crop.sizeX()),
                                clamp(y0 + j, crop.sizeY()),
                                clamp(z0 + k, crop.sizeZ()));
                        sum += wx[i] * wy[j] * wz[k] * count;
                    }
                }
            }
            return (sum - background) / peak;
        }

        private static boolean outside(int first, int size) {
            return first + 1 < 0 || first + 1 > size - 1;
        }

        private static int clamp(int at, int size) {
            return Math.max(0, Math.min(size - 1, at));
        }

        /** Catmull–Rom weights of the four voxels round a position. */
        private static double[] weights(double at) {
            double t = at - Math.floor(at);
            double t2 = t * t;
            double t3 = t2 * t;
            return new double[] {
                0.5 * (-t3 + 2 * t2 - t), 0.5 * (3 * t3 - 5 * t2 + 2), 0.5 * (-3 * t3 + 4 * t2 + t), 0.5 * (t3 - t2)
            };
        }
    }
}
