package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fiducial.metrology.acquisition.OrthogonalViews;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.ConventionalFwhm;
import org.fiducial.metrology.bead.GaussianModel;
import org.fiducial.metrology.bead.HalfMaximum;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.bead.WidthMethod;
import org.fiducial.metrology.bead.WidthProfile;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.CurveStyle;
import org.fiducial.metrology.protocol.FigurePart.Guide;
import org.fiducial.metrology.protocol.FigurePart.Tone;
import org.fiducial.metrology.psf.BeadPictures.Pictured;

/**
 * The lines of voxels through a bead's peak, the profile its judged width was read from with its half maxima, and for
 * comparison the fitted Gaussian.
 */
final class BeadProfiles {

    private static final int STEPS_PER_VOXEL = 4;
    private static final String[] AXES = {"x", "y", "z"};

    private final Pictured bead;
    private final double[] sizeUm;

    BeadProfiles(Pictured bead, VoxelSize voxel) {
        this.bead = bead;
        this.sizeUm = new double[] {voxel.xUm(), voxel.yUm(), voxel.zUm()};
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            figures.add(figure(axis));
        }
        return figures;
    }

    private Figure figure(int axis) {
        BeadPlace place = bead.bead().place();
        String name = AXES[axis];
        String text = bead.bead()
                .number("psf.fwhm." + name)
                .map(um -> String.format(Locale.ROOT, "FWHM %.3f µm between the half maxima; %s.", um, method()))
                .orElse("No width could be read from this bead.");
        return new Figure.Curves(
                new Caption(
                        "profile-" + place.id() + "-" + name,
                        "Profile " + name + ", bead " + place.number() + ", channel " + place.channel(),
                        text),
                new Axis(name + " from the centre", "µm"),
                new Axis("grey value", "ADU"),
                curves(axis),
                guides(axis));
    }

    private String method() {
        boolean core = conventional()
                .map(ConventionalFwhm::method)
                .filter(WidthMethod.CORE_FIT::equals)
                .isPresent();
        return "the judged profile is " + (core ? "the core fit" : "the interpolated voxels")
                + ", blur by pixels removed";
    }

    private Optional<ConventionalFwhm> conventional() {
        return bead.bead().outcome().fits().conventional().fitted();
    }

    private List<Curve> curves(int axis) {
        List<Curve> curves = new ArrayList<>();
        curves.add(data(axis));
        conventional().ifPresent(width -> curves.add(judged(width, axis)));
        bead.model().ifPresent(gaussian -> curves.add(model(gaussian, axis)));
        return curves;
    }

    private Curve judged(ConventionalFwhm width, int axis) {
        double peakUm = peakUm(width, axis);
        WidthProfile profile = half(width, axis).profile();
        double background = width.levels().background().value();
        return new Curve(
                "judged profile",
                CurveStyle.LINE,
                profile.offsetsUm().stream().map(um -> peakUm + um).toList(),
                profile.electrons().stream()
                        .map(electrons -> bead.counts(background + electrons))
                        .toList());
    }

    private static HalfMaximum half(ConventionalFwhm width, int axis) {
        return List.of(
                        width.halfMaxima().x(),
                        width.halfMaxima().y(),
                        width.halfMaxima().z())
                .get(axis);
    }

    private double peakUm(ConventionalFwhm width, int axis) {
        return (coordinates(width.peak())[axis] - coordinates(bead.centre())[axis]) * sizeUm[axis];
    }

    private Curve data(int axis) {
        BeadVolume crop = bead.crop();
        int[] origin = {crop.originX(), crop.originY(), crop.originZ()};
        int[] size = {crop.sizeX(), crop.sizeY(), crop.sizeZ()};
        double[] centre = coordinates(bead.centre());
        int[] at = new int[3];
        for (int i = 0; i < 3; i++) {
            at[i] = OrthogonalViews.nearest(centre[i] - origin[i], size[i]);
        }
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i < size[axis]; i++) {
            at[axis] = i;
            x.add((origin[axis] + i - centre[axis]) * sizeUm[axis]);
            y.add(OrthogonalViews.count(crop, at[0], at[1], at[2]));
        }
        return new Curve("voxels", CurveStyle.POINTS, x, y);
    }

    private Curve model(GaussianModel gaussian, int axis) {
        BeadVolume crop = bead.crop();
        int[] origin = {crop.originX(), crop.originY(), crop.originZ()};
        int[] size = {crop.sizeX(), crop.sizeY(), crop.sizeZ()};
        double[] centre = coordinates(bead.centre());
        double[] at = new double[3];
        for (int i = 0; i < 3; i++) {
            at[i] = origin[i] + OrthogonalViews.nearest(centre[i] - origin[i], size[i]);
        }
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i <= (size[axis] - 1) * STEPS_PER_VOXEL; i++) {
            at[axis] = origin[axis] + (double) i / STEPS_PER_VOXEL;
            x.add((at[axis] - centre[axis]) * sizeUm[axis]);
            y.add(bead.counts(gaussian.electronsAt(at[0], at[1], at[2])));
        }
        return new Curve("3-D Gaussian, for comparison", CurveStyle.DASHED, x, y);
    }

    private static double[] coordinates(Position position) {
        return new double[] {position.x(), position.y(), position.z()};
    }

    private List<Guide> guides(int axis) {
        Optional<ConventionalFwhm> found = conventional();
        if (found.isEmpty()) {
            return List.of();
        }
        ConventionalFwhm width = found.get();
        HalfMaximum half = half(width, axis);
        double level = bead.counts(width.levels().background().value()
                + 0.5 * width.levels().peak().value());
        return List.of(
                new Guide("half maximum", level, false, Tone.NEUTRAL),
                new Guide("half maximum", peakUm(width, axis) - half.lowUm(), true, Tone.NEUTRAL),
                new Guide("half maximum", peakUm(width, axis) + half.highUm(), true, Tone.NEUTRAL));
    }
}
