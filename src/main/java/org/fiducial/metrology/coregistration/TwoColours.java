package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.acquisition.OrthogonalViews;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.coregistration.Acquisition.Field;
import org.fiducial.metrology.coregistration.ChannelPair.SharedBead;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.Raster;

/** The shared bead nearest to the centre of the field, the reference channel in green and the other in magenta. */
final class TwoColours {

    private static final double DARK = 0.3;
    private static final double BRIGHT = 0.999;

    private TwoColours() {}

    static Optional<Figure> figure(Field field, PairResult pair) {
        return pair.beads().stream()
                .filter(bead -> bead.reference().bead().crop().isPresent()
                        && bead.other().bead().crop().isPresent())
                .min(Comparator.comparingDouble(
                        bead -> field.radiusUm(bead.reference().bead().um())))
                .map(bead -> figure(field, pair, bead));
    }

    private static Figure figure(Field field, PairResult pair, SharedBead bead) {
        BeadVolume green = bead.reference().bead().crop().orElseThrow();
        BeadVolume magenta = bead.other().bead().crop().orElseThrow();
        VoxelSize voxel = field.voxel();
        Position um = bead.reference().bead().um();
        Position at = new Position(um.x() / voxel.xUm(), um.y() / voxel.yUm(), um.z() / voxel.zUm());
        OrthogonalViews first = views(green, frame(green, magenta), at, voxel);
        OrthogonalViews second = views(magenta, frame(green, magenta), at, voxel);
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile("XY", first.xy(), second.xy()));
        if (!field.plane()) {
            tiles.add(tile("XZ", first.xz(), second.xz()));
            tiles.add(tile("YZ", first.yz(), second.yz()));
        }
        Caption caption = new Caption(
                "colours-c" + pair.pair().reference() + "-c" + pair.pair().channel(),
                "Bead " + bead.reference().number() + " in two colours, channels " + pair.words(),
                "Channel " + pair.pair().reference() + " green, channel "
                        + pair.pair().channel()
                        + " magenta, each at its own brightness; grey to white where they agree. Planes through the bead in"
                        + " channel " + pair.pair().reference() + ".");
        return new Figure.ImagePanel(caption, tiles, tiles.size());
    }

    private static Tile tile(String label, Raster green, Raster magenta) {
        return new Tile(label, green, Colours.TWO_COLOURS, List.of(), Optional.of(magenta));
    }

    /** An empty volume that holds both. */
    private static BeadVolume frame(BeadVolume a, BeadVolume b) {
        int x0 = Math.min(a.originX(), b.originX());
        int y0 = Math.min(a.originY(), b.originY());
        int z0 = Math.min(a.originZ(), b.originZ());
        int nx = Math.max(a.originX() + a.sizeX(), b.originX() + b.sizeX()) - x0;
        int ny = Math.max(a.originY() + a.sizeY(), b.originY() + b.sizeY()) - y0;
        int nz = Math.max(a.originZ() + a.sizeZ(), b.originZ() + b.sizeZ()) - z0;
        return BeadVolume.of(new float[nx * ny * nz], new int[] {nx, ny, nz}, new int[] {x0, y0, z0});
    }

    /** The volume in the frame, its background 0 and its brightest voxels 1; outside it there is nothing. */
    private static OrthogonalViews views(BeadVolume volume, BeadVolume frame, Position at, VoxelSize voxel) {
        float[] sorted = volume.counts().clone();
        Arrays.sort(sorted);
        double dark = sorted[(int) (DARK * (sorted.length - 1))];
        double span = Math.max(1e-9, sorted[(int) (BRIGHT * (sorted.length - 1))] - dark);
        return OrthogonalViews.of(frame, at, voxel, (x, y, z) -> {
            int i = x + frame.originX() - volume.originX();
            int j = y + frame.originY() - volume.originY();
            int k = z + frame.originZ() - volume.originZ();
            boolean inside =
                    i >= 0 && j >= 0 && k >= 0 && i < volume.sizeX() && j < volume.sizeY() && k < volume.sizeZ();
            return inside ? (OrthogonalViews.count(volume, i, j, k) - dark) / span : 0;
        });
    }
}
