package org.fiducial.metrology.psf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.acquisition.TheoreticalResolution;
import org.fiducial.metrology.bead.AxisEstimates;
import org.fiducial.metrology.bead.BeadLight;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.bead.ConventionalFwhm;
import org.fiducial.metrology.bead.GaussianVolume;
import org.fiducial.metrology.bead.GaussianWidths;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.Estimate;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** Reads the values of one bead, by metric key, out of its fits. */
final class BeadReading {

    /** Below this many standard uncertainties of the ellipticity a bead's direction is chance. */
    private static final double SIGNIFICANT = 2;

    private final VoxelSize voxel;
    private final BeadSize size;
    private final OptionalDouble lateralTheoryUm;
    private final OptionalDouble axialTheoryUm;

    /** A reading for the beads of one channel. */
    BeadReading(VoxelSize voxel, ChannelOptics optics) {
        this.voxel = voxel;
        this.size = BeadSize.of(optics);
        this.lateralTheoryUm = TheoreticalResolution.lateral(optics).known();
        this.axialTheoryUm = TheoreticalResolution.axial(optics).known();
    }

    /** All values of a bead; what a fit did not give is absent. */
    Map<String, org.fiducial.metrology.protocol.Estimate> of(BeadOutcome.Measured bead) {
        Values values = new Values();
        position(values, bead);
        bead.fits().conventional().fitted().ifPresent(conventional -> {
            judged(values, conventional.fwhmUm());
            values.put("psf.axial_asymmetry", Unit.ONE, conventional.axialAsymmetry());
        });
        settled(bead).ifPresent(volume -> volume(values, volume));
        bead.fits().plane().fitted().ifPresent(plane -> values.axes("psf.fwhm_gauss", plane.fwhmUm()));
        light(values, bead.light());
        return values.all;
    }

    /** The 3-D Gaussian, if it is centred on the bead and not on something wider about it. */
    static Optional<GaussianVolume> settled(BeadOutcome.Measured bead) {
        return bead.fits().volume().fitted().filter(volume -> volume.centre()
                .equals(bead.bead().position()));
    }

    /** The brightest point, or the centre where no profile could be read; voxel indices of the stack. */
    static Position peak(BeadOutcome.Measured bead) {
        return bead.fits()
                .conventional()
                .fitted()
                .map(ConventionalFwhm::peak)
                .orElse(bead.bead().position());
    }

    private void position(Values values, BeadOutcome.Measured bead) {
        Optional<GaussianVolume> volume = settled(bead);
        if (volume.isPresent()) {
            values.axes("psf.position", volume.get().centreUm());
            return;
        }
        Position um = bead.bead().positionUm(voxel);
        values.bare("psf.position.x", Unit.MICROMETRE, um.x());
        values.bare("psf.position.y", Unit.MICROMETRE, um.y());
        values.bare("psf.position.z", Unit.MICROMETRE, um.z());
    }

    private void judged(Values values, AxisEstimates fwhm) {
        values.axes("psf.fwhm", fwhm);
        Estimate x = fwhm.x();
        Estimate y = fwhm.y();
        values.put(
                "psf.fwhm.lateral",
                Unit.MICROMETRE,
                new Estimate(0.5 * (x.value() + y.value()), 0.5 * Math.hypot(x.u(), y.u())));
        corrected(values, "x", x);
        corrected(values, "y", y);
        corrected(values, "z", fwhm.z());
        lateralTheoryUm.ifPresent(theory -> {
            values.put("psf.ratio_theory.x", Unit.ONE, x.times(1 / theory));
            values.put("psf.ratio_theory.y", Unit.ONE, y.times(1 / theory));
        });
        axialTheoryUm.ifPresent(
                theory -> values.put("psf.ratio_theory.z", Unit.ONE, fwhm.z().times(1 / theory)));
        double lar = Math.min(x.value(), y.value()) / Math.max(x.value(), y.value());
        values.put("psf.lar", Unit.ONE, new Estimate(lar, lar * relativeU(x, y)));
    }

    private void corrected(Values values, String axis, Estimate fwhm) {
        size.corrected(fwhm.value())
                .ifPresent(um -> values.put(
                        "psf.fwhm_corrected." + axis, Unit.MICROMETRE, new Estimate(um, fwhm.u() * fwhm.value() / um)));
    }

    private static double relativeU(Estimate a, Estimate b) {
        return Math.hypot(a.u() / a.value(), b.u() / b.value());
    }

    private static void volume(Values values, GaussianVolume volume) {
        GaussianWidths widths = volume.widths();
        values.axes("psf.fwhm3d", widths.marginalUm());
        values.axes("psf.fwhm3d_section", widths.sectionUm());
        for (int i = 0; i < widths.principal().size(); i++) {
            values.put(
                    "psf.fwhm3d_principal." + (i + 1),
                    Unit.MICROMETRE,
                    widths.principal().get(i).fwhmUm());
        }
        LateralEllipse ellipse = LateralEllipse.of(widths);
        double relative = relativeU(widths.marginalUm().x(), widths.marginalUm().y());
        values.put("psf.ellipticity", Unit.ONE, new Estimate(ellipse.ellipticity(), relative));
        values.put("psf.fwhm.major", Unit.MICROMETRE, ellipse.major(relative));
        values.put("psf.fwhm.minor", Unit.MICROMETRE, ellipse.minor(relative));
        if (ellipse.ellipticity() > SIGNIFICANT * relative) {
            values.bare("psf.angle", Unit.DEGREE, ellipse.angleDeg());
        }
        values.put("psf.tilt.zx", Unit.DEGREE, widths.tiltZxDeg());
        values.put("psf.tilt.zy", Unit.DEGREE, widths.tiltZyDeg());
        values.bare("psf.residual", Unit.PERCENT, Math.abs(volume.quality().largestResidualPercent()));
    }

    private static void light(Values values, BeadLight light) {
        light.signalToBackground().ifPresent(value -> values.bare("psf.sbr", Unit.ONE, value));
        light.peakToBackground().ifPresent(value -> values.bare("psf.peak_to_background", Unit.ONE, value));
        values.bare("psf.snr", Unit.ONE, light.snr());
        light.photons().ifPresent(value -> values.bare("psf.photons", Unit.ELECTRON, value));
    }

    private static final class Values {

        private final Map<String, org.fiducial.metrology.protocol.Estimate> all = new LinkedHashMap<>();

        void axes(String key, AxisEstimates estimates) {
            put(key + ".x", Unit.MICROMETRE, estimates.x());
            put(key + ".y", Unit.MICROMETRE, estimates.y());
            put(key + ".z", Unit.MICROMETRE, estimates.z());
        }

        void put(String key, Unit unit, Estimate estimate) {
            all.put(
                    key,
                    new org.fiducial.metrology.protocol.Estimate(
                            new Quantity(estimate.value(), unit), OptionalDouble.of(estimate.u())));
        }

        void bare(String key, Unit unit, double value) {
            all.put(key, org.fiducial.metrology.protocol.Estimate.of(new Quantity(value, unit)));
        }
    }
}
