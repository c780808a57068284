package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.GaussianModel;
import org.fiducial.metrology.bead.GaussianVolume;
import org.fiducial.metrology.bead.NoiseModel;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.Raster;

/** Pictures of single beads: data, model and residual from three sides, and profiles. */
final class BeadPictures {

    private final ChannelResult channel;

    BeadPictures(ChannelResult channel) {
        this.channel = channel;
    }

    /** A bead with what its pictures need. */
    record Pictured(MeasuredBead bead, BeadVolume crop, GaussianModel model, NoiseModel noise) {

        Position centre() {
            return BeadReading.peak(bead.outcome());
        }

        /** The model in detector counts at a position in the stack. */
        double modelCounts(double x, double y, double z) {
            return counts(model.electronsAt(x, y, z));
        }

        /** Electrons as detector counts. */
        double counts(double electrons) {
            return electrons / noise.gain() + noise.offset();
        }
    }

    private List<Pictured> pictured(int most) {
        List<Pictured> beads = new ArrayList<>();
        for (MeasuredBead bead : channel.measured()) {
            Optional<BeadVolume> crop = bead.outcome().bead().crop();
            Optional<GaussianModel> model = BeadReading.settled(bead.outcome()).map(GaussianVolume::model);
            if (crop.isPresent() && model.isPresent() && beads.size() < most) {
                NoiseModel noise = channel.fields().get(bead.place().input()).noise();
                beads.add(new Pictured(bead, crop.get(), model.get(), noise));
            }
        }
        return beads;
    }

    /** Data, model and residual of the first beads. */
    List<Figure> panels(int most) {
        return pictured(most).stream().map(this::panel).toList();
    }

    /** Profiles along x, y and z of the first beads. */
    List<Figure> profiles(int most) {
        List<Figure> figures = new ArrayList<>();
        for (Pictured bead : pictured(most)) {
            figures.addAll(new BeadProfiles(bead, channel.sampling().voxel()).figures());
        }
        return figures;
    }

    private Figure panel(Pictured bead) {
        VoxelSize voxel = channel.sampling().voxel();
        BeadVolume crop = bead.crop();
        OrthogonalViews data =
                OrthogonalViews.of(crop, bead.centre(), voxel, (x, y, z) -> OrthogonalViews.count(crop, x, y, z));
        OrthogonalViews model = OrthogonalViews.of(crop, bead.centre(), voxel, (x, y, z) -> model(bead, x, y, z));
        OrthogonalViews residual = OrthogonalViews.of(
                crop, bead.centre(), voxel, (x, y, z) -> OrthogonalViews.count(crop, x, y, z) - model(bead, x, y, z));
        List<Tile> tiles = new ArrayList<>();
        tiles.addAll(row("data", data, Colours.GREY_SQUARE_ROOT));
        tiles.addAll(row("model", model, Colours.GREY_SQUARE_ROOT));
        tiles.addAll(row("residual", residual, Colours.DIVERGING));
        BeadPlace place = bead.bead().place();
        return new Figure.ImagePanel(
                new Caption(
                        "bead-" + place.id(), "Bead " + place.number() + ", channel " + place.channel(), text(bead)),
                tiles,
                3);
    }

    private static double model(Pictured bead, int x, int y, int z) {
        BeadVolume crop = bead.crop();
        return bead.modelCounts(crop.originX() + x, crop.originY() + y, crop.originZ() + z);
    }

    private static List<Tile> row(String what, OrthogonalViews views, Colours colours) {
        return List.of(
                tile("XY " + what, views.xy(), colours),
                tile("XZ " + what, views.xz(), colours),
                tile("YZ " + what, views.yz(), colours));
    }

    private static Tile tile(String label, Raster raster, Colours colours) {
        return new Tile(label, raster, colours, List.of());
    }

    private static String text(Pictured bead) {
        Optional<Double> x = bead.bead().number("psf.fwhm.x");
        Optional<Double> y = bead.bead().number("psf.fwhm.y");
        Optional<Double> z = bead.bead().number("psf.fwhm.z");
        if (x.isEmpty() || y.isEmpty() || z.isEmpty()) {
            return "Data, fitted 3-D Gaussian and their difference in detector counts.";
        }
        return String.format(
                Locale.ROOT,
                "FWHM x %.3f, y %.3f, z %.3f µm; data, fitted 3-D Gaussian and their difference in detector counts.",
                x.get(),
                y.get(),
                z.get());
    }
}
