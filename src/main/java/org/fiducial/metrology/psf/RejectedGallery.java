package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.acquisition.OrthogonalViews;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.psf.ChannelResult.RejectedBead;

/** The beads that do not count, each by the id of its item, whose reasons the report puts into words. */
final class RejectedGallery {

    private final ChannelResult channel;

    RejectedGallery(ChannelResult channel) {
        this.channel = channel;
    }

    /** The gallery of the first so many, where there is any. */
    Optional<Figure> figure(int most) {
        List<Tile> tiles = new ArrayList<>();
        for (RejectedBead bead : channel.rejected()) {
            Optional<BeadVolume> crop = bead.outcome().bead().crop();
            if (crop.isPresent() && tiles.size() < most) {
                BeadVolume volume = crop.get();
                OrthogonalViews views = OrthogonalViews.of(
                        volume,
                        bead.outcome().bead().position(),
                        channel.sampling().voxel(),
                        (x, y, z) -> OrthogonalViews.count(volume, x, y, z));
                tiles.add(new Tile(bead.place().id(), views.xy(), Colours.GREY_SQUARE_ROOT, List.of()));
            }
        }
        if (tiles.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Figure.Gallery(
                new Caption(
                        "rejected-c" + channel.channel(),
                        "Rejected, channel " + channel.channel(),
                        channel.rejected().size() + " spots do not count; shown in the plane of their peak."),
                tiles));
    }
}
