package org.fiducial.metrology.image;

import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** The resolution tags of a TIFF file, which mean a pixel size in a microscope's file and a printer in most others. */
final class ResolutionTags {

    /** Smallest and largest pixel that a microscope's camera or scanner makes in the object [µm]. */
    private static final double SMALLEST_UM = 0.001;

    private static final double LARGEST_UM = 40;

    private final TiffTags tags;

    ResolutionTags(TiffTags tags) {
        this.tags = tags;
    }

    /** Pixel size along x in the unit that a description names. */
    Optional<Quantity> x(Unit unit) {
        return size(TIFF.TAG_X_RESOLUTION, unit);
    }

    /** Pixel size along y in the unit that a description names. */
    Optional<Quantity> y(Unit unit) {
        return size(TIFF.TAG_Y_RESOLUTION, unit);
    }

    private Optional<Quantity> size(int tag, Unit unit) {
        OptionalDouble perUnit = tags.positiveRational(tag);
        return perUnit.isPresent() && Double.isFinite(1 / perUnit.getAsDouble())
                ? Optional.of(new Quantity(1 / perUnit.getAsDouble(), unit))
                : Optional.empty();
    }

    /** The unit of the tags themselves; empty if they are plain ratios. */
    Optional<Unit> ownUnit() throws UnsoundTiffException {
        return switch ((int) tags.number(TIFF.TAG_RESOLUTION_UNIT, 2)) {
            case 2 -> Optional.of(Unit.INCH);
            case 3 -> Optional.of(Unit.CENTIMETRE);
            default -> Optional.empty();
        };
    }

    /** True if a size taken from the tags alone can be that of a microscope: printers and screens make larger ones. */
    static boolean believable(Quantity size) {
        double sizeUm = size.valueIn(Unit.MICROMETRE);
        return sizeUm >= SMALLEST_UM && sizeUm <= LARGEST_UM;
    }
}
