package org.fiducial.metrology.image;

import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.image.ImageMetadata.Acquisition;
import org.fiducial.metrology.image.ImageMetadata.Optics;
import org.fiducial.metrology.image.ImageMetadata.Spacing;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** A TIFF file without a description that we know: its planes are a z-series of one channel. */
final class PlainLayout {

    private PlainLayout() {}

    static StackLayout of(TiffStructure structure) throws UnsoundTiffException {
        TiffPage first = structure.pages().get(0);
        int planes = structure.pages().size();
        StackShape shape = new StackShape(first.width(), first.height(), planes, 1, 1);
        ResolutionTags tags = new ResolutionTags(structure.first());
        Optional<Unit> unit = tags.ownUnit();
        Optional<Quantity> x = unit.flatMap(tags::x);
        Optional<Quantity> y = unit.flatMap(tags::y);
        boolean believable = x.filter(ResolutionTags::believable).isPresent()
                && y.filter(ResolutionTags::believable).isPresent();
        Spacing spacing = believable
                ? new Spacing(x, y, Optional.empty())
                : new Spacing(Optional.empty(), Optional.empty(), Optional.empty());
        ImageMetadata metadata = new ImageMetadata(
                spacing,
                new Optics(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                new Acquisition("TIFF", Optional.empty(), Optional.empty(), List.of()));
        StackLayout layout = new StackLayout(shape, StackLayout.sequence(shape, "ZCT"), metadata);
        if (!believable && x.isPresent()) {
            layout = layout.with(StackNote.RESOLUTION_IGNORED);
        }
        return planes > 1 ? layout.with(StackNote.AXIS_NOT_NAMED) : layout;
    }
}
