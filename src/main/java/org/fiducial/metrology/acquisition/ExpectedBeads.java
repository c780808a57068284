package org.fiducial.metrology.acquisition;

import java.util.Optional;
import org.fiducial.metrology.acquisition.TheoreticalResolution.Width;
import org.fiducial.metrology.bead.BeadSearch;
import org.fiducial.metrology.bead.BeadSearch.ExpectedWidth;
import org.fiducial.metrology.bead.BeadSearch.StatedNoise;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.quantity.Unit;

/** What theory and parameters let one expect of the beads of a channel. */
public final class ExpectedBeads {

    private ExpectedBeads() {}

    /** A search that knows the sampling and whatever is said of widths, bead diameter and detector. */
    public static BeadSearch search(ChannelOptics optics, VoxelSize voxel) {
        BeadSearch search = BeadSearch.of(voxel)
                .withNoise(new StatedNoise(
                        optics.number("gain", Unit.ELECTRON_PER_COUNT),
                        optics.number("offset", Unit.COUNT),
                        optics.number("read-noise", Unit.ELECTRON)));
        Width lateral = TheoreticalResolution.lateral(optics);
        Width axial = TheoreticalResolution.axial(optics);
        if (lateral instanceof Width.Known xy && axial instanceof Width.Known z) {
            search = search.expecting(new ExpectedWidth(xy.um(), z.um()));
        }
        Optional<Double> diameter = optics.number("bead-diameter", Unit.MICROMETRE);
        return diameter.isPresent() ? search.withBeadDiameter(diameter.get()) : search;
    }
}
