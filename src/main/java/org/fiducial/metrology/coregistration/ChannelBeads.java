package org.fiducial.metrology.coregistration;

import java.util.List;
import org.fiducial.metrology.acquisition.FieldView;

/**
 * The beads of one channel of one file.
 *
 * @param channel counted from 1
 * @param beads in a stable order
 * @param gateUm how far from its place a bead may still be taken for the same: about 1.5 widths of its image
 * @param skewed whether their images are so lopsided that the brightest point stands for the centre of a model
 * @param overview the field from above
 */
record ChannelBeads(int channel, List<LocatedBead> beads, double gateUm, boolean skewed, FieldView overview) {

    ChannelBeads {
        beads = List.copyOf(beads);
    }
}
