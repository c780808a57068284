package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.coregistration.Acquisition.Series;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Marker;
import org.fiducial.metrology.protocol.FigurePart.MarkerShape;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.FigurePart.Tone;

/** The field of every channel from above: boxes for beads with a partner, circles for those without, diamonds for rejected. */
final class ChannelOverviews {

    /** Side of a mark [gates]. */
    private static final double MARK_GATES = 3;

    private final Acquisition acquisition;

    ChannelOverviews(Acquisition acquisition) {
        this.acquisition = acquisition;
    }

    /** One a channel of each repeat. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < acquisition.series().size(); i++) {
            for (ChannelBeads channel : acquisition.series().get(i).channels()) {
                figures.add(figure(acquisition.series().get(i), channel, i + 1));
            }
        }
        return figures;
    }

    private Figure figure(Series series, ChannelBeads channel, int repeat) {
        Set<Integer> elsewhere = new HashSet<>();
        series.beads().stream()
                .filter(bead -> bead.channel() != channel.channel() && bead.counts())
                .forEach(bead -> elsewhere.add(bead.number()));
        List<Marker> markers = new ArrayList<>();
        int paired = 0;
        int alone = 0;
        for (NumberedBead bead : series.beads()) {
            if (bead.channel() == channel.channel()) {
                boolean shared = bead.counts() && elsewhere.contains(bead.number());
                paired += shared ? 1 : 0;
                alone += bead.counts() && !shared ? 1 : 0;
                markers.add(marker(bead, shared, channel));
            }
        }
        boolean several = acquisition.series().size() > 1;
        String text = paired + " beads shared with another channel (boxes), " + alone + " alone (circles), "
                + (markers.size() - paired - alone) + " rejected (diamonds); the same number is the same bead.";
        return new Figure.ImagePanel(
                new Caption(
                        "overview-c" + channel.channel() + (several ? "-f" + repeat : ""),
                        "Field, channel " + channel.channel() + (several ? ", repeat " + repeat : ""),
                        text),
                List.of(new Tile("", channel.overview().raster(), Colours.GREY_SQUARE_ROOT, markers)),
                1);
    }

    private Marker marker(NumberedBead bead, boolean shared, ChannelBeads channel) {
        VoxelSize voxel = acquisition.field().voxel();
        Position um = bead.bead().um();
        MarkerShape shape = shared ? MarkerShape.BOX : bead.counts() ? MarkerShape.CIRCLE : MarkerShape.DIAMOND;
        Tone tone = shared ? Tone.GOOD : bead.counts() ? Tone.WARNING : Tone.BAD;
        double side = MARK_GATES * channel.gateUm() / voxel.xUm();
        return new Marker(
                channel.overview().mark(um.x() / voxel.xUm(), um.y() / voxel.yUm(), side),
                shape,
                tone,
                Integer.toString(bead.number()));
    }
}
