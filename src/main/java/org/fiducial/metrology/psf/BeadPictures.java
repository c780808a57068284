package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fiducial.metrology.acquisition.OrthogonalViews;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.GaussianModel;
import org.fiducial.metrology.bead.GaussianVolume;
import org.fiducial.metrology.bead.NoiseModel;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.Raster;
import org.fiducial.metrology.psf.ChannelResult.RejectedBead;

/** Pictures of single beads: data, model and residual from three sides, and profiles; of rejected ones the data. */
final class BeadPictures {

    private static final String COUNTS = "Data in detector counts.";

    private final ChannelResult channel;

    BeadPictures(ChannelResult channel) {
        this.channel = channel;
    }

    /**
     * A bead with what its pictures need.
     *
     * @param model the 3-D Gaussian, where one settled on the bead
     */
    record Pictured(MeasuredBead bead, BeadVolume crop, Optional<GaussianModel> model, NoiseModel noise) {

        Position centre() {
            return BeadReading.peak(bead.outcome());
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
            if (crop.isPresent() && beads.size() < most) {
                Optional<GaussianModel> model =
                        BeadReading.settled(bead.outcome()).map(GaussianVolume::model);
                NoiseModel noise = channel.fields().get(bead.place().input()).noise();
                beads.add(new Pictured(bead, crop.get(), model, noise));
            }
        }
        return beads;
    }

    /** The first beads that count: data and, where a Gaussian settled, model and residual. */
    List<Figure> panels(int most) {
        return pictured(most).stream().map(this::panel).toList();
    }

    /** The first beads that do not count, as they are. */
    List<Figure> rejected(int most) {
        List<Figure> figures = new ArrayList<>();
        for (RejectedBead bead : channel.rejected()) {
            Optional<BeadVolume> crop = bead.outcome().bead().crop();
            if (crop.isPresent() && figures.size() < most) {
                OrthogonalViews data = data(crop.get(), bead.outcome().bead().position());
                figures.add(panel(bead.place(), row("data", data, Colours.GREY_SQUARE_ROOT), COUNTS));
            }
        }
        return figures;
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
        List<Tile> tiles = new ArrayList<>(row("data", data(bead.crop(), bead.centre()), Colours.GREY_SQUARE_ROOT));
        bead.model().ifPresent(gaussian -> {
            BeadVolume crop = bead.crop();
            OrthogonalViews.VoxelValue model = (x, y, z) ->
                    bead.counts(gaussian.electronsAt(crop.originX() + x, crop.originY() + y, crop.originZ() + z));
            OrthogonalViews.VoxelValue residual = (x, y, z) -> OrthogonalViews.count(crop, x, y, z) - model.at(x, y, z);
            tiles.addAll(row("model", views(crop, bead.centre(), model), Colours.GREY_SQUARE_ROOT));
            tiles.addAll(row("residual", views(crop, bead.centre(), residual), Colours.DIVERGING));
        });
        return panel(bead.bead().place(), tiles, text(bead));
    }

    private static Figure panel(BeadPlace place, List<Tile> tiles, String text) {
        Caption caption =
                new Caption("bead-" + place.id(), "Bead " + place.number() + ", channel " + place.channel(), text);
        return new Figure.ImagePanel(caption, tiles, 3);
    }

    private OrthogonalViews data(BeadVolume crop, Position centre) {
        return views(crop, centre, (x, y, z) -> OrthogonalViews.count(crop, x, y, z));
    }

    private OrthogonalViews views(BeadVolume crop, Position centre, OrthogonalViews.VoxelValue value) {
        return OrthogonalViews.of(crop, centre, channel.sampling().voxel(), value);
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
        String shown = bead.model().isPresent()
                ? "Data, fitted 3-D Gaussian and their difference in detector counts."
                : "No 3-D Gaussian settled on this bead. " + COUNTS;
        Optional<Double> x = bead.bead().number("psf.fwhm.x");
        Optional<Double> y = bead.bead().number("psf.fwhm.y");
        Optional<Double> z = bead.bead().number("psf.fwhm.z");
        if (x.isEmpty() || y.isEmpty() || z.isEmpty()) {
            return shown;
        }
        return String.format(Locale.ROOT, "FWHM x %.3f, y %.3f, z %.3f µm. %s", x.get(), y.get(), z.get(), shown);
    }
}
