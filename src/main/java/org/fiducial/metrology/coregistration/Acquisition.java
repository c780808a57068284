package org.fiducial.metrology.coregistration;

import java.util.List;
import java.util.Map;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Value;

/**
 * Everything read and measured from the files of one acquisition.
 *
 * @param parameters what was used, given before registry before file before default
 * @param facts of each file, in order
 * @param field what the files show
 * @param series one for each repeat, in order
 * @param remarks what the files gave cause to say
 */
record Acquisition(
        Parameters parameters, List<Map<String, Value>> facts, Field field, List<Series> series, List<Remark> remarks) {

    Acquisition {
        facts = List.copyOf(facts);
        series = List.copyOf(series);
        remarks = List.copyOf(remarks);
    }

    /**
     * The field of view.
     *
     * @param voxel its sampling; z means nothing in a single plane
     * @param shape its extent
     * @param channels how many colours
     * @param reference the channel the others are held against, counted from 1
     */
    record Field(VoxelSize voxel, StackShape shape, int channels, int reference) {

        /** Whether there is a single plane, so that nothing is known along z. */
        boolean plane() {
            return shape.depth() == 1;
        }

        /** The centre of the field [µm]. */
        Position centre() {
            return new Position(
                    0.5 * (shape.width() - 1) * voxel.xUm(),
                    0.5 * (shape.height() - 1) * voxel.yUm(),
                    0.5 * (shape.depth() - 1) * voxel.zUm());
        }

        double areaUm2() {
            return shape.width() * voxel.xUm() * shape.height() * voxel.yUm();
        }

        /** Distance of a place from the centre of the field [µm]. */
        double radiusUm(Position um) {
            return Math.hypot(um.x() - centre().x(), um.y() - centre().y());
        }
    }

    /**
     * One image of the field in all its channels.
     *
     * @param channels as found, in the order of their numbers
     * @param beads of all channels, with numbers
     */
    record Series(List<ChannelBeads> channels, List<NumberedBead> beads) {
        Series {
            channels = List.copyOf(channels);
            beads = List.copyOf(beads);
        }
    }

    /** The beads of all channels and repeats. */
    List<NumberedBead> beads() {
        return series.stream().flatMap(each -> each.beads().stream()).toList();
    }
}
