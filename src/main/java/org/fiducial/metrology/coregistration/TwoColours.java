package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.coregistration.Acquisition.Field;
import org.fiducial.metrology.coregistration.AverageViews.Aligned;
import org.fiducial.metrology.coregistration.ChannelPair.SharedBead;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.RobustStatistics;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.Raster;

/**
 * The average of the beads two channels share, laid over each other at their centres in the reference channel, which is green; the
 * other, in magenta, lies as far aside as it does in the field.
 */
final class TwoColours {

    private TwoColours() {}

    static Optional<Figure> figure(Field field, PairResult pair) {
        List<SharedBead> beads = pair.beads().stream()
                .filter(bead -> bead.reference().bead().crop().isPresent()
                        && bead.other().bead().crop().isPresent())
                .toList();
        return beads.isEmpty() ? Optional.empty() : Optional.of(figure(field, pair, beads));
    }

    private static Figure figure(Field field, PairResult pair, List<SharedBead> beads) {
        VoxelSize voxel = field.voxel();
        Position shift = new Position(
                median(beads, bead -> bead.shiftUm().x() / voxel.xUm()),
                median(beads, bead -> bead.shiftUm().y() / voxel.yUm()),
                median(beads, bead -> bead.shiftUm().z() / voxel.zUm()));
        AverageViews green = views(beads, SharedBead::reference, shift, voxel);
        AverageViews magenta = views(beads, SharedBead::other, shift, voxel);
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile("XY", green.xy(), magenta.xy()));
        if (!field.plane()) {
            tiles.add(tile("XZ", green.xz(), magenta.xz()));
            tiles.add(tile("YZ", green.yz(), magenta.yz()));
        }
        int reference = pair.pair().reference();
        boolean one = beads.size() == 1;
        String what = one ? "Bead " + beads.get(0).reference().number() : "Average of " + beads.size() + " beads";
        Caption caption = new Caption(
                "colours-c" + reference + "-c" + pair.pair().channel(),
                what + " in two colours, channels " + pair.words(),
                "Channel " + reference + " green, channel " + pair.pair().channel()
                        + " magenta, each at its own brightness; grey to white where they agree. Planes through the centre of the bead"
                        + " in channel " + reference
                        + (one ? "." : "; magenta is drawn out where the shift differs over the field."));
        return new Figure.ImagePanel(caption, tiles, tiles.size());
    }

    private static Tile tile(String label, Raster green, Raster magenta) {
        return new Tile(label, green, Colours.TWO_COLOURS, List.of(), Optional.of(magenta));
    }

    private static AverageViews views(
            List<SharedBead> beads, Function<SharedBead, NumberedBead> channel, Position shift, VoxelSize voxel) {
        List<Aligned> aligned = beads.stream()
                .map(bead -> new Aligned(
                        channel.apply(bead).bead().crop().orElseThrow(),
                        inVoxels(bead.reference().bead().um(), voxel)))
                .toList();
        Position middle = new Position(0.5 * shift.x(), 0.5 * shift.y(), 0.5 * shift.z());
        return new AverageViews(aligned, middle, half(beads, shift), voxel);
    }

    private static Position inVoxels(Position um, VoxelSize voxel) {
        return new Position(um.x() / voxel.xUm(), um.y() / voxel.yUm(), um.z() / voxel.zUm());
    }

    /** Half a bead's picture and half the shift [voxels]. */
    private static Position half(List<SharedBead> beads, Position shift) {
        return new Position(
                half(beads, BeadVolume::sizeX, shift.x()),
                half(beads, BeadVolume::sizeY, shift.y()),
                half(beads, BeadVolume::sizeZ, shift.z()));
    }

    private static double half(List<SharedBead> beads, ToDoubleFunction<BeadVolume> size, double shift) {
        double extent = median(
                beads, bead -> size.applyAsDouble(bead.reference().bead().crop().orElseThrow()));
        return Math.floor(0.5 * (extent - 1 + Math.abs(shift)));
    }

    private static double median(List<SharedBead> beads, ToDoubleFunction<SharedBead> value) {
        return RobustStatistics.median(beads.stream().mapToDouble(value).toArray());
    }
}
